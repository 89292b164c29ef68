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

/** Each sees what they started themselves; on a PC with no library yet somebody may be bringing one. */
export const jobs = defineContract({
  queries: {
    job: { can: 'anyone', input: z.object({ id }), output: Job, errors: ['job_not_found'] },
    list: { can: 'anyone', input: nothing, output: z.array(Job) },
  },
  commands: {
    cancel: {
      can: 'anyone',
      input: z.object({ id }),
      output: done,
      errors: ['job_not_found'],
      changes: ['jobs'],
    },
  },
})
