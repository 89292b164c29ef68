import * as z from 'zod'
import { id, instant, isoDate } from '../fields.ts'
import { keepReasons } from './rotation.ts'

/** Why a copy was made. */
export const causes = ['person', 'schedule', 'signing', 'quitting'] as const

/** What was found wrong with a copy after it had stood its test. */
export const faults = ['missing', 'altered'] as const

export const Backup = z.object({
  id,
  placeId: id,
  fileName: z.string(),
  /** Of the database and the files beside it, as they lie. */
  size: z.int(),
  /** How many files went along, each with its SHA-256, in the folder of the same name. */
  fileCount: z.int(),
  madeAt: instant,
  /** When the copy was restored by itself, checked and counted; null for a copy that did not stand the test. */
  provenAt: instant.nullable(),
  /** When it was last read again and found to be what it was. */
  checkedAt: instant.nullable(),
  fault: z.enum(faults).nullable(),
  isEncrypted: z.boolean(),
  cause: z.enum(causes),
  /** Why somebody wants it kept, whatever the rule says. */
  heldFor: z.string(),
  /** The export in open formats beside it. */
  exportName: z.string(),
})
export type Backup = z.output<typeof Backup>

/** What the rule makes of a copy. */
export const KeptBackup = Backup.extend({
  reasons: z.array(z.enum(keepReasons)),
  /** When it goes, if one is made every day from now on; null for one that somebody holds. */
  expiresOn: isoDate.nullable(),
})
export type KeptBackup = z.output<typeof KeptBackup>

/** A copy that lies in a folder, whoever made it. */
export const FoundBackup = z.object({
  path: z.string(),
  folder: z.string(),
  fileName: z.string(),
  size: z.int(),
  changedAt: instant,
  hasFiles: z.boolean(),
  isEncrypted: z.boolean(),
  /** When this PC proved it last; null for one that it knows nothing of. */
  provenAt: instant.nullable(),
})
export type FoundBackup = z.output<typeof FoundBackup>

/** What a library holds, told of a copy and of what it would replace. */
export const Holdings = z.object({
  libraryName: z.string(),
  titles: z.int(),
  copies: z.int(),
  activities: z.int(),
  /** When something was last written into it. */
  lastChangeAt: instant.nullable(),
})
export type Holdings = z.output<typeof Holdings>

const plain = ['.db', '.db.zst'] as const
const sealed = '.db.zst.age'

export const backupEndings = [...plain, sealed] as const

export const isEncryptedName = (fileName: string): boolean => fileName.endsWith(sealed)

/** The name that a copy, its folder of files and its export share. */
export function backupStem(fileName: string): string {
  const ending = backupEndings.toReversed().find((each) => fileName.endsWith(each))
  return ending ? fileName.slice(0, -ending.length) : fileName
}

export function isBackupName(fileName: string): boolean {
  return backupEndings.some((ending) => fileName.endsWith(ending))
}
