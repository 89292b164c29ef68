import * as z from 'zod'
import { Material, specialClasses } from '../catalogue/contract.ts'
import { id, instant, isoDate, requiredText, rev } from '../fields.ts'
import { roles } from '../users/rules.ts'
import { jobStates, rightsStatuses, stageKinds } from './rules.ts'

/** The special classes of titles, and whatever is of none. */
export const priorityClasses = [...specialClasses, 'other'] as const
export const PriorityClass = z.enum(priorityClasses)
export type PriorityClass = z.output<typeof PriorityClass>

export const StageKind = z.enum(stageKinds)
export const StageFields = z.object({
  kind: StageKind,
  name: requiredText(100),
  /** Whose task it is; null for whoever digitizes. */
  role: z.enum(roles).nullable().default(null),
})
export const Stage = StageFields.extend({ id, place: z.int() })
export type Stage = z.output<typeof Stage>

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
  priority: z.int().min(0).max(3),
  expectedPages: z.int().nullable(),
  takenById: id.nullable(),
  takenByName: z.string(),
  createdAt: instant,
  updatedAt: instant,
})
export type Job = z.output<typeof Job>

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
