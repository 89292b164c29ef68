import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { period } from '../fields.ts'

/** What may still come to count: the records are there, and somebody only has to finish them. */
export const pendingReasons = [
  'not_held',
  'not_accepted',
  'not_finished',
  'not_sent',
  'not_approved',
  'no_day',
] as const
export type PendingReason = (typeof pendingReasons)[number]

/** Pending records of one part of the work, by why they do not count yet: `activities not_held`. */
const choice = z.string().max(60)
const Stated = z.object({
  status: z.enum(['known', 'zero_base', 'not_applicable', 'not_collected']),
  value: z.number().nullable(),
})

export const supposeQueries = {
  /** What the figures of a period would be, if pending records counted or a measure had another value. Nothing is written. */
  suppose: {
    can: 'indicators.read',
    input: z.object({
      period,
      choices: z.array(choice).max(40).default([]),
      values: z
        .array(z.object({ measure: z.string().max(100), value: z.number().min(0).max(1e15) }))
        .max(20)
        .default([]),
    }),
    output: z.object({
      pending: z.array(
        z.object({
          choice,
          reason: z.enum(pendingReasons),
          counts: z.array(z.object({ tableName: z.string(), count: z.int() })),
        }),
      ),
      /** Those that would be otherwise. */
      figures: z.array(z.object({ code: z.string(), before: Stated, after: Stated })),
    }),
    errors: ['unknown_measure'],
  },
} as const satisfies Contract['queries']
