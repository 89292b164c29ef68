import { by, type ExamplesOf } from '../example.ts'
import { thisQuarter, opened, unproved, signedPeriod, written, restated } from './report-steps.ts'

const registered = by('activities', 'reports.register', {
  periodId: 1,
  number: '15',
  on: '2199-10-05',
})
const scanned = { file: () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x00]) }

type Registrations = Pick<ExamplesOf<'reports'>, 'register' | 'attachScan' | 'openScan' | 'handOver'>

export const reportRegistrations = {
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
} satisfies Registrations
