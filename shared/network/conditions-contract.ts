import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev } from '../fields.ts'
import { changes, listFilters, page, pageInput, pointKinds, removal } from './fields.ts'

/** What minimum conditions are told in, for a point. */
export const pointMeasures = ['copies', 'titles', 'serials', 'areaM2'] as const
export type PointMeasure = (typeof pointMeasures)[number]
/** What makes a library important, in numbers (Decree 93/2020). */
export const importanceMeasures = ['users', 'visits', 'technology'] as const
export const conditionMeasures = [...pointMeasures, ...importanceMeasures] as const
export const conditionKinds = [...pointKinds, 'important'] as const

/** Not known is never not met. */
export const standings = ['met', 'not_met', 'unknown'] as const
export type Standing = (typeof standings)[number]

export const ConditionFields = z.object({
  kind: z.enum(conditionKinds).default('commune'),
  measure: z.enum(conditionMeasures).default('copies'),
  fromOn: isoDate,
  /** Null: from that day on it is no longer asked for. */
  least: z.number().min(0).max(1e12).nullable().default(null),
  basis: requiredText(300),
})
export type ConditionFields = z.output<typeof ConditionFields>
export const Condition = ConditionFields.extend({ id, rev })
export type Condition = z.output<typeof Condition>

export const ConditionFilters = z.object({
  ...listFilters,
  kind: z.enum(conditionKinds).nullable().default(null),
})
export type ConditionFilters = z.output<typeof ConditionFilters>

const Criterion = z.object({
  least: z.number(),
  basis: z.string(),
  value: z.number().nullable(),
  standing: z.enum(standings),
})

export const conditionQueries = {
  /** What is asked for on the day; with the past, all that ever was or will be. */
  conditions: { can: 'network.read', input: ConditionFilters.extend(pageInput), output: page(Condition) },
  /** The criteria of an important library (Decree 93/2020), for the library itself over the year up to the day. */
  importance: {
    can: 'network.read',
    input: z.object({ on: isoDate }),
    output: z.object({
      from: isoDate,
      criteria: z.array(Criterion.extend({ measure: z.enum(importanceMeasures) })),
      /** Whether a site of its own and a catalogue online are there; null where nobody has recorded any service. */
      website: z.boolean().nullable(),
      opac: z.boolean().nullable(),
      standing: z.enum(standings),
    }),
  },
} as const satisfies Contract['queries']

const wrongCondition = ['condition_twice', 'measure_of_other_kind'] as const

export const conditionCommands = {
  addCondition: {
    can: 'network.write',
    input: ConditionFields,
    output: Condition,
    errors: wrongCondition,
    changes,
  },
  updateCondition: {
    can: 'network.write',
    input: ConditionFields.extend({ id, rev }),
    output: Condition,
    errors: ['condition_not_found', ...wrongCondition],
    changes,
  },
  removeCondition: { can: 'network.write', ...removal, errors: ['condition_not_found'], changes },
} as const satisfies Contract['commands']
