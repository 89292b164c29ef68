import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { done, instant, json, nothing } from '../fields.ts'

const form = z.string().regex(/^[\w./-]{1,120}$/)
export const Draft = z.object({ form, values: json, savedAt: instant })

export const drafts = defineContract({
  queries: {
    draft: { can: 'signed_in', input: z.object({ form }), output: Draft.nullable() },
    list: { can: 'signed_in', input: nothing, output: z.array(Draft.omit({ values: true })) },
  },
  commands: {
    save: {
      can: 'signed_in',
      input: z.object({ form, values: json }),
      output: done,
      errors: ['draft_too_large'],
      changes: [],
      journal: false,
    },
    discard: { can: 'signed_in', input: z.object({ form }), output: done, changes: [], journal: false },
  },
})
