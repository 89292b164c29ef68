import type { MarcRecord } from '../../../shared/catalogue/contract.ts'
import { readyProfile } from '../../../shared/interchange/contract.ts'
import { foreignRecord, iso2709Of } from '../../support/marc-file.ts'
import { among, by, type ExamplesOf, type Given } from '../example.ts'
import { testPassword } from '../../support/engine.ts'

const effectiveOn = '2026-07-01'
const koha = { ...readyProfile('koha', 'Koha'), source: 'Koha tỉnh' }
const unknownFile = { token: 'x'.repeat(24), name: 'mat.mrc', size: 1 }

const fileOf = (records: MarcRecord[]) => () => new Uint8Array(Buffer.concat(records.map(iso2709Of)))
const someRecords = fileOf([0, 1, 2].map((number) => foreignRecord(number, 1)))
const noMarc = () => new TextEncoder().encode('\u0000\u0001\u0002 không phải biểu ghi nào '.repeat(20))

type Options = { source?: string; kind?: 'import' | 'refresh'; isOpening?: boolean }
const staging =
  ({ source = koha.source, ...options }: Options = {}) =>
  ({ file }: Given) => ({ files: [file], profile: { ...koha, source }, effectiveOn, ...options })
const staged = by('cataloguer', 'interchange.stage', staging())
const written = by('cataloguer', 'interchange.write', { id: 1 })
const editedTitle = by('cataloguer', 'catalogue.updateTitle', {
  id: 1,
  rev: 1,
  title: 'Sửa tay sau khi nhập',
})
const signedSummer = [
  by('activities', 'reports.openPeriod', { period: '2026-Q3' }),
  by('activities', 'reports.check', { id: 1, rev: 1, password: testPassword }),
  by('director', 'reports.sign', { id: 1, rev: 2, password: 'mat-khau-thu' }),
]
/** The third part of a year's register, which says that its books are closed. */
const closedYear = (year: number) =>
  `insert into registerBook (register, year, linesPerPage, closedAt) values ('stock', ${year}, 25, '2026-01-05T00:00:00.000Z')`

type Verb =
  | 'look'
  | 'stage'
  | 'runs'
  | 'run'
  | 'records'
  | 'record'
  | 'effect'
  | 'vanished'
  | 'usedSince'
  | 'setPolicy'
  | 'decide'
  | 'write'
  | 'undo'
  | 'dropRun'
  | 'dropFile'

export const interchangeRuns = {
  look: [
    {
      name: 'says what a file is',
      as: 'cataloguer',
      file: someRecords,
      input: ({ file }) => ({ files: [file] }),
      answers: { files: [{ kind: 'iso2709' }], encoding: { guessed: 'utf8' }, sheets: [], columns: null },
    },
    { name: 'has no file', as: 'cataloguer', input: { files: [unknownFile] }, refuses: 'file_gone' },
    {
      name: 'cannot read whatever it is',
      as: 'cataloguer',
      file: noMarc,
      input: ({ file }) => ({ files: [file] }),
      refuses: 'source_unreadable',
    },
  ],
  stage: [
    {
      name: 'reads a file without touching the catalogue',
      as: 'cataloguer',
      file: someRecords,
      input: staging(),
      answers: { runId: 1 },
    },
    {
      name: 'has no file',
      as: 'cataloguer',
      input: { files: [unknownFile], profile: koha, effectiveOn },
      refuses: 'file_gone',
    },
    {
      name: 'cannot read whatever it is',
      as: 'cataloguer',
      file: noMarc,
      input: staging(),
      refuses: 'source_unreadable',
    },
    {
      name: 'has no such run to read once more',
      as: 'cataloguer',
      input: { files: [], againRunId: 9, profile: koha, effectiveOn },
      refuses: 'run_not_found',
    },
    {
      name: 'reads no run once more that stands in the catalogue',
      as: 'cataloguer',
      file: someRecords,
      before: [staged, written],
      input: { files: [], againRunId: 1, profile: koha, effectiveOn },
      refuses: 'wrong_state',
    },
  ],
  runs: [
    {
      name: 'lists them, the newest first',
      as: 'cataloguer',
      file: someRecords,
      before: [staged],
      input: {},
      answers: { rows: [{ id: 1, state: 'staged' }], next: null },
    },
  ],
  run: [
    {
      name: 'says what a file would bring',
      as: 'cataloguer',
      file: someRecords,
      before: [staged],
      input: { id: 1 },
      answers: { state: 'staged', counts: { records: 3, byVerdict: { new: 3 }, copies: 3 }, hasFile: true },
    },
    { name: 'has no such run', as: 'cataloguer', input: { id: 9 }, refuses: 'run_not_found' },
  ],
  records: [
    {
      name: 'lists the lines of a run',
      as: 'cataloguer',
      file: someRecords,
      before: [staged],
      input: { runId: 1, verdicts: ['new'] },
      answers: { total: { count: 3 }, rows: among({ place: 1, verdict: 'new', copies: 1 }) },
    },
  ],
  record: [
    {
      name: 'shows a line as it was read, and its bytes',
      as: 'cataloguer',
      file: someRecords,
      before: [staged],
      input: { id: 1 },
      answers: { line: { place: 1 }, matched: null, copies: [{ accessionNumber: 'KD0000001' }] },
    },
    { name: 'has no such line', as: 'cataloguer', input: { id: 9 }, refuses: 'record_not_found' },
  ],
  effect: [
    {
      name: 'says what the figures of this quarter would be',
      as: 'cataloguer',
      file: someRecords,
      before: [staged],
      input: { runId: 1 },
      answers: { figures: among({ code: 'M2b.01', before: 0, after: 3 }) },
    },
    { name: 'has no such run', as: 'cataloguer', input: { runId: 9 }, refuses: 'run_not_found' },
  ],
  vanished: [
    {
      name: 'knows of none but in a refresh',
      as: 'cataloguer',
      input: { runId: 9 },
      answers: { rows: [], next: null },
    },
  ],
  usedSince: [
    {
      name: 'names what was worked on since',
      as: 'cataloguer',
      file: someRecords,
      before: [staged, written, editedTitle],
      input: { runId: 1 },
      answers: { rows: [{ titleId: 1, uses: ['edited'] }] },
    },
  ],
  setPolicy: [
    {
      name: 'says what becomes of those that are there',
      as: 'cataloguer',
      file: someRecords,
      before: [staged],
      input: { id: 1, rev: 1, onMatch: 'overlay' },
      answers: { options: { onMatch: 'overlay' } },
    },
    { name: 'has no such run', as: 'cataloguer', input: { id: 9, rev: 1 }, refuses: 'run_not_found' },
    {
      name: 'is too late',
      as: 'cataloguer',
      file: someRecords,
      before: [staged, written],
      input: { id: 1, rev: 3 },
      refuses: 'wrong_state',
    },
  ],
  decide: [
    {
      name: 'leaves a line out',
      as: 'cataloguer',
      file: someRecords,
      before: [staged],
      input: { runId: 1, recordIds: [2], decision: 'skip' },
      answers: { records: 1 },
    },
    {
      name: 'has no such run',
      as: 'cataloguer',
      input: { runId: 9, recordIds: [1], decision: null },
      refuses: 'run_not_found',
    },
    {
      name: 'is too late',
      as: 'cataloguer',
      file: someRecords,
      before: [staged, written],
      input: { runId: 1, recordIds: [1], decision: 'skip' },
      refuses: 'wrong_state',
    },
  ],
  write: [
    {
      name: 'brings the records in',
      as: 'cataloguer',
      file: someRecords,
      before: [staged],
      input: { id: 1 },
      answers: { runId: 1 },
    },
    { name: 'has no such run', as: 'cataloguer', input: { id: 9 }, refuses: 'run_not_found' },
    {
      name: 'has been written',
      as: 'cataloguer',
      file: someRecords,
      before: [staged, written],
      input: { id: 1 },
      refuses: 'wrong_state',
    },
    {
      name: 'has lost its file',
      as: 'cataloguer',
      file: someRecords,
      before: [staged],
      upset: ['update importRun set stageJobId = 99'],
      input: { id: 1 },
      refuses: 'file_gone',
    },
    {
      name: 'cannot add to a year that is closed',
      as: 'cataloguer',
      file: someRecords,
      before: [by('cataloguer', 'interchange.stage', staging({ isOpening: false }))],
      upset: [closedYear(2026)],
      input: { id: 1 },
      refuses: 'year_is_closed',
    },
  ],
  undo: [
    {
      name: 'takes a run back',
      as: 'cataloguer',
      file: someRecords,
      before: [staged, written],
      input: { id: 1 },
      answers: { titles: 3, copies: 3, kept: 0 },
    },
    { name: 'has no such run', as: 'cataloguer', input: { id: 9 }, refuses: 'run_not_found' },
    {
      name: 'has written nothing yet',
      as: 'cataloguer',
      file: someRecords,
      before: [staged],
      input: { id: 1 },
      refuses: 'wrong_state',
    },
    {
      name: 'asks where something was used since',
      as: 'cataloguer',
      file: someRecords,
      before: [staged, written, editedTitle],
      input: { id: 1 },
      refuses: 'used_since',
    },
    {
      name: 'is over once a quarter is signed that counts it',
      as: 'cataloguer',
      file: someRecords,
      before: [staged, written, ...signedSummer],
      input: { id: 1 },
      refuses: 'period_signed',
    },
    {
      name: 'is over once the books it stands in are closed',
      as: 'cataloguer',
      file: someRecords,
      before: [staged, written],
      upset: [`update registerBook set closedAt = '2026-12-31T00:00:00.000Z' where register = 'accessions'`],
      input: { id: 1 },
      refuses: 'year_is_closed',
    },
  ],
  dropRun: [
    {
      name: 'lets a run go that was never written',
      as: 'cataloguer',
      file: someRecords,
      before: [staged],
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'has no such run', as: 'cataloguer', input: { id: 9 }, refuses: 'run_not_found' },
    {
      name: 'keeps one that stands in the catalogue',
      as: 'cataloguer',
      file: someRecords,
      before: [staged, written],
      input: { id: 1 },
      refuses: 'wrong_state',
    },
  ],
  dropFile: [
    {
      name: 'lets the file go, and keeps the lines',
      as: 'cataloguer',
      file: someRecords,
      before: [staged, written],
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'has no such run', as: 'cataloguer', input: { id: 9 }, refuses: 'run_not_found' },
    {
      name: 'needs it still to write',
      as: 'cataloguer',
      file: someRecords,
      before: [staged],
      input: { id: 1 },
      refuses: 'wrong_state',
    },
  ],
} satisfies Pick<ExamplesOf<'interchange'>, Verb>
