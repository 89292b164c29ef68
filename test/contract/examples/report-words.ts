import { among, type ExamplesOf } from '../example.ts'
import { opened, remark, signedPeriod } from './report-steps.ts'

/** What is written around the figures, and what is printed behind them. */
export const reportWords = {
  annexes: [
    {
      name: 'lay out what is printed behind the report',
      as: 'reader',
      before: [opened],
      input: { id: 1 },
      answers: among({ name: 'events', isEmpty: true }),
    },
    { name: 'are of no report', as: 'reader', input: { id: 404 }, refuses: 'period_not_found' },
  ],
  setAnnexes: [
    {
      name: 'leaves one at home',
      as: 'activities',
      before: [opened],
      input: { id: 1, rev: 1, leftOut: ['events', 'sheet'] },
      answers: { rev: 2, leftOut: ['sheet', 'events'] },
    },
    {
      name: 'has no report to go to',
      as: 'activities',
      input: { id: 404, rev: 1, leftOut: [] },
      refuses: 'period_not_found',
    },
    {
      name: 'changes nothing that was signed',
      as: 'activities',
      before: signedPeriod,
      input: { id: 1, rev: 3, leftOut: [] },
      refuses: 'wrong_state',
    },
  ],
  narrative: [
    {
      name: 'tells every part of the outline, written or not',
      as: 'reader',
      before: [opened, remark],
      input: { id: 1 },
      answers: among({ block: 'general', text: 'Kho đóng cửa hai tuần.', isWritten: true, rev: 1 }),
    },
    { name: 'is of no report', as: 'reader', input: { id: 404 }, refuses: 'period_not_found' },
  ],
  setBlock: [
    {
      name: 'puts words beside the figures',
      as: 'activities',
      before: [opened],
      input: { id: 1, block: 'm2b', rev: 0, text: 'Vốn có {M2b.01} bản.' },
      answers: { periodRev: 2, block: { text: 'Vốn có {M2b.01} bản.', writtenBy: 'Người activities' } },
    },
    {
      name: 'lets the data speak again',
      as: 'activities',
      before: [opened, remark],
      input: { id: 1, block: 'general', rev: 1, text: null },
      answers: { block: { text: '', isWritten: false, rev: 2 } },
    },
    {
      name: 'has no report to go to',
      as: 'activities',
      input: { id: 404, block: 'general', rev: 0, text: '' },
      refuses: 'period_not_found',
    },
    {
      name: 'changes nothing that was signed',
      as: 'activities',
      before: signedPeriod,
      input: { id: 1, block: 'general', rev: 1, text: 'x' },
      refuses: 'wrong_state',
    },
  ],
} satisfies Pick<ExamplesOf<'reports'>, 'annexes' | 'setAnnexes' | 'narrative' | 'setBlock'>
