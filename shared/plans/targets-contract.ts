import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, rev, text } from '../fields.ts'
import { changes, linked, page, pageInput, year } from './fields.ts'

export const directions = ['at_least', 'at_most'] as const
/** The nearer goes before the farther: what the library set itself, the province, the whole country. */
export const scopes = ['library', 'province', 'national'] as const
export const periodKinds = ['year', 'quarter', 'date'] as const

/** A year, a quarter of one (2026-Q3), or everything up to a day. */
export const period = z.string().regex(/^(19|20|21)\d\d(-Q[1-4]|-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/)

const code = z.string().min(1).max(20)
const value = z.number().min(0).max(1e15).nullable()

/** What says a target: a document of the register, a plan, or words. */
const Source = z.object({ documentId: linked, roadmapId: linked, source: text(300).default('') })

export const TargetFields = Source.extend({
  indicatorCode: code,
  period,
  scope: z.enum(scopes).default('library'),
  direction: z.enum(directions).default('at_least'),
  /** Null: from its day on there is none. */
  value,
  /** It holds from this day on, until a newer one. */
  fromOn: isoDate,
})
export type TargetFields = z.output<typeof TargetFields>

export const targetStates = ['holds', 'coming', 'superseded'] as const
export const Target = TargetFields.extend({ id, rev })
export type Target = z.output<typeof Target>
/** `isKnown`: whether the list of indicators has its code; `withdrawnOn`: from when on it is no longer told. */
export const TargetRow = Target.extend({
  state: z.enum(targetStates),
  isKnown: z.boolean(),
  withdrawnOn: isoDate.nullable(),
  sourceName: z.string(),
})
export type TargetRow = z.output<typeof TargetRow>

export const TargetFilters = z.object({
  text: text(200).default(''),
  on: isoDate,
  scope: z.enum(scopes).nullable().default(null),
  year: year.nullable().default(null),
  /** Also what a newer one replaced or what does not hold yet. */
  withPast: z.boolean().default(false),
})
export type TargetFilters = z.output<typeof TargetFilters>

/** The target that a figure is held against, as of a day. */
export const HeldTarget = Target.pick({
  id: true,
  period: true,
  scope: true,
  direction: true,
  fromOn: true,
}).extend({ value: z.number() })
export type HeldTarget = z.output<typeof HeldTarget>

export const targetQueries = {
  targets: { can: 'plans.read', input: TargetFilters.extend(pageInput), output: page(TargetRow) },
  /** What holds for a year and its quarters, for a grid of indicators. */
  targetGrid: {
    can: 'plans.read',
    input: z.object({ year, scope: z.enum(scopes), on: isoDate }),
    output: z.array(Target),
  },
} as const satisfies Contract['queries']

const asking = ['percent_over_100', 'unknown_indicator'] as const
const accepted = z.array(z.enum(asking)).default([])
const wrongTarget = [...asking, 'document_not_found', 'roadmap_not_found'] as const
const mostCells = 2000

export const targetCommands = {
  addTarget: {
    can: 'plans.write',
    input: TargetFields.extend({ accepted }),
    output: Target,
    errors: ['target_twice', ...wrongTarget],
    changes,
  },
  updateTarget: {
    can: 'plans.write',
    input: TargetFields.extend({ id, rev, accepted }),
    output: Target,
    errors: ['target_not_found', 'target_twice', ...wrongTarget],
    changes,
  },
  removeTargets: {
    can: 'plans.write',
    input: z.object({ targets: z.array(z.object({ id, rev })).min(1).max(mostCells) }),
    output: z.object({ removed: z.int() }),
    errors: ['target_not_found'],
    changes,
  },
  /** Cells of the grid that were changed; one set twice on one day has its last value. */
  setTargets: {
    can: 'plans.write',
    input: Source.extend({
      scope: z.enum(scopes).default('library'),
      fromOn: isoDate,
      cells: z
        .array(TargetFields.pick({ indicatorCode: true, period: true, direction: true, value: true }))
        .min(1)
        .max(mostCells),
      accepted,
    }),
    /** What was new, and what stood there before, so that both can be taken back. */
    output: z.object({ added: z.array(Target), changedFrom: z.array(Target) }),
    errors: ['cell_twice', ...wrongTarget],
    changes,
  },
} as const satisfies Contract['commands']
