import * as z from 'zod'
import { id, isoDate } from '../fields.ts'
import { KindCount, Severity } from './inspection.ts'

export const Rate = z.object({
  pages: z.int(),
  bad: z.int(),
  /** Where the true share lies with 95 % confidence. */
  low: z.number(),
  high: z.number(),
  kinds: z.array(KindCount),
})
export type Rate = z.output<typeof Rate>

export const Rates = z.object({
  from: isoDate,
  to: isoDate,
  total: Rate,
  operators: z.array(Rate.extend({ userId: id.nullable(), name: z.string() })),
  machines: z.array(Rate.extend({ machine: z.string() })),
  /** Every kind that was found, the columns of the tables. */
  kinds: z.array(z.object({ kindId: id, name: z.string(), severity: Severity })),
})
export type Rates = z.output<typeof Rates>

export const rateContract = {
  queries: {
    /** Pages of samples that were looked at within the days, by who scanned them last before the drawing. */
    rates: {
      can: 'inspection.read',
      input: z.object({ from: isoDate, to: isoDate, projectId: id.nullable().default(null) }),
      output: Rates,
      errors: ['ends_before_start'],
    },
  },
} as const
