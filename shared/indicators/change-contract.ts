import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, page, pageInput, period } from '../fields.ts'

export const againsts = ['previous', 'lastYear'] as const
const Asked = z.object({ code: z.string().max(20), period, against: z.enum(againsts) })

const Side = z.object({
  period,
  status: z.enum(['known', 'zero_base', 'not_applicable', 'not_collected']),
  value: z.number().nullable(),
  isSigned: z.boolean(),
})

/** What changed a figure, and by how much; null where nothing can be said in its unit. */
export const Cause = z.discriminatedUnion('kind', [
  /** Records of the earlier period that were written after it was signed. */
  z.object({ kind: z.literal('after_signing'), effect: z.number().nullable() }),
  z.object({ kind: z.literal('definition'), effect: z.number().nullable() }),
  z.object({
    kind: z.literal('part'),
    measure: z.string(),
    effect: z.number().nullable(),
    before: z.number(),
    now: z.number(),
    came: z.int(),
    went: z.int(),
    stayed: z.int(),
  }),
])
export type Cause = z.output<typeof Cause>

export const unsplits = ['no_number', 'given', 'reported'] as const

export const changeQueries = {
  /** The change of a figure since another period, split by cause. */
  change: {
    can: 'indicators.read',
    input: Asked,
    output: z.object({
      before: Side,
      now: Side,
      /** Null where one of the two is no number. */
      total: z.number().nullable(),
      /** Why it is not split: no number, given by hand, or told by a report from before the program. */
      unsplit: z.enum(unsplits).nullable(),
      causes: z.array(Cause),
    }),
    errors: ['unknown_indicator'],
  },
  /** The rows of a part that came, or that are no longer there. */
  changeRows: {
    can: 'indicators.read',
    input: Asked.extend({ measure: z.string().max(100), which: z.enum(['came', 'went']), ...pageInput }),
    output: page(
      z.object({ tableName: z.string(), rowId: id, label: z.string(), detail: z.string() }),
    ).extend({ rowCount: z.int() }),
    errors: ['unknown_indicator'],
  },
} as const satisfies Contract['queries']
