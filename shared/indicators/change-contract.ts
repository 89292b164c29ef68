import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, page, pageInput, period } from '../fields.ts'
import { steps } from './change.ts'

export const againsts = ['previous', 'lastYear'] as const
const Asked = z.object({ code: z.string().max(20), period, against: z.enum(againsts) })

const Side = z.object({
  period,
  status: z.enum(['known', 'zero_base', 'not_applicable', 'not_collected']),
  value: z.number().nullable(),
  isSigned: z.boolean(),
})

const effect = z.number().nullable()
const rows = {
  measure: z.string(),
  effect,
  /** The same by what became of the rows; null where that cannot be said of a row. */
  effects: z.object({ came: effect, went: effect, changed: effect }).nullable(),
  came: z.int(),
  went: z.int(),
  /** Rows that are in both and weigh otherwise, or were written anew since the signing. */
  changed: z.int(),
}

/** What changed a figure, and by how much; null where nothing can be said in its unit. Together they are the change. */
export const Cause = z.discriminatedUnion('kind', [
  /** Records of the earlier period that were written after it was signed. */
  z.object({ kind: z.literal('after_signing'), ...rows }),
  z.object({ kind: z.literal('definition'), effect }),
  z.object({ kind: z.literal('part'), ...rows, before: z.number(), now: z.number(), stayed: z.int() }),
  /** One of the two was given by hand, so no record tells the difference. */
  z.object({ kind: z.literal('given'), ...rows }),
  /** The earlier one is told by a report from before the program. */
  z.object({ kind: z.literal('reported'), effect }),
])
export type Cause = z.output<typeof Cause>
export const rowCauses = ['after_signing', 'part', 'given'] as const

export const changeQueries = {
  /** The change of a figure since another period, split by cause. */
  change: {
    can: 'indicators.read',
    input: Asked,
    output: z.object({
      before: Side,
      now: Side,
      /** Null where one of the two is no number: then nothing is split. */
      total: z.number().nullable(),
      causes: z.array(Cause),
    }),
    errors: ['unknown_indicator'],
  },
  /** The rows of a cause that came, that are no longer there, or that weigh otherwise. */
  changeRows: {
    can: 'indicators.read',
    input: Asked.extend({
      kind: z.enum(rowCauses).default('part'),
      measure: z.string().max(100),
      which: z.enum(steps),
      ...pageInput,
    }),
    output: page(
      z.object({ tableName: z.string(), rowId: id, label: z.string(), detail: z.string() }),
    ).extend({ rowCount: z.int() }),
    errors: ['unknown_indicator'],
  },
} as const satisfies Contract['queries']
