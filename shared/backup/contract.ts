import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, instant, nothing } from '../fields.ts'

export const Backup = z.object({
  id,
  fileName: z.string(),
  size: z.int(),
  madeAt: instant,
  /** When the copy was opened, checked and counted; null for a copy that did not stand the test. */
  provenAt: instant.nullable(),
})

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
