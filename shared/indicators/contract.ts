import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, isoDate, page, pageInput, period } from '../fields.ts'
import { HeldTarget } from '../plans/contract.ts'
import { changeQueries } from './change-contract.ts'
import { earlierCommands, earlierJobs, earlierQueries, EarlierFigure } from './earlier-contract.ts'
import { ownCommands, ownJobs, ownQueries } from './own-contract.ts'
import { supposeQueries } from './suppose-contract.ts'
import { leftOutQueries } from './left-out.ts'
import { indicatorParts } from './parts.ts'
import { givenCommands, GivenFigure, givenJobs, givenQueries } from './given-contract.ts'

export * from './change-contract.ts'
export * from './earlier-contract.ts'
export * from './given-contract.ts'
export * from './own-contract.ts'
export { OwnFormula, ownWays, type Term } from './own-formula.ts'

export const Value = z.object({
  code: z.string(),
  version: z.int(),
  status: z.enum(['known', 'zero_base', 'not_applicable', 'not_collected']),
  value: z.number().nullable(),
  /** Why a person gave it by hand; there only where no record tells it. */
  givenReason: z.string().optional(),
})
export type Value = z.output<typeof Value>

/** A figure beside its target; null where there is no figure, or nothing to be a share of. */
export const Progress = HeldTarget.omit({ id: true, fromOn: true }).extend({
  /** What is held against it: from the first day of the year for a year’s target, else the period’s own figure. */
  toDate: z.number().nullable(),
  isReached: z.boolean().nullable(),
  percent: z.number().nullable(),
})
export type Progress = z.output<typeof Progress>

const progress = Progress.nullable()

/** The rows behind a figure, or those of them that have the words. */
const Rows = z.object({
  code: z.string().max(20),
  period,
  text: z.string().max(300).default(''),
  /** Of one part of the formula alone. */
  measure: z.string().max(100).nullable().default(null),
})

export const indicators = defineContract({
  queries: {
    list: {
      can: 'indicators.read',
      /** Of one part alone, so that a page can show each as it comes. */
      input: z.object({ period, part: z.enum(indicatorParts).optional() }),
      output: z.object({ on: isoDate, position: z.int(), values: z.array(Value.extend({ progress })) }),
    },
    /** The rows behind a figure: as they count now, or as they were frozen when a period was signed. */
    explain: {
      can: 'indicators.read',
      input: Rows.extend(pageInput),
      output: page(
        z.object({
          tableName: z.string(),
          rowId: id,
          label: z.string(),
          detail: z.string(),
          changedSince: z.boolean(),
        }),
      ).extend({
        value: Value,
        progress,
        isFrozen: z.boolean(),
        given: GivenFigure.nullable(),
        /** What the formula is made of, each with its own number. */
        parts: z.array(z.object({ measure: z.string(), value: z.number().nullable(), rowCount: z.int() })),
        /** What a report from before the program says of just this period. */
        earlier: EarlierFigure.extend({ reportId: id, source: z.string(), hasProof: z.boolean() }).nullable(),
        /** Whether a person may say what no record tells. */
        isGivable: z.boolean(),
        position: z.int(),
        /** Of those that have the words. */
        rowCount: z.int(),
        /** All that the figure rests on, by what they are. */
        counts: z.array(z.object({ tableName: z.string(), count: z.int() })),
      }),
      errors: ['unknown_indicator'],
    },
    ...changeQueries,
    ...earlierQueries,
    ...givenQueries,
    ...leftOutQueries,
    ...ownQueries,
    ...supposeQueries,
  },
  commands: { ...earlierCommands, ...givenCommands, ...ownCommands },
  jobs: {
    ...earlierJobs,
    ...givenJobs,
    ...ownJobs,
    exportRows: {
      can: 'indicators.read',
      input: Rows.extend({ format: z.enum(['xlsx', 'csv']) }),
      output: z.object({ file: fileTicket, rows: z.int() }),
      errors: ['unknown_indicator'],
      changes: [],
    },
    /** The whole explanation of a figure as an annex to the report. */
    printExplanation: {
      can: 'indicators.read',
      input: z.object({ code: z.string().max(20), period, format: z.enum(['docx', 'pdf']) }),
      output: z.object({ file: fileTicket }),
      errors: ['unknown_indicator'],
      changes: [],
    },
  },
})
