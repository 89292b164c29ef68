import * as z from 'zod'
import { Material, specialClasses } from '../catalogue/contract.ts'
import { id, instant, isoDate, requiredText, rev, text } from '../fields.ts'
import { roles } from '../users/rules.ts'
import { eventKinds, jobStates, rightsStatuses, stageKinds, stoppageKinds } from './rules.ts'

/** The special classes of titles, and whatever is of none. */
export const priorityClasses = [...specialClasses, 'other'] as const
export const PriorityClass = z.enum(priorityClasses)
export type PriorityClass = z.output<typeof PriorityClass>

export const StageKind = z.enum(stageKinds)
/** Where a job stands on some day: at a kind of work, or at one of its ends. */
export const Place = z.enum([...stageKinds, 'done', 'cancelled'])
export const StageFields = z.object({
  kind: StageKind,
  name: requiredText(100),
  /** Whose task it is; null for whoever digitizes. */
  role: z.enum(roles).nullable().default(null),
})
export const Stage = StageFields.extend({ id, place: z.int() })
export type Stage = z.output<typeof Stage>

export const TemplateFields = z.object({
  name: requiredText(200),
  /** Null for one that serves whatever has no template of its own. */
  material: Material.nullable().default(null),
  stages: z.array(StageFields).min(1).max(30),
})
export type TemplateFields = z.output<typeof TemplateFields>
export const Template = z.object({
  id,
  rev,
  name: z.string(),
  material: Material.nullable(),
  retiredOn: isoDate.nullable(),
  versionId: id,
  version: z.int(),
  /** Jobs that follow this version; from the first on it stays as it is. */
  jobs: z.int(),
  stages: z.array(Stage),
})
export type Template = z.output<typeof Template>

const planned = z.int().min(0).max(1_000_000_000)
export const Target = z.object({
  class: PriorityClass,
  titles: planned.default(0),
  pages: planned.default(0),
  files: planned.default(0),
})
export type Target = z.output<typeof Target>

export const manners = ['in_house', 'contractor'] as const
export const ProjectFields = z.object({
  year: z.int().min(1990).max(2200),
  name: requiredText(200),
  manner: z.enum(manners).default('in_house'),
  contractor: text(300).default(''),
  funding: text(300).default(''),
  budgetMinor: z.int().min(0).max(1e15).nullable().default(null),
  startsOn: isoDate.nullable().default(null),
  endsOn: isoDate.nullable().default(null),
  note: text(5000).default(''),
  targets: z.array(Target).max(priorityClasses.length).default([]),
})
export const Project = ProjectFields.extend({
  id,
  rev,
  closedOn: isoDate.nullable(),
  open: z.int(),
  done: z.int(),
  cancelled: z.int(),
})
export type Project = z.output<typeof Project>

export const Batch = z.object({
  id,
  projectId: id,
  projectName: z.string(),
  name: z.string(),
  madeAt: instant,
  open: z.int(),
  done: z.int(),
  cancelled: z.int(),
  /** Jobs on which somebody has worked: such a batch is not taken back any more. */
  begun: z.int(),
})
export type Batch = z.output<typeof Batch>

export const Priority = z.int().min(0).max(3)
export const Job = z.object({
  id,
  rev,
  code: z.string(),
  titleId: id,
  title: z.string(),
  copyId: id.nullable(),
  accessionNumber: z.string(),
  projectId: id,
  projectName: z.string(),
  batchId: id.nullable(),
  class: PriorityClass,
  material: Material,
  templateVersionId: id,
  stageId: id,
  stageKind: StageKind,
  stageName: z.string(),
  state: z.enum(jobStates),
  priority: Priority,
  expectedPages: z.int().nullable(),
  takenById: id.nullable(),
  takenByName: z.string(),
  createdAt: instant,
  updatedAt: instant,
})
export type Job = z.output<typeof Job>

export const JobEvent = z.object({
  id,
  at: instant,
  on: isoDate,
  kind: z.enum(eventKinds),
  stageId: id,
  stageKind: StageKind,
  stageName: z.string(),
  toStageName: z.string(),
  pages: z.int().nullable(),
  files: z.int().nullable(),
  bytes: z.int().nullable(),
  userName: z.string(),
  machine: z.string(),
  reason: z.string(),
  note: z.string(),
  /** Whether a later event has made it undone. */
  isUndone: z.boolean(),
})
export type JobEvent = z.output<typeof JobEvent>

export const StoppageFields = z.object({
  kind: z.enum(stoppageKinds),
  machine: text(100).default(''),
  startedOn: isoDate,
  endedOn: isoDate.nullable().default(null),
  note: text(1000).default(''),
})
export const Stoppage = StoppageFields.extend({ id, rev })
export type Stoppage = z.output<typeof Stoppage>

export const RightsDecision = z.object({
  id,
  titleId: id,
  status: z.enum(rightsStatuses),
  basis: z.string(),
  evidence: z.string(),
  decidedOn: isoDate,
  decidedBy: z.string(),
  expiresOn: isoDate.nullable(),
})
export type RightsDecision = z.output<typeof RightsDecision>
