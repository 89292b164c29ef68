import { jpegOf } from '../../support/images.ts'
import { by, type ExamplesOf } from '../example.ts'

type EarlierVerbs = Pick<
  ExamplesOf<'indicators'>,
  | 'earlier'
  | 'undoEarlier'
  | 'redoEarlier'
  | 'earlierTemplate'
  | 'previewEarlier'
  | 'takeEarlier'
  | 'openEarlierProof'
>

const table = (text: string) => () => Buffer.from(text)
const fine = table('Mã;Quý I/2019\nM2b.06;12,5\n')
const source = 'Báo cáo 45/BC-TV'
const taken = by('director', 'indicators.takeEarlier', ({ file }) => ({ file, source }))
const undone = by('director', 'indicators.undoEarlier', { id: 1, rev: 1 })
const gone = { token: 'x'.repeat(24), name: 'cu.xlsx', size: 1 }

export const earlierReports: EarlierVerbs = {
  earlier: [
    {
      name: 'lists what was taken in',
      as: 'reader',
      before: [taken],
      file: fine,
      input: {},
      answers: { rows: [{ id: 1, source, figures: 1, fromOn: '2019-01-01', undoneOn: null }], next: null },
    },
  ],
  undoEarlier: [
    {
      name: 'takes a report back as a whole',
      as: 'director',
      before: [taken],
      file: fine,
      input: { id: 1, rev: 1 },
      answers: { rev: 2, figures: 1 },
    },
    { name: 'finds it gone', as: 'director', input: { id: 1, rev: 1 }, refuses: 'earlier_not_found' },
  ],
  redoEarlier: [
    {
      name: 'uses it again',
      as: 'director',
      before: [taken, undone],
      file: fine,
      input: { id: 1, rev: 2 },
      answers: { undoneOn: null },
    },
    {
      name: 'is for what was taken back',
      as: 'director',
      before: [taken],
      file: fine,
      input: { id: 1, rev: 1 },
      refuses: 'earlier_not_found',
    },
    {
      name: 'leaves another in its place alone',
      as: 'director',
      before: [taken, undone, taken],
      file: fine,
      input: { id: 1, rev: 2 },
      refuses: 'earlier_there',
    },
  ],
  earlierTemplate: [
    {
      name: 'is a workbook to fill in',
      as: 'reader',
      input: {},
      answers: { file: { name: 'mau-bao-cao-truoc-day.xlsx' } },
    },
  ],
  previewEarlier: [
    {
      name: 'says what is understood, cell by cell',
      as: 'director',
      file: fine,
      input: ({ file }) => ({ file }),
      answers: {
        figures: [{ line: 2, code: 'M2b.06', fromOn: '2019-01-01', value: 12.5 }],
        figureCount: 1,
        problemCount: 0,
        doubtful: 0,
      },
    },
    { name: 'needs the file', as: 'director', input: { file: gone }, refuses: 'file_gone' },
    {
      name: 'reads tables',
      as: 'director',
      file: () => jpegOf(),
      input: ({ file }) => ({ file }),
      refuses: 'not_a_table',
    },
    {
      name: 'needs codes',
      as: 'director',
      file: table('Tên;Quý I/2019\nSách;5\n'),
      input: ({ file }) => ({ file }),
      refuses: 'no_code_column',
    },
    {
      name: 'needs quarters',
      as: 'director',
      file: table('Mã;Năm\nM2b.06;5\n'),
      input: ({ file }) => ({ file }),
      refuses: 'no_quarter_column',
    },
  ],
  takeEarlier: [
    {
      name: 'takes the figures in with the report they come from',
      as: 'director',
      file: fine,
      input: ({ file }) => ({ file, source }),
      answers: { id: 1, figures: 1 },
    },
    { name: 'needs the file', as: 'director', input: { file: gone, source }, refuses: 'file_gone' },
    {
      name: 'reads tables',
      as: 'director',
      file: () => jpegOf(),
      input: ({ file }) => ({ file, source }),
      refuses: 'not_a_table',
    },
    {
      name: 'needs codes',
      as: 'director',
      file: table('Tên;Quý I/2019\nSách;5\n'),
      input: ({ file }) => ({ file, source }),
      refuses: 'no_code_column',
    },
    {
      name: 'needs quarters',
      as: 'director',
      file: table('Mã;Năm\nM2b.06;5\n'),
      input: ({ file }) => ({ file, source }),
      refuses: 'no_quarter_column',
    },
    {
      name: 'guesses no number',
      as: 'director',
      file: table('Mã;Quý I/2019\nM2b.06;1.250\n'),
      input: ({ file }) => ({ file, source }),
      refuses: 'file_has_problems',
    },
    {
      name: 'needs figures',
      as: 'director',
      file: table('Mã;Quý I/2019\nM2b.06;\n'),
      input: ({ file }) => ({ file, source }),
      refuses: 'nothing_to_take',
    },
    {
      name: 'keeps as proof what is one',
      as: 'director',
      file: fine,
      input: ({ file }) => ({ file, source, proof: file }),
      refuses: 'not_evidence',
    },
    {
      name: 'has room for papers, not for films',
      as: 'director',
      file: () => Buffer.concat([fine(), Buffer.alloc(21 * 1024 * 1024)]),
      input: ({ file }) => ({ file, source, proof: file }),
      refuses: 'file_too_large',
    },
  ],
  openEarlierProof: [
    {
      name: 'hands the old report over under its name',
      as: 'reader',
      before: [
        by('director', 'indicators.give', {
          code: 'M2a.11',
          fromOn: '2020-01-01',
          untilOn: '2020-03-31',
          value: 5,
          reason: 'Sổ đếm tay',
        }),
        by('director', 'indicators.attachGivenProof', ({ file }) => ({ id: 1, file })),
      ],
      file: () => jpegOf(),
      upset: [
        `insert into earlierReport (fileName, source, fileId, proofName, jobId, takenAt)
          values ('cu.xlsx', 'Báo cáo 45/BC-TV', 1, 'bao-cao.jpg', 1, '2020-10-01T00:00:00.000Z')`,
      ],
      input: { id: 1 },
      answers: { file: { name: 'bao-cao.jpg' } },
    },
    {
      name: 'has none',
      as: 'reader',
      before: [taken],
      file: fine,
      input: { id: 1 },
      refuses: 'evidence_not_found',
    },
    {
      name: 'does not pass off a lost file',
      as: 'reader',
      before: [taken],
      file: fine,
      upset: [
        "insert into evidenceFile (hash, form, size) values ('00', 'pdf', 3)",
        "update earlierReport set fileId = 1, proofName = 'bao-cao.pdf'",
      ],
      input: { id: 1 },
      refuses: 'evidence_damaged',
    },
  ],
}
