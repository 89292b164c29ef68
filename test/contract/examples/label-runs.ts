import { by, type ExamplesOf } from '../example.ts'
import {
  both,
  cards,
  forgotten,
  here,
  leftBoth,
  manyCopies,
  printed,
  printedCards,
  printer,
  sheetIds,
  templateIds,
  unreadable,
  waiting,
} from './label-steps.ts'

const refused = <Code extends string>(refuses: Code, name: string) =>
  ({ as: 'cataloguer', name, refuses }) as const
const oneLeft = by('cataloguer', 'copies.cancelCopies', { copyIds: [1], reason: 'Ghi nhầm' })

const manyCards = Array.from({ length: 251 }, (_, index) => ({
  personName: `Học sinh ${index + 1}`,
  cardNumber: `HS${index + 1}`,
}))

export const labelRuns = {
  print: [
    {
      name: 'writes a file to print, and a batch',
      as: 'desk',
      before: [...here, printer],
      input: { ...both, printerId: 1, each: 3, startAt: 63 },
      answers: { file: { name: 'nhan-ma-vach.pdf' }, batchId: 1, labels: 6, pages: 2, leftOut: 0 },
    },
    {
      name: 'takes a copy again once the paper was spoiled',
      as: 'cataloguer',
      before: [...here, printed, forgotten],
      input: waiting,
      answers: { batchId: 2, labels: 2 },
    },
    {
      name: 'of another kind of label still waits for the copy',
      as: 'cataloguer',
      before: [...here, printed],
      input: { ...waiting, templateId: templateIds.spine },
      answers: { file: { name: 'nhan-gay.pdf' }, batchId: 2, labels: 2 },
    },
    {
      name: 'leaves out what no reader reads back, when told to',
      as: 'cataloguer',
      before: [...here, unreadable],
      input: { ...both, isLeavingOut: true },
      answers: { labels: 1, leftOut: 1 },
    },
    {
      name: 'makes cards of readers',
      as: 'desk',
      input: cards,
      answers: { file: { name: 'the-ban-doc.pdf' }, batchId: 1, labels: 1, pages: 1, leftOut: 0 },
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
      ...refused('source_wrong', 'counts numbers upwards'),
      before: here,
      input: { ...both, source: { by: 'series', seriesId: 1, from: 2, to: 1 } },
    },
    {
      ...refused('nothing_to_print', 'needs copies without a label'),
      before: [...here, printed],
      input: waiting,
    },
    {
      ...refused('too_many_labels', 'has an end'),
      before: manyCopies,
      input: { ...both, source: { by: 'voucher', voucherId: 1 }, each: 20 },
    },
    {
      ...refused('too_many_labels', 'has an end for cards as well'),
      input: { ...cards, source: { by: 'cards', cards: manyCards }, each: 20 },
    },
    {
      ...refused('codes_unprintable', 'prints no code that no reader reads back'),
      before: [...here, unreadable],
      input: both,
    },
    {
      ...refused('codes_unprintable', 'makes no card that no reader reads back'),
      input: {
        ...cards,
        source: { by: 'cards', cards: [{ personName: 'Nguyễn Thị Hoàng Yến', cardNumber: 'THẺ 001' }] },
      },
    },
  ],
  reprint: [
    {
      name: 'prints a batch once more, without a copy that has left',
      as: 'desk',
      before: [...here, printed, oneLeft],
      input: { batchId: 1, startAt: 65 },
      answers: { file: { name: 'nhan-ma-vach.pdf' }, labels: 1, pages: 1 },
    },
    { ...refused('batch_not_found', 'needs a batch'), input: { batchId: 404 } },
    { ...refused('batch_of_cards', 'remembers no reader'), before: [printedCards], input: { batchId: 1 } },
    {
      ...refused('printer_not_found', 'knows the printer'),
      before: [...here, printed],
      input: { batchId: 1, printerId: 404 },
    },
    {
      ...refused('start_off_sheet', 'begins on the sheet'),
      before: [...here, printed],
      input: { batchId: 1, startAt: 66 },
    },
    {
      ...refused('nothing_to_print', 'needs a copy that is still here'),
      before: [...here, printed, leftBoth],
      input: { batchId: 1 },
    },
    {
      ...refused('codes_unprintable', 'prints no code that no reader reads back'),
      before: [...here, printed, unreadable],
      input: { batchId: 1 },
    },
  ],
  testPage: [
    {
      name: 'writes a page to measure by',
      as: 'desk',
      before: [printer],
      input: { sheetId: sheetIds.of65, printerId: 1 },
      answers: { file: { name: 'trang-in-thu.pdf' } },
    },
    { ...refused('sheet_not_found', 'needs a sheet'), input: { sheetId: 404 } },
    {
      ...refused('printer_not_found', 'knows the printer'),
      input: { sheetId: sheetIds.of65, printerId: 404 },
    },
  ],
} satisfies Partial<ExamplesOf<'labels'>>
