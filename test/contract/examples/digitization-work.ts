import { by, type ExamplesOf } from '../example.ts'
import {
  cancelled,
  finished,
  first,
  made,
  madeOfCopies,
  moved,
  one,
  refused,
  taken,
  takenByCataloguer,
} from './digitization-steps.ts'

const nobody = { ids: [404] }
const back = { id: 1, stageId: 2, toStageId: 1, reason: 'Thiếu tờ 12' }

type Verb =
  | 'take'
  | 'handBack'
  | 'finish'
  | 'sendBack'
  | 'recall'
  | 'move'
  | 'undoMove'
  | 'prioritise'
  | 'cancelJobs'
  | 'reopenJobs'
  | 'countFiles'

export const digitizationWork = {
  take: [
    { name: 'makes them one’s own', as: 'cataloguer', before: made, input: one, answers: { jobs: 1 } },
    { ...refused('job_not_found', 'is not there'), before: made, input: nobody },
    { ...refused('job_not_open', 'is cancelled'), before: [...made, cancelled], input: one },
    {
      ...refused('held_by_somebody', 'is somebody else’s'),
      before: [...made, takenByCataloguer],
      input: one,
    },
    { name: 'is for those who digitize', as: 'desk', input: one, refuses: 'forbidden' },
  ],
  handBack: [
    { name: 'frees them', as: 'digitizer', before: [...made, taken], input: one, answers: { jobs: 1 } },
    { ...refused('job_not_found', 'is not there'), before: made, input: nobody },
    { ...refused('job_not_open', 'is cancelled'), before: [...made, cancelled], input: one },
    {
      name: 'is not for somebody else',
      as: 'cataloguer',
      before: [...made, taken],
      input: one,
      refuses: 'held_by_somebody',
    },
  ],
  finish: [
    {
      name: 'brings a job to its next stage',
      as: 'digitizer',
      before: made,
      input: { ...first, pages: 120, machine: 'Máy A3' },
      answers: { job: { id: 1, code: 'SH1', stageId: 2, stageKind: 'prepare', state: 'open' }, eventId: 2 },
    },
    { ...refused('job_not_found', 'is not there'), before: made, input: { id: 404, stageId: 1 } },
    { ...refused('job_not_open', 'is cancelled'), before: [...made, cancelled], input: first },
    { ...refused('stage_moved', 'has been finished by another'), before: [...made, finished], input: first },
    {
      ...refused('held_by_somebody', 'is somebody else’s'),
      before: [...made, takenByCataloguer],
      input: first,
    },
    {
      ...refused('rights_missing', 'goes to the public with a decision only'),
      before: [...made, by('digitizer', 'digitization.move', { ...one, to: 'publish' })],
      input: { id: 1, stageId: 9 },
    },
  ],
  sendBack: [
    {
      name: 'says why',
      as: 'digitizer',
      before: [...made, finished],
      input: back,
      answers: { job: { id: 1, stageId: 1, stageKind: 'select' }, eventId: 3 },
    },
    { ...refused('job_not_found', 'is not there'), before: made, input: { ...back, id: 404 } },
    { ...refused('job_not_open', 'is cancelled'), before: [...made, finished, cancelled], input: back },
    { ...refused('stage_moved', 'stands elsewhere'), before: made, input: back },
    {
      ...refused('stage_not_before', 'goes back only'),
      before: [...made, finished],
      input: { ...back, toStageId: 3 },
    },
    {
      ...refused('held_by_somebody', 'is somebody else’s'),
      before: [...made, finished, takenByCataloguer],
      input: back,
    },
  ],
  recall: [
    {
      name: 'takes a finished stage back',
      as: 'digitizer',
      before: [...made, finished],
      input: { eventId: 2 },
      answers: { id: 1, stageId: 1, state: 'open' },
    },
    { ...refused('event_not_found', 'of the making is none'), before: made, input: { eventId: 1 } },
    {
      ...refused('event_followed', 'that something followed'),
      before: [...made, finished, taken],
      input: { eventId: 2 },
    },
  ],
  move: [
    {
      name: 'brings many to one kind of work',
      as: 'digitizer',
      before: madeOfCopies,
      input: { ids: [1, 2], to: 'check' },
      answers: { jobs: 2, actId: 3 },
    },
    { ...refused('job_not_found', 'is not there'), before: made, input: { ...nobody, to: 'scan' } },
    {
      ...refused('job_not_open', 'is cancelled'),
      before: [...made, cancelled],
      input: { ...one, to: 'scan' },
    },
    {
      ...refused('stage_lacking', 'has no such stage'),
      before: made,
      upset: ["update digitizationStage set kind = 'scan' where kind = 'ocr'"],
      input: { ...one, to: 'ocr' },
    },
    {
      name: 'is not for every operator',
      as: 'cataloguer',
      input: { ...one, to: 'scan' },
      refuses: 'forbidden',
    },
  ],
  undoMove: [
    {
      name: 'brings them back where they stood',
      as: 'digitizer',
      before: [...made, moved],
      input: { actId: 2 },
      answers: { jobs: 1, left: 0 },
    },
  ],
  prioritise: [
    {
      name: 'puts some before the others',
      as: 'director',
      before: madeOfCopies,
      input: { ids: [1, 2], priority: 3 },
      answers: { jobs: 2 },
    },
    { ...refused('job_not_found', 'is not there'), before: made, input: { ...nobody, priority: 1 } },
  ],
  cancelJobs: [
    {
      name: 'ends them with a reason',
      as: 'digitizer',
      before: made,
      input: { ...one, reason: 'Bản gốc hỏng' },
      answers: { jobs: 1 },
    },
    { ...refused('job_not_found', 'is not there'), before: made, input: { ...nobody, reason: 'Nhầm' } },
    {
      ...refused('job_not_open', 'is cancelled already'),
      before: [...made, cancelled],
      input: { ...one, reason: 'Nhầm' },
    },
  ],
  reopenJobs: [
    {
      name: 'lets a cancelled one go on',
      as: 'digitizer',
      before: [...made, cancelled],
      input: one,
      answers: { jobs: 1 },
    },
    { ...refused('job_not_found', 'is not there'), before: made, input: nobody },
    { ...refused('job_is_open', 'is open'), before: made, input: one },
  ],
  countFiles: [
    {
      name: 'says what a job has now',
      as: 'digitizer',
      before: made,
      input: { id: 1, pages: 120, files: 121, bytes: 4_000_000 },
      answers: { id: 1, code: 'SH1' },
    },
    {
      ...refused('job_not_found', 'is not there'),
      before: made,
      input: { id: 404, pages: 1, files: 1, bytes: 1 },
    },
  ],
} as const satisfies Pick<ExamplesOf<'digitization'>, Verb>
