import { among, type ExamplesOf } from '../example.ts'
import { finished, made, madeOfCopies, making, planned, refused } from './digitization-steps.ts'

type Verb =
  | 'projects'
  | 'batches'
  | 'takeBackBatch'
  | 'jobs'
  | 'board'
  | 'job'
  | 'jobsOfTitle'
  | 'jobsByCode'
  | 'updateJob'
  | 'makeJobs'
  | 'printSlips'

const fields = { year: 2026, name: 'Sách địa chí' }
const change = { id: 1, rev: 1, class: 'local_history' as const, expectedPages: 240 }

export const digitizationLists = {
  projects: [
    {
      name: 'come with how far their jobs are',
      as: 'reader',
      before: made,
      input: {},
      answers: [{ id: 1, ...fields, manner: 'in_house', open: 1, done: 0, cancelled: 0 }],
    },
  ],
  batches: [
    {
      name: 'say how many of their jobs have been begun',
      as: 'reader',
      before: [...madeOfCopies, finished],
      input: { projectId: 1 },
      answers: [{ id: 1, name: 'Đợt 1', projectName: 'Sách địa chí', open: 2, begun: 1 }],
    },
  ],
  takeBackBatch: [
    { name: 'leaves nothing of it', as: 'digitizer', before: made, input: { id: 1 }, answers: { jobs: 1 } },
    { ...refused('batch_not_found', 'is not there'), input: { id: 404 } },
    { ...refused('batch_begun', 'has been begun'), before: [...made, finished], input: { id: 1 } },
  ],
  jobs: [
    {
      name: 'are found by stage, state and words',
      as: 'reader',
      before: madeOfCopies,
      input: { stageKind: 'select', text: 'de men' },
      answers: {
        rows: [
          { code: 'SH1', title: 'Dế Mèn', accessionNumber: 'VN.000001' },
          { code: 'SH2', accessionNumber: 'VN.000002' },
        ],
        total: { count: 2, isExact: true },
      },
    },
    {
      name: 'of a project that has none are none',
      as: 'reader',
      before: made,
      input: { projectId: 2 },
      answers: { rows: [], total: { count: 0, isExact: true } },
    },
  ],
  board: [
    {
      name: 'shows where work waits',
      as: 'reader',
      before: [...madeOfCopies, finished],
      input: {},
      answers: among<{ kind: string; jobs: number }>(
        { kind: 'select', jobs: 1 },
        { kind: 'prepare', jobs: 1 },
        { kind: 'scan', jobs: 0 },
      ) as never,
    },
  ],
  job: [
    {
      name: 'tells its stages and what happened to it',
      as: 'reader',
      before: [...made, finished],
      input: { id: 1 },
      answers: {
        code: 'SH1',
        class: 'other',
        stageKind: 'prepare',
        events: [
          { kind: 'finished', stageKind: 'select', toStageName: 'Chuẩn bị tài liệu' },
          { kind: 'made', stageKind: 'select' },
        ],
      },
    },
    { ...refused('job_not_found', 'is not there'), input: { id: 404 } },
  ],
  jobsOfTitle: [
    {
      name: 'are those of all its copies, the newest first',
      as: 'reader',
      before: madeOfCopies,
      input: { titleId: 1 },
      answers: [
        { code: 'SH2', copyId: 2 },
        { code: 'SH1', copyId: 1 },
      ],
    },
  ],
  jobsByCode: [
    {
      name: 'a slip names one',
      as: 'reader',
      before: madeOfCopies,
      input: { code: 'sh2' },
      answers: [{ id: 2, code: 'SH2' }],
    },
    {
      name: 'a copy names the job of its title',
      as: 'reader',
      before: made,
      input: { code: '893001' },
      answers: [{ id: 1, code: 'SH1', copyId: null }],
    },
  ],
  updateJob: [
    {
      name: 'says how many pages are expected',
      as: 'digitizer',
      before: made,
      input: change,
      answers: { id: 1, rev: 2, class: 'local_history', expectedPages: 240 },
    },
    { ...refused('job_not_found', 'is not there'), input: { ...change, id: 404 } },
  ],
  makeJobs: [
    {
      name: 'one for each copy',
      as: 'digitizer',
      before: planned,
      input: { ...making, by: 'copy' },
      answers: { batchIds: [1], jobs: 2, known: 0, withoutCopies: 0 },
    },
    {
      ...refused('project_not_found', 'is not there'),
      before: planned,
      input: { ...making, projectId: 404 },
    },
    {
      ...refused('project_closed', 'takes no more'),
      before: planned,
      upset: ["update digitizationProject set closedOn = '2026-01-01'"],
      input: making,
    },
    {
      ...refused('template_not_found', 'follow a workflow that is there'),
      before: planned,
      input: { ...making, templateId: 404 },
    },
    { ...refused('nothing_to_make', 'has a job already'), before: made, input: making },
  ],
  printSlips: [
    {
      name: 'for a whole batch',
      as: 'desk',
      before: madeOfCopies,
      input: { source: { batchId: 1 } },
      answers: { file: { name: 'phieu-so-hoa.pdf' }, slips: 2 },
    },
    { ...refused('batch_not_found', 'is not there'), input: { source: { batchId: 404 } } },
    {
      ...refused('job_not_found', 'one of them is gone'),
      before: made,
      input: { source: { ids: [1, 404] } },
    },
  ],
} as const satisfies Pick<ExamplesOf<'digitization'>, Verb>
