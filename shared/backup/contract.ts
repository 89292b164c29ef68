import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, instant, nothing } from '../fields.ts'

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

export const backup = defineContract({
  queries: {
    status: {
      can: 'signed_in',
      input: nothing,
      output: z.object({ lastProvenAt: instant.nullable(), backups: z.array(Backup), folder: z.string() }),
    },
  },
  jobs: {
    make: {
      can: 'backup.make',
      input: nothing,
      output: Backup,
      errors: ['copy_failed_proof'],
      changes: ['backup'],
    },
  },
})
