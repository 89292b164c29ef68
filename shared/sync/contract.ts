import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, instant, nothing, period } from '../fields.ts'
import { Payload } from './package.ts'

export const sync = defineContract({
  queries: {
    status: {
      can: 'sync.read',
      input: nothing,
      output: z.object({
        unsent: z.int(),
        lastWrittenAt: instant.nullable(),
        packages: z.array(
          z.object({
            id,
            periodId: id,
            period,
            revision: z.int(),
            hash: z.string(),
            writtenAt: instant,
          }),
        ),
      }),
    },
  },
  jobs: {
    exportPackage: {
      can: 'sync.deliver',
      input: z.object({ periodId: id }),
      output: z.object({ file: fileTicket, hash: z.string() }),
      errors: [
        'period_not_found',
        'period_not_signed',
        'period_not_sent',
        'profile_incomplete',
        'figures_altered',
      ],
      changes: ['sync'],
    },
    verifyPackage: {
      can: 'sync.read',
      input: z.object({ file: fileTicket }),
      output: z.object({
        payload: Payload,
        hash: z.string(),
        keyFingerprint: z.string(),
        isOurs: z.boolean(),
      }),
      errors: ['file_gone', 'not_a_package', 'package_altered', 'package_too_new'],
      changes: [],
    },
  },
})
