import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { done, id, instant, nothing, text } from '../fields.ts'

export const Backup = z.object({
  id,
  fileName: z.string(),
  /** Of the database and the files beside it. */
  size: z.int(),
  /** How many files went along, each with its SHA-256, in the folder of the same name. */
  fileCount: z.int(),
  madeAt: instant,
  /** When the copy was opened, checked and counted; null for a copy that did not stand the test. */
  provenAt: instant.nullable(),
})

export type Backup = z.output<typeof Backup>

/** A copy that lies in a folder, whoever made it. */
export const FoundBackup = z.object({
  path: z.string(),
  fileName: z.string(),
  size: z.int(),
  changedAt: instant,
  hasFiles: z.boolean(),
})
export type FoundBackup = z.output<typeof FoundBackup>

/** What a library holds, told of a copy and of what it would replace. */
const Holdings = z.object({
  libraryName: z.string(),
  titles: z.int(),
  copies: z.int(),
  activities: z.int(),
  /** When something was last written into it. */
  lastChangeAt: instant.nullable(),
})
export type Holdings = z.output<typeof Holdings>

const path = text(1000)

export const backup = defineContract({
  queries: {
    status: {
      can: 'signed_in',
      input: nothing,
      output: z.object({
        lastProvenAt: instant.nullable(),
        backups: z.array(Backup),
        folder: z.string(),
        /** Each time the library began anew from a copy, the last first; `aside` is where the one before lies. */
        restorations: z.array(z.object({ id, fileName: z.string(), restoredAt: instant, aside: z.string() })),
      }),
    },
    /** Copies in a folder, the newest first; without a folder those beside the library. */
    found: {
      can: 'anyone',
      input: z.object({ folder: path.default('') }),
      output: z.object({ folder: z.string(), copies: z.array(FoundBackup) }),
      errors: ['restore_not_allowed', 'folder_not_found'],
    },
  },
  commands: {
    /** Puts the copy that was proven last in the library's place; the program opens anew, and everybody signs in again. */
    restore: {
      can: 'anyone',
      input: z.object({ path, password: z.string().max(200).default('') }),
      output: done,
      errors: ['restore_not_allowed', 'nothing_proven', 'job_running', 'wrong_credentials', 'throttled'],
      changes: [],
    },
    /** Puts a library that cannot be opened out of the way, for a copy to take its place; one that opens stays. */
    setAside: { can: 'anyone', input: nothing, output: done, changes: [] },
  },
  jobs: {
    /** Restores a copy beside the library and checks it there; nothing is replaced yet. */
    prove: {
      can: 'anyone',
      input: z.object({ path }),
      output: z.object({
        path: z.string(),
        fileName: z.string(),
        copy: Holdings,
        /** Null on a PC that has no library yet. */
        current: Holdings.nullable(),
        files: z.int(),
        /** The copy was made without the files that its records name. */
        lacksFiles: z.boolean(),
      }),
      errors: ['restore_not_allowed', 'copy_not_found', 'not_a_backup', 'copy_damaged', 'copy_too_new'],
      changes: [],
    },
    make: {
      can: 'backup.make',
      input: nothing,
      output: Backup,
      errors: ['copy_failed_proof'],
      changes: ['backup'],
    },
  },
})
