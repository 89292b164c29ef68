import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { done, id, instant, json, nothing } from '../fields.ts'

export const Job = z.object({
  id,
  operation: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled', 'interrupted']),
  done: z.int(),
  total: z.int().nullable(),
  output: json,
  error: z.object({ code: z.string(), details: z.record(z.string(), json) }).nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
})

export const jobs = defineContract({
  queries: {
    job: { can: 'signed_in', input: z.object({ id }), output: Job, errors: ['job_not_found'] },
    list: { can: 'signed_in', input: nothing, output: z.array(Job) },
  },
  commands: {
    cancel: {
      can: 'signed_in',
      input: z.object({ id }),
      output: done,
      errors: ['job_not_found'],
      changes: ['jobs'],
    },
  },
})
