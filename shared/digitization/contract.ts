import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, nothing } from '../fields.ts'
import { Job, Template } from './digitization.ts'

export * from './digitization.ts'

export const digitization = defineContract({
  queries: {
    templates: { can: 'digitization.read', input: nothing, output: z.array(Template) },
    jobsOfTitle: { can: 'digitization.read', input: z.object({ titleId: id }), output: z.array(Job) },
  },
})
