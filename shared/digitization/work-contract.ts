import * as z from 'zod'
import { id, requiredText, text } from '../fields.ts'
import { Job, Priority, StageKind } from './digitization.ts'

const changes = ['digitization', 'indicators', 'reports'] as const
/** More at once nobody means; a list lets as many be chosen. */
const ids = z.array(id).min(1).max(5000)
const count = z.int().min(0).max(10_000_000)
/** The stage the person saw: who comes too late does not finish the next one unawares. */
const seen = { id, stageId: id }
const moved = z.object({ jobs: z.int(), actId: id })

/** What is done with jobs. */
export const workContract = {
  commands: {
    take: {
      can: 'digitization.work',
      input: z.object({ ids }),
      output: z.object({ jobs: z.int() }),
      errors: ['job_not_found', 'job_not_open', 'held_by_somebody'],
      changes,
    },
    handBack: {
      can: 'digitization.work',
      input: z.object({ ids }),
      output: z.object({ jobs: z.int() }),
      errors: ['job_not_found', 'job_not_open', 'held_by_somebody'],
      changes,
    },
    finish: {
      can: 'digitization.work',
      input: z.object({
        ...seen,
        pages: count.nullable().default(null),
        machine: text(100).default(''),
        note: text(1000).default(''),
      }),
      output: z.object({ job: Job, eventId: id }),
      errors: ['job_not_found', 'job_not_open', 'stage_moved', 'held_by_somebody', 'rights_missing'],
      changes,
    },
    sendBack: {
      can: 'digitization.work',
      input: z.object({ ...seen, toStageId: id, reason: requiredText(1000) }),
      output: z.object({ job: Job, eventId: id }),
      errors: ['job_not_found', 'job_not_open', 'stage_moved', 'stage_not_before', 'held_by_somebody'],
      changes,
    },
    /** Takes back a finished stage, a sending back or a cancelling while nothing has followed it. */
    recall: {
      can: 'digitization.work',
      input: z.object({ eventId: id }),
      output: Job,
      errors: ['event_not_found', 'event_followed'],
      changes,
    },
    /** Each to the first stage of that kind in its own template. */
    move: {
      can: 'digitization.write',
      input: z.object({ ids, to: StageKind, reason: text(1000).default('') }),
      output: moved,
      errors: ['job_not_found', 'job_not_open', 'stage_lacking'],
      changes,
    },
    /** Jobs with which something has been done since stay where they are. */
    undoMove: {
      can: 'digitization.write',
      input: z.object({ actId: id }),
      output: z.object({ jobs: z.int(), left: z.int() }),
      changes,
    },
    prioritise: {
      can: 'digitization.write',
      input: z.object({ ids, priority: Priority }),
      output: z.object({ jobs: z.int() }),
      errors: ['job_not_found'],
      changes,
    },
    cancelJobs: {
      can: 'digitization.write',
      input: z.object({ ids, reason: requiredText(1000) }),
      output: z.object({ jobs: z.int() }),
      errors: ['job_not_found', 'job_not_open'],
      changes,
    },
    /** A cancelled job goes on where it stood, one that is done at its last stage. */
    reopenJobs: {
      can: 'digitization.write',
      input: z.object({ ids, reason: text(1000).default('') }),
      output: z.object({ jobs: z.int() }),
      errors: ['job_not_found', 'job_is_open'],
      changes,
    },
    /** What a job has now, where files are counted by hand. */
    countFiles: {
      can: 'digitization.work',
      input: z.object({
        id,
        pages: count.nullable(),
        files: count.nullable(),
        bytes: z.int().min(0).nullable(),
      }),
      output: Job,
      errors: ['job_not_found'],
      changes,
    },
  },
} as const
