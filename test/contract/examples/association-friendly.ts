import { jpegOf } from '../../support/images.ts'
import { by, type ExamplesOf } from '../example.ts'
import { assessed, assessment, founded, scores } from './association-steps.ts'

type FriendlyVerbs = Pick<
  ExamplesOf<'association'>,
  | 'friendlyRule'
  | 'assessments'
  | 'setFriendlyRule'
  | 'saveAssessment'
  | 'removeAssessment'
  | 'removeProof'
  | 'restoreProof'
  | 'attachProof'
  | 'openProof'
  | 'report'
  | 'setReportTexts'
  | 'exportList'
  | 'produceReport'
>

const photo = () => jpegOf()
const attached = by('activities', 'association.attachProof', ({ file }) => ({
  year: 2026,
  criterion: 1,
  files: [file],
}))
const proofRemoved = by('activities', 'association.removeProof', { id: 1 })
const gone = { token: 'x'.repeat(24), name: 'anh.jpg', size: 1 }
/** Another program wrote what another disk keeps. */
const written = [
  "insert into evidenceFile (hash, form, size) values ('00', 'jpg', 3)",
  "insert into friendlyProof (scoreId, fileId, name, addedAt) values (1, 1, 'anh.jpg', '2026-11-05T00:00:00.000Z')",
]

export const friendly: FriendlyVerbs = {
  friendlyRule: [
    {
      name: 'is a proposal until the library sets it',
      as: 'director',
      input: {},
      answers: { mostPoints: 20, weights: [1, 1, 1, 1, 1] },
    },
  ],
  assessments: [
    {
      name: 'are told with their sum',
      as: 'director',
      before: [assessed],
      input: {},
      answers: [{ year: 2026, total: 80, most: 100 }],
    },
  ],
  setFriendlyRule: [
    {
      name: 'is the library’s own',
      as: 'activities',
      input: { mostPoints: 10, weights: [2, 1, 1, 1, 1] },
      answers: { mostPoints: 10 },
    },
    {
      name: 'weighs something',
      as: 'activities',
      input: { weights: [0, 0, 0, 0, 0] },
      refuses: 'weights_all_zero',
    },
  ],
  saveAssessment: [
    { name: 'gives points', as: 'activities', input: assessment, answers: { rev: 1, total: 80, most: 100 } },
    {
      name: 'is begun once',
      as: 'activities',
      before: [assessed],
      input: assessment,
      refuses: 'assessment_exists',
    },
    {
      name: 'stays within the scale',
      as: 'activities',
      input: { ...assessment, scores: scores.map((each) => ({ ...each, score: 21 })) },
      refuses: 'above_most',
    },
    {
      name: 'was made',
      as: 'activities',
      input: { ...assessment, assessedOn: '2199-12-24' },
      refuses: 'day_in_future',
    },
  ],
  removeAssessment: [
    {
      name: 'takes it away',
      as: 'activities',
      before: [assessed],
      input: { year: 2026, rev: 1 },
      answers: { year: 2026 },
    },
    {
      name: 'finds nothing',
      as: 'activities',
      input: { year: 2026, rev: 1 },
      refuses: 'assessment_not_found',
    },
    {
      name: 'leaves one that has proof',
      as: 'activities',
      before: [assessed],
      upset: written,
      input: { year: 2026, rev: 1 },
      refuses: 'assessment_proved',
    },
  ],
  removeProof: [
    {
      name: 'takes it off',
      as: 'activities',
      before: [assessed],
      upset: written,
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'activities', input: { id: 404 }, refuses: 'proof_not_found' },
  ],
  restoreProof: [
    {
      name: 'brings it back',
      as: 'activities',
      before: [assessed, attached, proofRemoved],
      file: photo,
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'activities', input: { id: 404 }, refuses: 'proof_not_found' },
  ],
  attachProof: [
    {
      name: 'keeps a file once',
      as: 'activities',
      before: [assessed],
      file: photo,
      input: ({ file }) => ({ year: 2026, criterion: 2, files: [file, file] }),
      answers: { added: 1, again: ['handed-in.khosach'] },
    },
    {
      name: 'needs an assessment',
      as: 'activities',
      file: photo,
      input: ({ file }) => ({ year: 2026, criterion: 2, files: [file] }),
      refuses: 'assessment_not_found',
    },
    {
      name: 'needs the file',
      as: 'activities',
      before: [assessed],
      input: { year: 2026, criterion: 1, files: [gone] },
      refuses: 'file_gone',
    },
    {
      name: 'believes the content, not the name',
      as: 'activities',
      before: [assessed],
      file: () => Buffer.from('MZ this is no picture'),
      input: ({ file }) => ({ year: 2026, criterion: 1, files: [file] }),
      refuses: 'not_evidence',
    },
    {
      name: 'has room for papers, not for films',
      as: 'activities',
      before: [assessed],
      file: () => Buffer.concat([jpegOf(), Buffer.alloc(21 * 1024 * 1024)]),
      input: ({ file }) => ({ year: 2026, criterion: 1, files: [file] }),
      refuses: 'file_too_large',
    },
  ],
  openProof: [
    {
      name: 'hands out what was attached',
      as: 'director',
      before: [assessed, attached],
      file: photo,
      input: { id: 1 },
      answers: { file: {} },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404 }, refuses: 'proof_not_found' },
    {
      name: 'shows nothing that is lost',
      as: 'director',
      before: [assessed],
      upset: written,
      input: { id: 1 },
      refuses: 'proof_damaged',
    },
  ],
  report: [
    {
      name: 'counts the year from the records',
      as: 'director',
      before: [founded, assessed],
      input: { year: 2026 },
      answers: { rev: null, figures: { branches: 1, members: 0, friendly: { total: 80, most: 100 } } },
    },
  ],
  setReportTexts: [
    {
      name: 'keeps the library’s words',
      as: 'activities',
      input: { year: 2026, rev: null, results: 'Hoàn thành kế hoạch.' },
      answers: { rev: 1, results: 'Hoàn thành kế hoạch.' },
    },
  ],
  exportList: [
    {
      name: 'writes what a list shows',
      as: 'director',
      before: [founded],
      input: { what: { list: 'dues', year: 2026 }, format: 'csv' },
      answers: { rows: 1 },
    },
    ...(['members', 'entries', 'income', 'awards'] as const).map((list) => ({
      name: `writes ${list}`,
      as: 'director' as const,
      input: { what: { list, filters: {} }, format: 'xlsx' as const },
      answers: { rows: 0 },
    })),
  ],
  produceReport: [
    {
      name: 'makes the paper of the year',
      as: 'director',
      before: [founded, assessed],
      input: { year: 2026, format: 'docx' },
      answers: { file: { name: 'bao-cao-hoi-2026.docx' } },
    },
  ],
}
