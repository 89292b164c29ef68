import * as z from 'zod'
import { id, instant, isoDate, requiredText, rev, text } from '../fields.ts'
import { copyStates, volumeKinds } from './fixity.ts'

export const CopyState = z.enum(copyStates)
export const VolumeKind = z.enum(volumeKinds)

/** How often copies are checked, and how many each file should have: a proposal, for the library to settle. */
export const PreservationRule = z.object({
  months: z.int().min(1).max(120).default(12),
  copies: z.int().min(1).max(10).default(2),
})
export type PreservationRule = z.output<typeof PreservationRule>

export const VolumeFields = z.object({
  code: requiredText(40),
  name: requiredText(200),
  kind: VolumeKind,
  place: text(200).default(''),
  capacityBytes: z.int().positive().nullable().default(null),
  months: z.int().min(1).max(120).nullable().default(null),
  note: text(1000).default(''),
})
export type VolumeFields = z.output<typeof VolumeFields>

export const Volume = VolumeFields.extend({
  id,
  rev,
  uuid: z.string(),
  markedAt: instant.nullable(),
  retiredOn: isoDate.nullable(),
  /** Where it is attached now; null where it is not, which says nothing of its files. */
  attachedAt: z.string().nullable(),
  copies: z.int(),
  bytes: z.int(),
  mismatched: z.int(),
  missing: z.int(),
  unreadable: z.int(),
  /** Not checked within the interval. */
  due: z.int(),
  /** Files of which no other disk has a sound copy. */
  single: z.int(),
  lastCheckedAt: instant.nullable(),
  /** The day the copy that was checked longest ago falls due. */
  dueOn: isoDate.nullable(),
})
export type Volume = z.output<typeof Volume>

export const FileCopyRow = z.object({
  id,
  path: z.string(),
  size: z.int(),
  state: CopyState,
  title: z.string(),
  titleId: id,
  checkedAt: instant,
  sha256: z.string(),
  /** Sound copies of the same file on all disks. */
  soundCopies: z.int(),
})
export type FileCopyRow = z.output<typeof FileCopyRow>

/** An act by which copies were taken off a disk on purpose. */
export const CopyRemoval = z.object({
  id,
  volumeId: id,
  removedOn: isoDate,
  reason: z.string(),
  copies: z.int(),
  /** The day it was found not to be so. */
  takenBackOn: isoDate.nullable(),
})
export type CopyRemoval = z.output<typeof CopyRemoval>
