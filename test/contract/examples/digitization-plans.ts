import { by, type ExamplesOf } from '../example.ts'
import { made, project, refused } from './digitization-steps.ts'

type Verb =
  | 'progress'
  | 'plan'
  | 'savePlan'
  | 'addProject'
  | 'updateProject'
  | 'closeProject'
  | 'removeProject'

const fields = { year: 2026, name: 'Sách địa chí' }
const decision = { year: 2026, decisionNumber: '15/QĐ-SVH', approvedOn: '2025-12-20' }
const second = by('digitizer', 'digitization.addProject', { ...fields, name: 'Báo cũ' })
const backwards = { startsOn: '2026-05-01', endsOn: '2026-04-01' }

export const digitizationPlans = {
  progress: [
    {
      name: 'says where jobs stood on a day, and what was done in the weeks before',
      as: 'reader',
      before: made,
      input: { projectId: 1, asOf: '2020-06-30' },
      answers: {
        asOf: '2020-06-30',
        standing: [],
        operators: [],
        machines: [],
        target: 0,
        carried: 0,
        forecastOn: null,
      },
    },
    {
      name: 'of today has the jobs of today',
      as: 'reader',
      before: made,
      input: {},
      answers: { standing: [{ place: 'select', jobs: 1 }] },
    },
  ],
  plan: [
    {
      name: 'of a year nobody has planned is empty',
      as: 'reader',
      input: { year: 2031 },
      answers: { year: 2031, rev: 0, projects: [], years: [], d206: { registered: 0, digitized: 0 } },
    },
    {
      name: 'has its projects with targets and what was carried through',
      as: 'reader',
      before: made,
      input: { year: 2026, asOf: '2026-06-30' },
      answers: { rev: 1, asOf: '2026-06-30', projects: [{ id: 1, open: 1, done: 0, actual: [] }] },
    },
  ],
  savePlan: [
    {
      name: 'notes the decision that approved it',
      as: 'director',
      input: { ...decision, rev: 0 },
      answers: { ...decision, rev: 1, years: [2026] },
    },
    {
      name: 'is not written over by somebody who had not seen it',
      as: 'director',
      before: [project],
      input: { ...decision, rev: 0 },
      refuses: 'stale',
    },
  ],
  addProject: [
    {
      name: 'has targets by priority class',
      as: 'director',
      input: {
        ...fields,
        manner: 'contractor',
        contractor: 'Công ty Số hóa',
        budgetMinor: 50_000_000,
        targets: [{ class: 'local_history', titles: 100, pages: 20_000 }],
      },
      answers: {
        id: 1,
        ...fields,
        budgetMinor: 50_000_000,
        closedOn: null,
        targets: [{ class: 'local_history', titles: 100, pages: 20_000, files: 0 }],
      },
    },
    { ...refused('project_name_taken', 'has a name of its own'), before: [project], input: fields },
    { ...refused('ends_before_start', 'ends after it starts'), input: { ...fields, ...backwards } },
    { ...refused('contractor_missing', 'names its contractor'), input: { ...fields, manner: 'contractor' } },
  ],
  updateProject: [
    {
      name: 'may go to the plan of another year',
      as: 'digitizer',
      before: [project],
      input: { ...fields, year: 2027, id: 1, rev: 1, funding: 'Ngân sách tỉnh' },
      answers: { id: 1, rev: 2, year: 2027, funding: 'Ngân sách tỉnh' },
    },
    { ...refused('project_not_found', 'is not there'), input: { ...fields, id: 404, rev: 1 } },
    {
      ...refused('project_name_taken', 'has a name of its own'),
      before: [project, second],
      input: { ...fields, id: 2, rev: 1 },
    },
    {
      ...refused('ends_before_start', 'ends after it starts'),
      before: [project],
      input: { ...fields, ...backwards, id: 1, rev: 1 },
    },
    {
      ...refused('contractor_missing', 'names its contractor'),
      before: [project],
      input: { ...fields, manner: 'contractor', id: 1, rev: 1 },
    },
  ],
  closeProject: [
    {
      name: 'and opens it again',
      as: 'director',
      before: [project, by('director', 'digitization.closeProject', { id: 1, rev: 1, isClosed: true })],
      input: { id: 1, rev: 2, isClosed: false },
      answers: { id: 1, rev: 3, closedOn: null },
    },
    { ...refused('project_not_found', 'is not there'), input: { id: 404, rev: 1, isClosed: true } },
  ],
  removeProject: [
    {
      name: 'that was planned by mistake',
      as: 'digitizer',
      before: [project],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { ...refused('project_not_found', 'is not there'), input: { id: 404, rev: 1 } },
    { ...refused('project_has_jobs', 'has jobs'), before: made, input: { id: 1, rev: 1 } },
  ],
} as const satisfies Pick<ExamplesOf<'digitization'>, Verb>
