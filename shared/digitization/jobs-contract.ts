import * as z from 'zod'
import { Material, Selection, Total } from '../catalogue/contract.ts'
import { fileTicket, id, isoDate, nothing, requiredText, rev } from '../fields.ts'
import {
  Batch,
  Job,
  JobEvent,
  Place,
  Priority,
  PriorityClass,
  Project,
  Stage,
  StageKind,
} from './digitization.ts'
import { jobStates } from './rules.ts'

const changes = ['digitization'] as const

/** What narrows a list of jobs. */
export const JobFilters = z.object({
  /** A code, the beginning of an accession number, or words of the title. */
  text: z.string().max(300).default(''),
  state: z.enum(jobStates).nullable().default('open'),
  projectId: id.nullable().default(null),
  batchId: id.nullable().default(null),
  stageKind: StageKind.nullable().default(null),
  class: PriorityClass.nullable().default(null),
  material: Material.nullable().default(null),
  priority: Priority.nullable().default(null),
  /**
   * `pool`: what nobody has taken, of the stages that are the asking person's; `back`: what was sent back to such a stage
   * and is to be done again.
   */
  taken: z.enum(['all', 'mine', 'pool', 'back', 'others']).default('all'),
  /** Those carried through by this day, each copy of a title once: the rows behind a plan's figures. */
  carriedBy: isoDate.nullable().default(null),
  /** Those whose scanning was ended within these days, by somebody or on a machine: the rows behind what was achieved. */
  scannedFrom: isoDate.nullable().default(null),
  scannedTo: isoDate.nullable().default(null),
  scannedById: id.nullable().default(null),
  scannedOn: z.string().max(100).nullable().default(null),
  /** Those that stood at a place at the end of a day: the rows behind where work stood then. */
  stoodOn: isoDate.nullable().default(null),
  stoodAt: Place.nullable().default(null),
})
export type JobFilters = z.output<typeof JobFilters>
export const jobSorts = ['urgent', 'newest', 'waiting', 'title'] as const

export const BoardColumn = z.object({
  kind: StageKind,
  jobs: z.int(),
  taken: z.int(),
  urgent: z.int(),
  expectedPages: z.int(),
  /** The first of them, what is urgent before the rest. */
  first: z.array(Job),
})
export type BoardColumn = z.output<typeof BoardColumn>

export const jobContract = {
  queries: {
    projects: { can: 'digitization.read', input: nothing, output: z.array(Project) },
    batches: {
      can: 'digitization.read',
      input: z.object({ projectId: id.nullable().default(null) }),
      output: z.array(Batch),
    },
    jobs: {
      can: 'digitization.read',
      input: JobFilters.extend({
        sort: z.enum(jobSorts).default('urgent'),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(50),
      }),
      output: z.object({ rows: z.array(Job), total: Total }),
    },
    /** Open jobs by the kind of work that they wait for. */
    board: {
      can: 'digitization.read',
      input: JobFilters.pick({ projectId: true }),
      output: z.array(BoardColumn),
    },
    job: {
      can: 'digitization.read',
      input: z.object({ id }),
      output: Job.extend({
        stages: z.array(Stage),
        /** The newest first; of a very long history, the last thousand. */
        events: z.array(JobEvent),
      }),
      errors: ['job_not_found'],
    },
    jobsOfTitle: { can: 'digitization.read', input: z.object({ titleId: id }), output: z.array(Job) },
    /** What a code at the desk means: a slip, or a copy that is being digitized. Open jobs before others. */
    jobsByCode: {
      can: 'digitization.read',
      input: z.object({ code: requiredText(200) }),
      output: z.array(Job),
    },
  },
  commands: {
    /** As if it had never been made; only while nobody has worked on any of its jobs. */
    takeBackBatch: {
      can: 'digitization.write',
      input: z.object({ id }),
      output: z.object({ jobs: z.int() }),
      errors: ['batch_not_found', 'batch_begun'],
      changes,
    },
    updateJob: {
      can: 'digitization.write',
      input: z.object({
        id,
        rev,
        class: PriorityClass,
        expectedPages: z.int().min(1).max(1_000_000).nullable(),
      }),
      output: Job,
      errors: ['job_not_found'],
      changes,
    },
  },
  jobs: {
    makeJobs: {
      can: 'digitization.write',
      input: z.object({
        selection: Selection,
        by: z.enum(['title', 'copy']).default('title'),
        projectId: id,
        /** Null for the template of each title's material. */
        templateId: id.nullable().default(null),
        name: requiredText(200),
        batchSize: z.int().min(1).max(5000).nullable().default(null),
        priority: Priority.default(0),
        expectedPages: z.int().min(1).max(1_000_000).nullable().default(null),
        /** Titles that are digitized already, or on their way, are left out unless these are meant too. */
        includesKnown: z.boolean().default(false),
      }),
      output: z.object({
        batchIds: z.array(id),
        jobs: z.int(),
        /** Titles left out: with a job already, without a copy. */
        known: z.int(),
        withoutCopies: z.int(),
      }),
      errors: ['project_not_found', 'project_closed', 'template_not_found', 'nothing_to_make'],
      changes,
    },
    printSlips: {
      can: 'digitization.read',
      input: z.object({
        source: z.union([z.object({ ids: z.array(id).min(1).max(5000) }), z.object({ batchId: id })]),
      }),
      output: z.object({ file: fileTicket, slips: z.int() }),
      errors: ['batch_not_found', 'job_not_found'],
      changes: [],
    },
  },
} as const
