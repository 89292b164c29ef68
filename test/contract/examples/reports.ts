import { isoDateAt, quarterOf } from '../../../shared/dates.ts'
import { testPassword } from '../../support/engine.ts'
import { among, by, type ExamplesOf, type Given } from '../example.ts'

export const spring = { year: 2020, quarter: 1 }
const thisQuarter = quarterOf(isoDateAt(Date.now()))
const opened = by('activities', 'reports.openPeriod', spring)
const checked = by('activities', 'reports.check', { id: 1, rev: 1, password: testPassword })
const signed = by('director', 'reports.sign', { id: 1, rev: 2, password: testPassword })
const mistyped = by('director', 'reports.sign', { id: 1, rev: 2, password: 'sai' })
/** Held, and nothing proves it. */
const unproved = by('activities', 'activities.add', {
  name: 'Triển lãm',
  typeCode: 'E01',
  state: 'done',
  sessions: [{ on: '2020-02-01', attended: 50 }],
})
const doubt = { rule: 'proof_missing', code: 'M2c.13a', details: { count: 1 } } as const
const explained = by('activities', 'reports.explainDoubt', {
  id: 1,
  ...doubt,
  text: 'Ảnh còn ở máy của khách.',
})
export const signedPeriod = [opened, checked, signed]
/** Recorded late, for a day within the quarter. */
const written = by('cataloguer', 'catalogue.addTitle', {
  title: 'Sách điện tử',
  material: 'digital',
  digitalOrigin: 'bought',
  addedOn: '2020-02-01',
})
const again = { id: 1, rev: 3, reason: 'Nhập sót', password: testPassword }
const restated = by('director', 'reports.restate', again)
const registered = by('activities', 'reports.register', {
  periodId: 1,
  number: '15',
  on: '2199-10-05',
})
const scanned = { file: () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x00]) }
const futureEntry =
  "insert into journalCommand (epochId, at, operation, isBulk) select max(id), '2199-01-01T00:00:00.000Z', 'reports.setNote', 0 from epoch"
const guessed = by('director', 'reports.restate', { ...again, password: 'sai' })
const running =
  "insert into job (operation, input, state, startedAt) values ('demo.fill', '{}', 'running', '2026-01-01T00:00:00.000Z')"

export const reports = {
  periods: [
    {
      name: 'shows the quarters, newest first',
      as: 'reader',
      before: [opened, by('activities', 'reports.openPeriod', { year: 2020, quarter: 2 })],
      input: {},
      answers: [
        { id: 2, quarter: 2 },
        {
          id: 1,
          quarter: 1,
          from: '2020-01-01',
          to: '2020-03-31',
          state: 'open',
          preparedBy: 'Người activities',
        },
      ],
    },
  ],
  period: [
    {
      name: 'shows figures that still move',
      as: 'reader',
      before: [opened],
      input: { id: 1 },
      answers: {
        figures: among({ code: 'M2b.02', value: 0, status: 'known' }),
        problems: ['profile_incomplete'],
        journalHead: null,
        figuresHash: null,
      },
    },
    {
      name: 'shows the signed figures of the quarter before',
      as: 'reader',
      before: [...signedPeriod, by('activities', 'reports.openPeriod', { year: 2020, quarter: 2 })],
      input: { id: 2 },
      answers: {
        figures: among({ code: 'M2b.02', previous: { status: 'known', value: 0, isSigned: true } }),
      },
    },
    {
      name: 'asks about what is unusual',
      as: 'reader',
      before: [opened, unproved],
      input: { id: 1 },
      answers: { doubts: among({ ...doubt, explanation: null }) },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'period_not_found' },
  ],
  changes: [
    {
      name: 'finds none in what nobody touched',
      as: 'reader',
      before: signedPeriod,
      input: { id: 1 },
      answers: { figures: [], restatements: [] },
    },
    {
      name: 'tells of what was written into a signed quarter',
      as: 'reader',
      before: [...signedPeriod, written],
      input: { id: 1 },
      answers: {
        figures: among({
          code: 'M2b.09',
          before: { status: 'known', value: 0 },
          now: { status: 'known', value: 1 },
        }),
      },
    },
    {
      name: 'tells what was said anew',
      as: 'reader',
      before: [...signedPeriod, written, restated],
      input: { id: 1 },
      answers: { figures: [], restatements: [{ number: 1, reason: 'Nhập sót', signedBy: 'Người director' }] },
    },
    { name: 'has no report to look at', as: 'reader', input: { id: 404 }, refuses: 'period_not_found' },
  ],
  restate: [
    {
      name: 'says anew what was signed',
      as: 'director',
      before: [...signedPeriod, written],
      input: again,
      answers: { rev: 4, state: 'signed', restated: 1 },
    },
    {
      name: 'has nothing to say',
      as: 'director',
      before: signedPeriod,
      input: again,
      refuses: 'nothing_changed',
    },
    {
      name: 'has no report to go to',
      as: 'director',
      input: { ...again, id: 404 },
      refuses: 'period_not_found',
    },
    {
      name: 'comes after signing',
      as: 'director',
      before: [opened],
      input: { ...again, rev: 1 },
      refuses: 'wrong_state',
    },
    {
      name: 'asks for the password again',
      as: 'director',
      before: [...signedPeriod, written],
      input: { ...again, password: 'sai' },
      refuses: 'wrong_credentials',
    },
    {
      name: 'cannot be guessed at',
      as: 'director',
      holdsSession: true,
      before: [...signedPeriod, written, ...Array.from({ length: 5 }, () => guessed)],
      input: again,
      refuses: 'throttled',
    },
    {
      name: 'waits for a run that may change figures',
      as: 'director',
      before: [...signedPeriod, written],
      upset: [running],
      input: again,
      refuses: 'job_running',
    },
    {
      name: 'waits for a clock that goes on',
      as: 'director',
      before: [...signedPeriod, written],
      upset: [futureEntry],
      input: again,
      refuses: 'clock_set_back',
    },
  ],
  explainDoubt: [
    {
      name: 'says why a figure is as it is',
      as: 'activities',
      before: [opened, unproved],
      input: { id: 1, ...doubt, text: 'Ảnh còn ở máy của khách.' },
      answers: { id: 1 },
    },
    {
      name: 'takes back what was said',
      as: 'activities',
      before: [opened, unproved, explained],
      input: { id: 1, ...doubt, text: '' },
      answers: { id: 1 },
    },
    {
      name: 'has no report to go to',
      as: 'activities',
      input: { id: 404, ...doubt, text: 'x' },
      refuses: 'period_not_found',
    },
    {
      name: 'comes before checking',
      as: 'activities',
      before: [opened, checked],
      input: { id: 1, ...doubt, text: 'x' },
      refuses: 'wrong_state',
    },
  ],
  register: [
    {
      name: 'gives a signed report its number',
      as: 'activities',
      before: signedPeriod,
      input: { periodId: 1, number: '15', on: '2199-10-05' },
      answers: { id: 1, rev: 1, restatement: null, number: '15', on: '2199-10-05', scan: null },
    },
    {
      name: 'is corrected with a reason',
      as: 'activities',
      before: [...signedPeriod, registered],
      input: { periodId: 1, rev: 1, number: '16', on: '2199-10-05', reason: 'Ghi nhầm số' },
      answers: { rev: 2, number: '16', reason: 'Ghi nhầm số' },
    },
    {
      name: 'is not corrected without one',
      as: 'activities',
      before: [...signedPeriod, registered],
      input: { periodId: 1, rev: 1, number: '16', on: '2199-10-05' },
      refuses: 'reason_missing',
    },
    {
      name: 'gives no number twice in a year',
      as: 'activities',
      before: [...signedPeriod, written, restated, registered],
      input: { periodId: 1, restatement: 1, number: '15', on: '2199-10-06' },
      refuses: 'number_taken',
    },
    {
      name: 'comes after signing',
      as: 'activities',
      before: [opened],
      input: { periodId: 1, number: '15', on: '2199-10-05' },
      refuses: 'wrong_state',
    },
    {
      name: 'bears no day before the signature',
      as: 'activities',
      before: signedPeriod,
      input: { periodId: 1, number: '15', on: '2020-04-01' },
      refuses: 'before_signing',
    },
    {
      name: 'has no report to go to',
      as: 'activities',
      input: { periodId: 404, number: '15', on: '2199-10-05' },
      refuses: 'period_not_found',
    },
    {
      name: 'has no restatement to go to',
      as: 'activities',
      before: signedPeriod,
      input: { periodId: 1, restatement: 3, number: '15', on: '2199-10-05' },
      refuses: 'restatement_not_found',
    },
  ],
  attachScan: [
    {
      name: 'keeps the stamped paper by its hash',
      as: 'activities',
      before: [...signedPeriod, registered],
      ...scanned,
      input: ({ file }) => ({ periodId: 1, file }),
      answers: {},
    },
    {
      name: 'waits for the number',
      as: 'activities',
      before: signedPeriod,
      ...scanned,
      input: ({ file }) => ({ periodId: 1, file }),
      refuses: 'not_registered',
    },
    {
      name: 'has no file',
      as: 'activities',
      before: [...signedPeriod, registered],
      input: { periodId: 1, file: { token: 'x'.repeat(22), name: 'quet.pdf', size: 1 } },
      refuses: 'file_gone',
    },
    {
      name: 'keeps nothing larger than a scan needs',
      as: 'activities',
      before: [...signedPeriod, registered],
      file: () => new Uint8Array(20 * 1024 * 1024 + 1),
      input: ({ file }) => ({ periodId: 1, file }),
      refuses: 'file_too_large',
    },
    {
      name: 'keeps nothing that is no picture or paper',
      as: 'activities',
      before: [...signedPeriod, registered],
      file: () => new TextEncoder().encode('không phải bản quét'),
      input: ({ file }) => ({ periodId: 1, file }),
      refuses: 'not_evidence',
    },
  ],
  openScan: [
    {
      name: 'hands over the stamped paper',
      as: 'reader',
      before: [
        ...signedPeriod,
        registered,
        by('activities', 'reports.attachScan', ({ file }) => ({ periodId: 1, file })),
      ],
      ...scanned,
      input: { id: 1 },
      answers: { file: {} },
    },
    {
      name: 'has nothing to open',
      as: 'reader',
      input: { id: 404 },
      refuses: 'scan_not_found',
    },
    {
      name: 'does not pass for proof what is gone from the disk',
      as: 'reader',
      before: [...signedPeriod, registered],
      upset: [
        `insert into evidenceFile (hash, form, size) values ('${'a'.repeat(64)}', 'jpg', 5)`,
        "update reportRegistration set fileId = (select max(id) from evidenceFile), fileName = 'quet.jpg'",
      ],
      input: { id: 1 },
      refuses: 'scan_damaged',
    },
  ],
  handOver: [
    {
      name: 'gives the report to whoever checks it',
      as: 'activities',
      before: [opened],
      input: { id: 1, rev: 1 },
      answers: { rev: 2, state: 'open', preparedBy: 'Người activities' },
    },
    {
      name: 'is done once',
      as: 'activities',
      before: [opened, by('activities', 'reports.handOver', { id: 1, rev: 1 })],
      input: { id: 1, rev: 2 },
      refuses: 'wrong_state',
    },
    {
      name: 'has nothing to hand over',
      as: 'activities',
      input: { id: 404, rev: 1 },
      refuses: 'period_not_found',
    },
    {
      name: 'waits for the last day',
      as: 'activities',
      before: [by('activities', 'reports.openPeriod', thisQuarter)],
      input: { id: 1, rev: 1 },
      refuses: 'period_not_ended',
    },
    {
      name: 'waits until what is unusual is explained',
      as: 'activities',
      before: [opened, unproved],
      input: { id: 1, rev: 1 },
      refuses: 'unexplained',
    },
  ],
  openPeriod: [
    { name: 'begins a report', as: 'activities', input: spring, answers: { id: 1, rev: 1, state: 'open' } },
    { name: 'begins it once', as: 'director', before: [opened], input: spring, refuses: 'period_exists' },
    {
      name: 'begins none before its quarter',
      as: 'activities',
      input: { year: 2199, quarter: 4 },
      refuses: 'period_in_future',
    },
  ],
  setNote: [
    {
      name: 'puts words beside the figures',
      as: 'activities',
      before: [opened],
      input: { id: 1, rev: 1, note: 'Quý này kho đóng cửa hai tuần.' },
      answers: { rev: 2, note: 'Quý này kho đóng cửa hai tuần.' },
    },
    {
      name: 'has no report to go to',
      as: 'activities',
      input: { id: 404, rev: 1, note: '' },
      refuses: 'period_not_found',
    },
    {
      name: 'changes nothing that was signed',
      as: 'activities',
      before: signedPeriod,
      input: { id: 1, rev: 3, note: 'x' },
      refuses: 'wrong_state',
    },
  ],
  check: [
    {
      name: 'says who has checked',
      as: 'activities',
      before: [opened],
      input: { id: 1, rev: 1, password: testPassword },
      answers: { rev: 2, state: 'checked', checkedBy: 'Người activities' },
    },
    {
      name: 'waits until what is unusual is explained',
      as: 'activities',
      before: [opened, unproved],
      input: { id: 1, rev: 1, password: testPassword },
      refuses: 'unexplained',
    },
    {
      name: 'goes on once it is',
      as: 'activities',
      before: [opened, unproved, explained],
      input: { id: 1, rev: 1, password: testPassword },
      answers: { state: 'checked' },
    },
    {
      name: 'has nothing to check',
      as: 'activities',
      input: { id: 404, rev: 1, password: testPassword },
      refuses: 'period_not_found',
    },
    {
      name: 'is done once',
      as: 'activities',
      before: [opened, checked],
      input: { id: 1, rev: 2, password: testPassword },
      refuses: 'wrong_state',
    },
    {
      name: 'waits for the last day',
      as: 'activities',
      before: [by('activities', 'reports.openPeriod', thisQuarter)],
      input: { id: 1, rev: 1, password: testPassword },
      refuses: 'period_not_ended',
    },
    {
      name: 'asks for the password of whoever checks',
      as: 'activities',
      before: [opened],
      input: { id: 1, rev: 1, password: 'sai' },
      refuses: 'wrong_credentials',
    },
    {
      name: 'cannot be guessed at',
      as: 'activities',
      holdsSession: true,
      before: [
        opened,
        ...Array.from({ length: 5 }, () =>
          by('activities', 'reports.check', { id: 1, rev: 1, password: 'sai' }),
        ),
      ],
      input: { id: 1, rev: 1, password: testPassword },
      refuses: 'throttled',
    },
    {
      name: 'waits for a clock that goes on',
      as: 'activities',
      before: [opened],
      upset: [futureEntry],
      input: { id: 1, rev: 1, password: testPassword },
      refuses: 'clock_set_back',
    },
  ],
  sendBack: [
    {
      name: 'opens a checked report again',
      as: 'director',
      before: [opened, checked],
      input: { id: 1, rev: 2 },
      answers: { rev: 3, state: 'open', checkedBy: null, checkedAt: null },
    },
    {
      name: 'has nothing to send back',
      as: 'director',
      input: { id: 404, rev: 1 },
      refuses: 'period_not_found',
    },
    {
      name: 'takes back no signature',
      as: 'director',
      before: signedPeriod,
      input: { id: 1, rev: 3 },
      refuses: 'wrong_state',
    },
  ],
  sign: [
    {
      name: 'is the director saying so with a password',
      as: 'director',
      before: [opened, checked],
      input: { id: 1, rev: 2, password: testPassword },
      answers: { rev: 3, state: 'signed', signedBy: 'Người director' },
    },
    {
      name: 'has nothing to sign',
      as: 'director',
      input: { id: 404, rev: 1, password: testPassword },
      refuses: 'period_not_found',
    },
    {
      name: 'comes after checking',
      as: 'director',
      before: [opened],
      input: { id: 1, rev: 1, password: testPassword },
      refuses: 'wrong_state',
    },
    {
      name: 'waits for an explanation of what came later',
      as: 'director',
      before: [opened, checked, unproved],
      input: { id: 1, rev: 2, password: testPassword },
      refuses: 'unexplained',
    },
    {
      name: 'asks for the password again',
      as: 'director',
      before: [opened, checked],
      input: { id: 1, rev: 2, password: 'sai' },
      refuses: 'wrong_credentials',
    },
    {
      name: 'cannot be guessed at',
      as: 'director',
      holdsSession: true,
      before: [opened, checked, mistyped, mistyped, mistyped, mistyped, mistyped],
      input: { id: 1, rev: 2, password: testPassword },
      refuses: 'throttled',
    },
    {
      name: 'waits for a run that may change figures',
      as: 'director',
      before: [opened, checked],
      upset: [running],
      input: { id: 1, rev: 2, password: testPassword },
      refuses: 'job_running',
    },
    {
      name: 'waits for a clock that goes on',
      as: 'director',
      before: [opened, checked],
      upset: [futureEntry],
      input: { id: 1, rev: 2, password: testPassword },
      refuses: 'clock_set_back',
    },
  ],
  produce: [
    {
      name: 'writes the report as a document',
      as: 'reader',
      before: [opened],
      input: { id: 1, format: 'docx' },
      answers: { file: { name: 'bao-cao-2020-quy-1.docx' } },
    },
    {
      name: 'writes no report that is not there',
      as: 'reader',
      input: { id: 404, format: 'xlsx' },
      refuses: 'period_not_found',
    },
    {
      name: 'writes no restatement that is not there',
      as: 'reader',
      before: signedPeriod,
      input: { id: 1, format: 'docx', restatement: 1 },
      refuses: 'restatement_not_found',
    },
  ],
  verifyFile: [
    {
      name: 'knows what was signed here',
      as: 'reader',
      before: [...signedPeriod, by('reader', 'reports.produce', { id: 1, format: 'docx' })],
      input: ({ values }) => values.at(-1) as { file: Given['file'] },
      answers: { verdict: 'intact', format: 'docx', report: { periodId: 1, revision: 1 }, differences: [] },
    },
    {
      name: 'says of a provisional report that it bears no seal',
      as: 'reader',
      before: [opened, by('reader', 'reports.produce', { id: 1, format: 'xlsx' })],
      input: ({ values }) => values.at(-1) as { file: Given['file'] },
      answers: { verdict: 'no_seal', format: 'xlsx', report: null },
    },
    {
      name: 'cannot read what is no report',
      as: 'reader',
      file: () => new TextEncoder().encode('không phải báo cáo'),
      input: ({ file }) => ({ file }),
      answers: { verdict: 'unreadable', format: null },
    },
    {
      name: 'has no file to look at',
      as: 'reader',
      input: { file: { token: 'x'.repeat(22), name: 'mat.docx', size: 1 } },
      refuses: 'file_gone',
    },
  ],
} satisfies ExamplesOf<'reports'>
