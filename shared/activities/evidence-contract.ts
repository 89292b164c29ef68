import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id } from '../fields.ts'
import { Evidence } from './activity.ts'
import { evidenceKinds } from './types.ts'

const changes = ['activities'] as const

export const evidenceContract = defineContract({
  queries: {
    evidence: {
      can: 'activities.read',
      input: z.object({ activityId: id }),
      output: z.array(Evidence),
      errors: ['activity_not_found'],
    },
  },
  commands: {
    removeEvidence: {
      can: 'activities.write',
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['evidence_not_found'],
      changes,
    },
    restoreEvidence: {
      can: 'activities.write',
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['evidence_not_found'],
      changes,
    },
  },
  jobs: {
    attachEvidence: {
      can: 'activities.write',
      input: z.object({
        activityId: id,
        files: z
          .array(z.object({ kind: z.enum(evidenceKinds), file: fileTicket }))
          .min(1)
          .max(50),
      }),
      output: z.object({
        added: z.int(),
        /** Files that another activity has already: kept once, with two references. */
        shared: z.array(z.object({ name: z.string(), activity: z.string() })),
        /** Files that this activity has already. */
        again: z.array(z.string()),
      }),
      errors: ['activity_not_found', 'file_gone', 'file_too_large', 'not_evidence'],
      changes,
    },
    openEvidence: {
      can: 'activities.read',
      input: z.object({ id }),
      output: z.object({ file: fileTicket }),
      errors: ['evidence_not_found', 'evidence_damaged'],
      changes: [],
    },
  },
})
