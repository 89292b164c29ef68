import { by, type ExamplesOf } from '../example.ts'
import { closed, closing, drawn, judgedBad, judgedGood, refused, unknown } from './inspection-steps.ts'

const reason = 'Trang bị cắt mất chữ'
const sending = { id: 1, jobs: 'bad' as const, reason }
const sent = by('digitizer', 'inspection.sendBack', sending)

type Verb = 'rescan' | 'close' | 'reopen' | 'sendBack' | 'undoSendBack' | 'exportRescan' | 'produce'

/** What follows from a sample. */
export const inspectionClosing = {
  rescan: [
    {
      name: 'has bad pages by their jobs',
      as: 'cataloguer',
      before: judgedBad,
      input: { id: 1 },
      answers: { rows: [{ code: 'SH1', isSentBack: false, pages: [{ severity: 'critical' }] }], next: null },
    },
    unknown,
  ],
  close: [
    {
      name: 'fails before every page was looked at',
      as: 'digitizer',
      before: judgedBad,
      input: { ...closing, conclusion: 'Quét lại cả đợt', minutesNumber: '07' },
      answers: { state: 'closed', verdict: 'failed', conclusion: 'Quét lại cả đợt', minutesNumber: '07' },
    },
    { ...unknown, input: { ...closing, id: 404 } },
    { ...refused('already_closed', 'is closed'), before: closed, input: { ...closing, rev: 2 } },
    {
      ...refused('not_finished', 'never passes with a page left'),
      before: judgedGood,
      input: { ...closing, verdict: 'passed' },
    },
    {
      ...refused('verdict_differs', 'is as its figures say'),
      before: judgedBad,
      input: { ...closing, verdict: 'passed' },
    },
  ],
  reopen: [
    {
      name: 'with a reason',
      as: 'director',
      before: closed,
      input: { id: 1, reason: 'Xem nhầm trang' },
      answers: { state: 'open', verdict: null, reopenReason: 'Xem nhầm trang' },
    },
    { ...unknown, input: { id: 404, reason } },
    { ...refused('not_closed', 'is open'), before: drawn, input: { id: 1, reason } },
  ],
  sendBack: [
    {
      name: 'to be scanned again',
      as: 'digitizer',
      before: judgedBad,
      input: sending,
      answers: { jobs: 1, left: 0 },
    },
    { ...unknown, input: { ...sending, id: 404 } },
    { ...refused('job_not_in_lot', 'is no job of it'), before: judgedBad, input: { ...sending, jobs: [9] } },
    { ...refused('nothing_to_send_back', 'has gone back'), before: [...judgedBad, sent], input: sending },
    {
      ...refused('not_failed', 'goes as a whole once it failed'),
      before: judgedBad,
      input: { ...sending, jobs: 'whole' },
    },
  ],
  undoSendBack: [
    {
      name: 'brings them to where they were',
      as: 'digitizer',
      before: [...judgedBad, sent],
      input: (given) => ({ id: 1, actId: (given.values.at(-1) as { actId: number }).actId }),
      answers: { jobs: 1, left: 0 },
    },
    { ...unknown, input: { id: 404, actId: 1 } },
  ],
  exportRescan: [
    {
      name: 'for who scans',
      as: 'cataloguer',
      before: judgedBad,
      input: { id: 1, format: 'csv' },
      answers: { pages: 1, file: { name: 'quet-lai-nghiem-thu-dot-1.csv' } },
    },
    { ...unknown, input: { id: 404, format: 'csv' } },
  ],
  produce: [
    {
      name: 'the minutes of acceptance',
      as: 'cataloguer',
      before: closed,
      input: { id: 1, format: 'docx' },
      answers: { file: { name: 'bien-ban-nghiem-thu-dot-1.docx' } },
    },
    { ...unknown, input: { id: 404, format: 'docx' } },
  ],
} as const satisfies Pick<ExamplesOf<'inspection'>, Verb>
