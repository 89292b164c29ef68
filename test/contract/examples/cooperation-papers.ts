import { by, type ExamplesOf } from '../example.ts'
import { school } from './activity-steps.ts'
import {
  agreed,
  booksGiven,
  donated,
  given,
  joined,
  onItsDay,
  projectRuns,
  reportMade,
  reportSent,
  travelled,
} from './cooperation-steps.ts'

type Verbs =
  | 'projects'
  | 'agreements'
  | 'expiring'
  | 'delegations'
  | 'memberships'
  | 'gifts'
  | 'giftSums'
  | 'vouchersToTie'
  | 'exportList'
  | 'rule'
  | 'setRule'
  | 'yearReports'
  | 'makeYearReport'
  | 'removeYearReport'
  | 'restoreYearReport'
  | 'recordSending'
  | 'produceYearReport'
  | 'produceGiftPaper'
  | 'agreementFiles'
  | 'attachAgreementFiles'
  | 'openAgreementFile'
  | 'removeAgreementFile'
  | 'restoreAgreementFile'

const as = 'activities' as const
const reads = 'reader' as const
const id = 404
const cursor = 'x'
const refuses = 'invalid_input'
const strange = { name: 'takes no cursor of another list', as: reads, input: { cursor }, refuses } as const
const rule = { rev: 1, noticeDays: 90, recipients: ['Cục Thư viện', 'Thư viện Quốc gia Việt Nam'] }
const pdf = () => new TextEncoder().encode('%PDF-1.4')
const attached = by(as, 'cooperation.attachAgreementFiles', ({ file }) => ({ agreementId: 1, files: [file] }))
const removedFile = by(as, 'cooperation.removeAgreementFile', { id: 1 })
const removedReport = by(as, 'cooperation.removeYearReport', { id: 1 })
const gone = { token: 'x'.repeat(24), name: 'ban-ky.pdf', size: 1 }
/** Another program wrote what another disk keeps. */
const written = [
  "insert into evidenceFile (hash, form, size) values ('00', 'pdf', 3)",
  "insert into agreementEvidence (agreementId, fileId, name, addedAt) values (1, 1, 'ban-ky.pdf', '2026-11-05T00:00:00.000Z')",
]

export const papers: Pick<ExamplesOf<'cooperation'>, Verbs> = {
  projects: [
    {
      name: 'are found, counted and summed',
      as: reads,
      before: [school, projectRuns],
      input: { text: 'tieng anh', state: 'running', year: 2026, partnerId: 1 },
      answers: { total: 1, valueVnd: 250_000_000, unvalued: 0 },
    },
    strange,
  ],
  agreements: [
    {
      name: 'are found by their kind',
      as: reads,
      before: [school, agreed],
      input: { kind: 'interconnection', partnerId: 1 },
      answers: { total: 1 },
    },
    strange,
  ],
  expiring: [
    {
      name: 'tells what ends soon',
      as: reads,
      before: [school, agreed],
      input: {},
      answers: { noticeDays: 60 },
    },
  ],
  delegations: [
    {
      name: 'are found with how many people',
      as: reads,
      before: [travelled],
      input: { year: 2026, direction: 'out' },
      answers: { total: 1, people: 5 },
    },
    strange,
  ],
  memberships: [
    {
      name: 'are found by their scope',
      as: reads,
      before: [joined],
      input: { scope: 'international', standing: 'active' },
      answers: { total: 1 },
    },
    strange,
  ],
  gifts: [
    {
      name: 'are found by who gave, and summed',
      as: reads,
      before: [school, given],
      input: { text: 'kim dong', kind: 'money', year: 2026, partnerId: 1 },
      answers: { total: 1, sum: { valueVnd: 5_000_000, gifts: 1 } },
    },
    strange,
  ],
  giftSums: [
    {
      name: 'adds them up by who gave',
      as: reads,
      before: [school, given, given],
      input: { along: 'donor' },
      answers: { rows: [{ key: '1', gifts: 2, valueVnd: 10_000_000 }], sum: { valueVnd: 10_000_000 } },
    },
  ],
  vouchersToTie: [
    {
      name: 'are those of donations that no gift has yet',
      as: reads,
      before: [donated],
      input: { text: 'bt' },
      answers: [{ id: 1, number: 'BT-01', copies: 0 }],
    },
    { name: 'are none that a gift has', as: reads, before: [donated, booksGiven], input: {}, answers: [] },
  ],
  exportList: [
    {
      name: 'hands out what was given, as a workbook',
      as: reads,
      before: [school, given],
      input: { format: 'xlsx', list: { of: 'gifts', filters: { kind: 'money' } } },
      answers: { rows: 1 },
    },
    ...(['partners', 'projects', 'agreements', 'delegations', 'memberships', 'gifts'] as const).map((of) => ({
      name: `hands out ${of}`,
      as: reads,
      before: [school, projectRuns, agreed, travelled, joined, given],
      input: { format: 'csv' as const, list: { of, filters: {} } },
      answers: { rows: 1 },
    })),
  ],
  rule: [{ name: 'is there from the start', as: reads, input: {}, answers: { rev: 1, noticeDays: 60 } }],
  setRule: [
    { name: 'is set by the library', as, input: rule, answers: { rev: 2, noticeDays: 90 } },
    {
      name: 'names each recipient once',
      as,
      input: { ...rule, recipients: ['Cục', 'Cục'] },
      refuses: 'recipient_twice',
    },
  ],
  yearReports: [
    {
      name: 'are listed with whom they were sent to',
      as: reads,
      before: [reportMade, reportSent],
      input: {},
      answers: [{ id: 1, year: 2026, isIntact: true }],
    },
  ],
  makeYearReport: [
    {
      name: 'is made for three recipients',
      as,
      before: [school, projectRuns, agreed, travelled, joined, given],
      input: { year: 2026 },
      answers: { id: 1, isIntact: true },
    },
    { name: 'waits for its year', as, input: { year: 2199 }, refuses: 'year_not_begun' },
  ],
  removeYearReport: [
    {
      name: 'takes away one that nobody has',
      as,
      before: [reportMade],
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as, input: { id }, refuses: 'report_not_found' },
    {
      name: 'keeps what was sent',
      as,
      before: [reportMade, reportSent],
      input: { id: 1 },
      refuses: 'report_sent',
    },
  ],
  restoreYearReport: [
    { name: 'brings it back', as, before: [reportMade, removedReport], input: { id: 1 }, answers: { id: 1 } },
    { name: 'finds nothing', as, input: { id }, refuses: 'report_not_found' },
  ],
  recordSending: [
    {
      name: 'records the day',
      as,
      before: [reportMade],
      input: onItsDay,
      answers: { id: 1 },
    },
    { name: 'finds nothing', as, input: { id, sentOn: null }, refuses: 'report_not_found' },
    {
      name: 'comes after the making',
      as,
      before: [reportMade],
      input: { id: 1, sentOn: '2020-01-01' },
      refuses: 'sent_before_made',
    },
    {
      name: 'is not recorded beforehand',
      as,
      before: [reportMade],
      input: { id: 1, sentOn: '2199-01-01' },
      refuses: 'sent_in_future',
    },
  ],
  produceYearReport: [
    { name: 'is printed as it was made', as: reads, before: [reportMade], input: { id: 1 }, answers: {} },
    { name: 'finds nothing', as: reads, input: { id }, refuses: 'report_not_found' },
  ],
  produceGiftPaper: [
    {
      name: 'prints a receipt with its number',
      as: reads,
      before: [school, given, by(as, 'cooperation.numberGift', { id: 1, rev: 1, paper: 'receipt' })],
      input: { id: 1, paper: 'receipt' },
      answers: {},
    },
    { name: 'finds nothing', as: reads, input: { id, paper: 'receipt' }, refuses: 'gift_not_found' },
    {
      name: 'needs the number first',
      as: reads,
      before: [school, given],
      input: { id: 1, paper: 'letter' },
      refuses: 'not_numbered',
    },
  ],
  agreementFiles: [
    {
      name: 'are listed',
      as: reads,
      before: [school, agreed],
      upset: written,
      input: { agreementId: 1 },
      answers: [{ id: 1, name: 'ban-ky.pdf', form: 'pdf' }],
    },
    {
      name: 'are those of no such agreement',
      as: reads,
      input: { agreementId: id },
      refuses: 'agreement_not_found',
    },
  ],
  attachAgreementFiles: [
    {
      name: 'keeps a file once',
      as,
      before: [school, agreed],
      file: pdf,
      input: ({ file }) => ({ agreementId: 1, files: [file, file] }),
      answers: { added: 1, again: ['handed-in.khosach'] },
    },
    {
      name: 'needs an agreement',
      as,
      file: pdf,
      input: ({ file }) => ({ agreementId: id, files: [file] }),
      refuses: 'agreement_not_found',
    },
    {
      name: 'needs the file',
      as,
      before: [school, agreed],
      input: { agreementId: 1, files: [gone] },
      refuses: 'file_gone',
    },
    {
      name: 'takes no file that is not what its name says',
      as,
      before: [school, agreed],
      file: () => new TextEncoder().encode('<html>'),
      input: ({ file }) => ({ agreementId: 1, files: [file] }),
      refuses: 'not_evidence',
    },
    {
      name: 'takes no file beyond measure',
      as,
      before: [school, agreed],
      file: () => new Uint8Array(20 * 1024 * 1024 + 1),
      input: ({ file }) => ({ agreementId: 1, files: [file] }),
      refuses: 'file_too_large',
    },
  ],
  openAgreementFile: [
    {
      name: 'opens it',
      as: reads,
      before: [school, agreed, attached],
      file: pdf,
      input: { id: 1 },
      answers: {},
    },
    { name: 'finds nothing', as: reads, input: { id }, refuses: 'evidence_not_found' },
    {
      name: 'hands out nothing that was altered',
      as: reads,
      before: [school, agreed],
      upset: written,
      input: { id: 1 },
      refuses: 'evidence_damaged',
    },
  ],
  removeAgreementFile: [
    {
      name: 'takes it off',
      as,
      before: [school, agreed],
      upset: written,
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as, input: { id }, refuses: 'evidence_not_found' },
  ],
  restoreAgreementFile: [
    {
      name: 'brings it back',
      as,
      before: [school, agreed, attached, removedFile],
      file: pdf,
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as, input: { id }, refuses: 'evidence_not_found' },
  ],
}
