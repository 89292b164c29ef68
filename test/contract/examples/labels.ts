import type { LabelKind } from '../../../shared/labels/contract.ts'
import { among, by, type ExamplesOf } from '../example.ts'
import { labelCommands } from './label-commands.ts'
import { labelRuns } from './label-runs.ts'
import {
  bars,
  both,
  cards,
  design,
  forgotten,
  here,
  leftBoth,
  manyCopies,
  printed,
  printedCards,
  printer,
  printerFields,
  sheet,
  sheetFields,
  sheetIds,
  template,
  templateIds,
  unreadable,
  waiting,
  words,
} from './label-steps.ts'

const refused = <Code extends string>(refuses: Code, name: string) =>
  ({ as: 'cataloguer', name, refuses }) as const

export const labels = {
  templates: [
    {
      name: 'of each kind are there from the first day',
      as: 'desk',
      input: {},
      answers: among<{ id: number; kind: LabelKind; name: string }>(
        { id: templateIds.spine, kind: 'spine', name: 'Nhãn gáy: ký hiệu xếp giá' },
        { id: templateIds.barcode, kind: 'barcode', name: 'Nhãn mã vạch' },
        { id: templateIds.accession, kind: 'accession', name: 'Nhãn số ĐKCB' },
        { id: templateIds.card, kind: 'card', name: 'Thẻ bạn đọc 85 × 54' },
      ),
    },
    { name: 'are for those who print', as: 'reader', input: {}, refuses: 'forbidden' },
  ],
  template: [
    {
      name: 'is drawn as somebody designed it',
      as: 'desk',
      before: [template],
      input: { id: 8 },
      answers: {
        id: 8,
        rev: 1,
        name: 'Nhãn kho đọc',
        kind: 'barcode',
        design: {
          widthMm: 40,
          heightMm: 20,
          elements: [
            { type: 'text', text: '{title}', align: 'center', isWrapped: false },
            { type: 'barcode', field: 'code', hasText: true },
          ],
        },
      },
    },
    { ...refused('template_not_found', 'is not there'), input: { id: 404 } },
  ],
  sheets: [
    {
      name: 'that shops sell are there from the first day',
      as: 'desk',
      before: [sheet],
      input: {},
      answers: among<{ id: number; name: string }>(
        { id: sheetIds.of65, name: 'A4, 65 nhãn 38,1 × 21,2 (5 × 13)' },
        { id: 11, name: sheetFields.name },
      ),
    },
  ],
  printers: [
    {
      name: 'keep how they print beside what they are told',
      as: 'desk',
      before: [printer, by('cataloguer', 'labels.addPrinter', { name: 'Máy in nhãn cuộn' })],
      input: {},
      answers: [
        { id: 2, name: 'Máy in nhãn cuộn', shiftXMm: 0, scaleXPercent: 100 },
        { id: 1, ...printerFields, shiftYMm: 0, scaleXPercent: 100 },
      ],
    },
  ],
  batches: [
    {
      name: 'are listed, newest first, and name no reader',
      as: 'desk',
      before: [...here, printed, printedCards, forgotten],
      input: {},
      answers: {
        rows: [
          { id: 2, kind: 'card', by: 'cards', labels: 1, copies: 0, forgottenAt: null },
          {
            id: 1,
            kind: 'barcode',
            by: 'copies',
            templateName: 'Nhãn mã vạch nhỏ',
            sheetName: 'A4, 65 nhãn 38,1 × 21,2 (5 × 13)',
            labels: 2,
            copies: 2,
            each: 1,
          },
        ],
        next: null,
      },
    },
    {
      name: 'go on where a page ended',
      as: 'desk',
      before: [...here, printed, printedCards],
      input: { limit: 1, cursor: '2' },
      answers: { rows: [{ id: 1 }], next: null },
    },
  ],
  sample: [
    {
      name: 'shows a design with words in it',
      as: 'desk',
      input: { design },
      answers: {
        drawing: {
          widthMm: 40,
          heightMm: 20,
          texts: [
            { text: 'Đất rừng phương Nam', sizePt: 7 },
            { text: 'VV001234', isBold: false },
          ],
        },
      },
    },
    {
      name: 'of bars alone tells how thin they are, in whole dots of a printer',
      as: 'desk',
      input: { design: { ...design, elements: [{ ...bars, hasText: false }] } },
      answers: { drawing: { texts: [] }, barMm: 0.254 },
    },
    {
      name: 'without a code has no bars',
      as: 'desk',
      input: { design: { ...design, elements: [words] } },
      answers: { drawing: { rects: [] }, barMm: null },
    },
  ],
  preview: [
    {
      name: 'counts labels and pages from the place that is free',
      as: 'desk',
      before: here,
      input: { ...both, each: 3, startAt: 63 },
      answers: {
        labels: 6,
        copies: 2,
        pages: 2,
        isFitted: false,
        drawings: [{ widthMm: 38.1, heightMm: 21.2 }, { widthMm: 38.1 }],
        problems: [],
        problemCount: 0,
        waiting: 0,
      },
    },
    {
      name: 'finds the copies of a delivery and fits the design to the sheet',
      as: 'desk',
      before: here,
      input: { ...both, source: { by: 'voucher', voucherId: 1 }, sheetId: sheetIds.of24 },
      answers: { copies: 2, isFitted: true, drawings: [{ widthMm: 70, heightMm: 37 }, { widthMm: 70 }] },
    },
    {
      name: 'finds copies by their numbers',
      as: 'desk',
      before: here,
      input: { ...both, source: { by: 'series', seriesId: 1, from: 2, to: 9 } },
      answers: { copies: 1, labels: 1, pages: 1 },
    },
    {
      name: 'names the labels whose codes no reader reads back',
      as: 'desk',
      before: [...here, unreadable],
      input: both,
      answers: {
        labels: 1,
        copies: 2,
        problems: [{ copyId: 2, name: 'VN.000002', code: 'SÁCH-2', problem: 'code_not_ascii' }],
        problemCount: 1,
      },
    },
    {
      name: 'names a code too long for its label',
      as: 'desk',
      before: [
        ...here,
        by('cataloguer', 'copies.updateCopy', { id: 1, rev: 1, barcode: 'TVT-KHO-DOC-TANG-HAI-A' }),
      ],
      input: both,
      answers: { problems: [{ copyId: 1, name: 'VN.000001', problem: 'code_too_long' }], problemCount: 1 },
    },
    {
      name: 'takes as many waiting copies as one run prints',
      as: 'desk',
      before: manyCopies,
      input: { ...waiting, each: 20 },
      answers: { labels: 5000, copies: 250, pages: 77, waiting: 1 },
    },
    {
      name: 'shows the cards of readers',
      as: 'desk',
      input: cards,
      answers: { labels: 1, pages: 1, isFitted: false, problems: [] },
    },
    {
      ...refused('template_not_found', 'needs a template'),
      before: here,
      input: { ...both, templateId: 404 },
    },
    { ...refused('sheet_not_found', 'needs a sheet'), before: here, input: { ...both, sheetId: 404 } },
    {
      ...refused('printer_not_found', 'knows the printer'),
      before: here,
      input: { ...both, printerId: 404 },
    },
    { ...refused('start_off_sheet', 'begins on the sheet'), before: here, input: { ...both, startAt: 66 } },
    {
      ...refused('source_wrong', 'has a template of cards for cards only'),
      before: here,
      input: { ...both, templateId: templateIds.card },
    },
    {
      ...refused('source_wrong', 'finds no such delivery'),
      input: { ...both, source: { by: 'voucher', voucherId: 404 } },
    },
    {
      ...refused('nothing_to_print', 'needs copies in stock'),
      before: [...here, leftBoth],
      input: both,
    },
    {
      ...refused('too_many_labels', 'has an end'),
      before: manyCopies,
      input: { ...both, source: { by: 'voucher', voucherId: 1 }, each: 20 },
    },
  ],
  ...labelCommands,
  ...labelRuns,
} satisfies ExamplesOf<'labels'>
