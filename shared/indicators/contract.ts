import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, isoDate, page, pageInput, quarter } from '../fields.ts'

export const Value = z.object({
  code: z.string(),
  version: z.int(),
  status: z.enum(['known', 'zero_base', 'not_applicable', 'not_collected']),
  value: z.number().nullable(),
})
export type Value = z.output<typeof Value>

export const indicators = defineContract({
  queries: {
    list: {
      can: 'indicators.read',
      input: quarter,
      output: z.object({ on: isoDate, position: z.int(), values: z.array(Value) }),
    },
    /** The rows behind a figure: as they count now, or as they were frozen when a period was signed. */
    explain: {
      can: 'indicators.read',
      input: z.object({ code: z.string().max(20), ...quarter.shape, ...pageInput }),
      output: page(
        z.object({
          tableName: z.string(),
          rowId: id,
          label: z.string(),
          detail: z.string(),
          changedSince: z.boolean(),
        }),
      ).extend({ value: Value, isFrozen: z.boolean(), position: z.int(), rowCount: z.int() }),
      errors: ['unknown_indicator'],
    },
  },
})
