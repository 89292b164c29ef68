import { by, type ExamplesOf } from '../example.ts'
import {
  design,
  forgotten,
  here,
  printed,
  printer,
  printerFields,
  sheet,
  sheetFields,
  sheetIds,
  template,
  templateFields,
  templateIds,
} from './label-steps.ts'

const refused = <Code extends string>(refuses: Code, name: string) =>
  ({ as: 'cataloguer', name, refuses }) as const
const wide = { ...sheetFields, name: 'Rộng quá khổ', columns: 3 }
const otherSheets = Array.from({ length: 9 }, (_, index) =>
  by('cataloguer', 'labels.removeSheet', { id: index + 2, rev: 1 }),
)

export const labelCommands = {
  addTemplate: [
    {
      name: 'adds a design',
      as: 'desk',
      input: templateFields,
      answers: {
        id: 8,
        rev: 1,
        name: 'Nhãn kho đọc',
        kind: 'barcode',
        design: { widthMm: 40, elements: [{ type: 'text', text: '{title}' }, { type: 'barcode' }] },
      },
    },
    { ...refused('duplicate_name', 'has names once'), before: [template], input: templateFields },
    { name: 'is not for readers', as: 'reader', input: templateFields, refuses: 'forbidden' },
  ],
  updateTemplate: [
    {
      name: 'changes a design',
      as: 'cataloguer',
      before: [template],
      input: {
        ...templateFields,
        id: 8,
        rev: 1,
        name: 'Nhãn kho mượn',
        design: { ...design, widthMm: 50 },
      },
      answers: { id: 8, rev: 2, name: 'Nhãn kho mượn', design: { widthMm: 50, heightMm: 20 } },
    },
    { ...refused('template_not_found', 'needs one'), input: { ...templateFields, id: 404, rev: 1 } },
    {
      ...refused('duplicate_name', 'has names once'),
      before: [template],
      input: { ...templateFields, id: templateIds.spine, rev: 1, kind: 'spine' },
    },
    {
      ...refused('last_template', 'leaves one of each kind'),
      input: { ...templateFields, id: templateIds.card, rev: 1, kind: 'spine', name: 'Thẻ bạn đọc' },
    },
    {
      ...refused('stale', 'does not write over a newer version'),
      before: [template, by('cataloguer', 'labels.updateTemplate', { ...templateFields, id: 8, rev: 1 })],
      input: { ...templateFields, id: 8, rev: 1 },
    },
  ],
  removeTemplate: [
    {
      name: 'takes away one of several',
      as: 'cataloguer',
      input: { id: templateIds.spine, rev: 1 },
      answers: { id: templateIds.spine },
    },
    { ...refused('template_not_found', 'needs one'), input: { id: 404, rev: 1 } },
    {
      ...refused('last_template', 'leaves one of each kind'),
      before: [template],
      input: { id: templateIds.card, rev: 1 },
    },
  ],
  addSheet: [
    {
      name: 'adds paper of another size',
      as: 'desk',
      input: sheetFields,
      answers: { id: 11, rev: 1, ...sheetFields, gapXMm: 0, gapYMm: 0 },
    },
    { ...refused('duplicate_name', 'has names once'), before: [sheet], input: sheetFields },
    { ...refused('sheet_overhangs', 'keeps labels on the page'), input: wide },
  ],
  updateSheet: [
    {
      name: 'changes its measures',
      as: 'cataloguer',
      before: [sheet],
      input: { ...sheetFields, id: 11, rev: 1, marginTopMm: 0, labelHeightMm: 74.25 },
      answers: { id: 11, rev: 2, marginTopMm: 0, labelHeightMm: 74.25 },
    },
    { ...refused('sheet_not_found', 'needs one'), input: { ...sheetFields, id: 404, rev: 1 } },
    {
      ...refused('duplicate_name', 'has names once'),
      before: [sheet],
      input: { ...sheetFields, id: sheetIds.of65, rev: 1 },
    },
    {
      ...refused('sheet_overhangs', 'keeps labels on the page'),
      before: [sheet],
      input: { ...wide, id: 11, rev: 1 },
    },
    {
      ...refused('stale', 'does not write over a newer version'),
      before: [sheet, by('cataloguer', 'labels.updateSheet', { ...sheetFields, id: 11, rev: 1 })],
      input: { ...sheetFields, id: 11, rev: 1 },
    },
  ],
  removeSheet: [
    {
      name: 'takes away one of several',
      as: 'cataloguer',
      input: { id: sheetIds.of24, rev: 1 },
      answers: { id: sheetIds.of24 },
    },
    { ...refused('sheet_not_found', 'needs one'), input: { id: 404, rev: 1 } },
    {
      ...refused('last_sheet', 'leaves one'),
      before: otherSheets,
      input: { id: sheetIds.of65, rev: 1 },
    },
  ],
  addPrinter: [
    {
      name: 'keeps what a test page showed',
      as: 'desk',
      input: printerFields,
      answers: { id: 1, rev: 1, ...printerFields, shiftYMm: 0, scaleXPercent: 100 },
    },
    { ...refused('duplicate_name', 'has names once'), before: [printer], input: printerFields },
  ],
  updatePrinter: [
    {
      name: 'measures anew',
      as: 'desk',
      before: [printer],
      input: { ...printerFields, id: 1, rev: 1, shiftXMm: -0.5 },
      answers: { id: 1, rev: 2, shiftXMm: -0.5, scaleYPercent: 99.5 },
    },
    { ...refused('printer_not_found', 'needs one'), input: { ...printerFields, id: 404, rev: 1 } },
    {
      ...refused('duplicate_name', 'has names once'),
      before: [printer, by('cataloguer', 'labels.addPrinter', { name: 'Máy in nhãn cuộn' })],
      input: { ...printerFields, id: 2, rev: 1 },
    },
    {
      ...refused('stale', 'does not write over a newer version'),
      before: [printer, by('cataloguer', 'labels.updatePrinter', { ...printerFields, id: 1, rev: 1 })],
      input: { ...printerFields, id: 1, rev: 1 },
    },
  ],
  removePrinter: [
    { name: 'takes one away', as: 'desk', before: [printer], input: { id: 1, rev: 1 }, answers: { id: 1 } },
    { ...refused('printer_not_found', 'needs one'), input: { id: 404, rev: 1 } },
  ],
  forgetBatch: [
    {
      name: 'brings a batch back',
      as: 'cataloguer',
      before: [...here, printed, forgotten],
      input: { id: 1, isForgotten: false },
      answers: { id: 1, labels: 2, copies: 2, forgottenAt: null },
    },
    { ...refused('batch_not_found', 'needs one'), input: { id: 404 } },
  ],
} satisfies Partial<ExamplesOf<'labels'>>
