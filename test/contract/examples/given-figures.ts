import { jpegOf } from '../../support/images.ts'
import { by, type ExamplesOf } from '../example.ts'
import { signedPeriod } from './report-steps.ts'

type GivenVerbs = Pick<
  ExamplesOf<'indicators'>,
  | 'give'
  | 'given'
  | 'updateGiven'
  | 'removeGiven'
  | 'restoreGiven'
  | 'attachGivenProof'
  | 'openGivenProof'
  | 'exportGiven'
>

const place = { code: 'M2a.11', fromOn: '2020-01-01', untilOn: '2020-03-31' } as const
const said = { ...place, value: 1250, reason: 'Sổ đếm tay của phòng đọc' }
const given = by('activities', 'indicators.give', said)
const removed = by('activities', 'indicators.removeGiven', { id: 1, rev: 1 })
/** Counted day by day after all. */
const counted = `insert into counterValue (siteId, "on", kindCode, value) values (1, '2020-02-03', 'onsite_adults', 5)`
const changed = { id: 1, rev: 1, value: 1300, reason: 'Đếm lại' }
/** Another program wrote what another disk keeps. */
const lost = [
  "insert into evidenceFile (hash, form, size) values ('00', 'jpg', 3)",
  "update givenFigure set fileId = 1, fileName = 'so-dem.jpg'",
]

export const givenFigures: GivenVerbs = {
  give: [
    {
      name: 'says what no record tells, who said it and why',
      as: 'activities',
      input: said,
      answers: { ...said, id: 1, rev: 1, status: 'known', givenBy: 'Người activities', proof: null },
    },
    {
      name: 'keeps not applicable apart from any number',
      as: 'director',
      input: { ...place, status: 'not_applicable', value: 3, reason: 'Không có phòng đọc' },
      answers: { status: 'not_applicable', value: null },
    },
    {
      name: 'knows no such figure',
      as: 'activities',
      input: { ...said, code: 'X' },
      refuses: 'unknown_indicator',
    },
    {
      name: 'is not for what has records',
      as: 'activities',
      input: { ...said, code: 'M2b.01' },
      refuses: 'has_records',
    },
    {
      name: 'asks for the number of what is known',
      as: 'activities',
      input: { ...place, reason: 'Sổ tay' },
      refuses: 'value_missing',
    },
    {
      name: 'is of a period that ends after it begins',
      as: 'activities',
      input: { ...said, untilOn: '2019-12-31' },
      refuses: 'span_reversed',
    },
    {
      name: 'is of no period to come',
      as: 'activities',
      input: { ...said, fromOn: '2190-01-01', untilOn: '2190-03-31' },
      refuses: 'period_not_begun',
    },
    {
      name: 'is not for a signed period, where a restatement speaks',
      as: 'activities',
      before: signedPeriod,
      input: said,
      refuses: 'period_signed',
    },
    {
      name: 'is said once for a period',
      as: 'activities',
      before: [given],
      input: said,
      refuses: 'given_twice',
    },
  ],
  given: [
    {
      name: 'are listed with what they do',
      as: 'reader',
      before: [given],
      input: { text: 'so dem tay', year: 2020 },
      answers: { rows: [{ code: 'M2a.11', value: 1250, use: 'counts' }], next: null },
    },
  ],
  updateGiven: [
    {
      name: 'says it anew',
      as: 'director',
      before: [given],
      input: changed,
      answers: { value: 1300, rev: 2, givenBy: 'Người director' },
    },
    { name: 'finds it gone', as: 'director', input: changed, refuses: 'given_not_found' },
    {
      name: 'asks for the number',
      as: 'director',
      before: [given],
      input: { id: 1, rev: 1, reason: 'Đếm lại' },
      refuses: 'value_missing',
    },
    {
      name: 'is too late once records tell it',
      as: 'director',
      before: [given],
      upset: [counted],
      input: changed,
      refuses: 'has_records',
    },
    {
      name: 'is too late once it was signed',
      as: 'director',
      before: [given, ...signedPeriod],
      input: changed,
      refuses: 'period_signed',
    },
  ],
  removeGiven: [
    {
      name: 'takes it away',
      as: 'activities',
      before: [given],
      input: { id: 1, rev: 1 },
      answers: { id: 1, rev: 2 },
    },
    { name: 'finds it gone', as: 'activities', input: { id: 1, rev: 1 }, refuses: 'given_not_found' },
    {
      name: 'is too late once it was signed',
      as: 'activities',
      before: [given, ...signedPeriod],
      input: { id: 1, rev: 1 },
      refuses: 'period_signed',
    },
  ],
  restoreGiven: [
    {
      name: 'brings it back',
      as: 'activities',
      before: [given, removed],
      input: { id: 1, rev: 2 },
      answers: { code: 'M2a.11', value: 1250, rev: 3 },
    },
    {
      name: 'is for what was removed',
      as: 'activities',
      before: [given],
      input: { id: 1, rev: 1 },
      refuses: 'given_not_found',
    },
    {
      name: 'leaves another in its place alone',
      as: 'activities',
      before: [given, removed, given],
      input: { id: 1, rev: 2 },
      refuses: 'given_twice',
    },
    {
      name: 'is too late once records tell it',
      as: 'activities',
      before: [given, removed],
      upset: [counted],
      input: { id: 1, rev: 2 },
      refuses: 'has_records',
    },
    {
      name: 'is too late once the period was signed',
      as: 'activities',
      before: [given, removed, ...signedPeriod],
      input: { id: 1, rev: 2 },
      refuses: 'period_signed',
    },
  ],
  attachGivenProof: [
    {
      name: 'keeps the file that proves it',
      as: 'activities',
      before: [given],
      file: () => jpegOf(),
      input: ({ file }) => ({ id: 1, file }),
      answers: { proof: 'handed-in.khosach' },
    },
    {
      name: 'needs a figure',
      as: 'activities',
      file: () => jpegOf(),
      input: ({ file }) => ({ id: 1, file }),
      refuses: 'given_not_found',
    },
    {
      name: 'is too late once it was signed',
      as: 'activities',
      before: [given, ...signedPeriod],
      file: () => jpegOf(),
      input: ({ file }) => ({ id: 1, file }),
      refuses: 'period_signed',
    },
    {
      name: 'needs the file',
      as: 'activities',
      before: [given],
      input: { id: 1, file: { token: 'x'.repeat(24), name: 'so.jpg', size: 1 } },
      refuses: 'file_gone',
    },
    {
      name: 'believes the content, not the name',
      as: 'activities',
      before: [given],
      file: () => Buffer.from('MZ this is no picture'),
      input: ({ file }) => ({ id: 1, file }),
      refuses: 'not_evidence',
    },
    {
      name: 'has room for papers, not for films',
      as: 'activities',
      before: [given],
      file: () => Buffer.concat([jpegOf(), Buffer.alloc(21 * 1024 * 1024)]),
      input: ({ file }) => ({ id: 1, file }),
      refuses: 'file_too_large',
    },
  ],
  openGivenProof: [
    {
      name: 'hands the file over under its name',
      as: 'reader',
      before: [given, by('activities', 'indicators.attachGivenProof', ({ file }) => ({ id: 1, file }))],
      file: () => jpegOf(),
      input: { id: 1 },
      answers: { file: { name: 'handed-in.khosach.jpg' } },
    },
    {
      name: 'has none',
      as: 'reader',
      before: [given],
      input: { id: 1 },
      refuses: 'evidence_not_found',
    },
    {
      name: 'does not pass off a lost file',
      as: 'reader',
      before: [given],
      upset: lost,
      input: { id: 1 },
      refuses: 'evidence_damaged',
    },
  ],
  exportGiven: [
    {
      name: 'is a list of them',
      as: 'reader',
      before: [given],
      input: { filters: {}, format: 'csv' },
      answers: { rows: 1, file: { name: 'so-nhap-tay.csv' } },
    },
  ],
}
