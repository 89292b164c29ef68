import * as z from 'zod'
import { id, instant, rev, requiredText, text } from '../fields.ts'

/** What kept a copy from a place. A place that is not attached is none of these: it is normal. */
export const placeProblems = ['full', 'readonly', 'locked', 'gone', 'unreadable'] as const
export type PlaceProblem = (typeof placeProblems)[number]

export const PlaceFields = z.object({
  name: requiredText(80),
  /** After how many days without a copy it is asked for. */
  lateAfterDays: z.int().min(1).max(366),
})
export type PlaceFields = z.output<typeof PlaceFields>

export const BackupPlace = PlaceFields.extend({
  id,
  rev,
  /** Empty beside the library, which the program names itself. */
  name: z.string(),
  /** The folder beside the library, which is always there and cannot be given up. */
  isOwn: z.boolean(),
  /** Where it was seen last. */
  path: z.string(),
  /** The folder as it is reached now; null while it is not attached. */
  folder: z.string().nullable(),
  /** A disk that dies takes the library and such a copy with it. */
  isSameDisk: z.boolean(),
  freeBytes: z.number().nullable(),
  copies: z.int(),
  bytes: z.number(),
  lastCopyAt: instant.nullable(),
  isLate: z.boolean(),
  problem: z.enum(placeProblems).nullable(),
  problemAt: instant.nullable(),
})
export type BackupPlace = z.output<typeof BackupPlace>

export const BackupRule = z.object({
  /** Once a day, as soon as the desk is quiet. */
  isAutomatic: z.boolean(),
  afterSigning: z.boolean(),
  onQuitting: z.boolean(),
  withExport: z.boolean(),
  daily: z.int().min(1).max(60),
  weekly: z.int().min(0).max(60),
  monthly: z.int().min(0).max(60),
  yearly: z.int().min(0).max(10),
  signedYears: z.int().min(0).max(10),
  checkAfterDays: z.int().min(1).max(366),
})
export type BackupRule = z.output<typeof BackupRule>

export const passphraseLength = { least: 12, most: 200 } as const
export const Passphrase = text(passphraseLength.most).refine(
  (typed) => typed.length >= passphraseLength.least,
)

/** What became of a copy at each place. */
export const PlaceOutcome = z.object({
  placeId: id,
  name: z.string(),
  outcome: z.enum(['done', 'absent', ...placeProblems]),
})
export type PlaceOutcome = z.output<typeof PlaceOutcome>
