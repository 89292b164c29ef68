import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'
import { pointMeasures, standings } from './conditions-contract.ts'
import { changes, listFilters, note, page, pageInput, pointKinds, removal, untilOn } from './fields.ts'

/** Models of libraries that the sector speaks of; blank is none. */
export const pointModels = ['', 'linked', 'friendly', 'smart', 'united', 'network'] as const
export type PointModel = (typeof pointModels)[number]

/** What a point is called, what it is and where it lies from a day on. */
export const Identity = z.object({
  id: id.nullable().default(null),
  fromOn: isoDate,
  name: requiredText(300),
  kind: z.enum(pointKinds).default('commune'),
  commune: text(200).default(''),
  communeCode: text(10).default(''),
  /** The district of before 01/07/2025. */
  district: text(200).default(''),
  /** Two characters as in the list of former provinces; blank where nobody knows. */
  formerProvinceCode: text(2).default(''),
})
export type Identity = z.output<typeof Identity>

/** What a point holds from a day on, and who says so; null is not known, which is never 0. */
export const PointFigure = z.object({
  id: id.nullable().default(null),
  fromOn: isoDate,
  copies: z.int().min(0).max(1e9).nullable().default(null),
  titles: z.int().min(0).max(1e9).nullable().default(null),
  serials: z.int().min(0).max(1e6).nullable().default(null),
  areaM2: z.number().min(0).max(1e6).nullable().default(null),
  source: text(300).default(''),
})
export type PointFigure = z.output<typeof PointFigure>

const mostFacts = 60

export const PointFields = z.object({
  /** The earliest of them is the opening. */
  identities: z.array(Identity).min(1).max(mostFacts),
  figures: z.array(PointFigure).max(mostFacts).default([]),
  /** The first day on which it no longer serves. */
  closedOn: untilOn,
  mergedIntoId: id.nullable().default(null),
  siteId: id.nullable().default(null),
  partnerId: id.nullable().default(null),
  model: z.enum(pointModels).default(''),
  /** Who keeps it: a committee, a school, a person. */
  body: text(300).default(''),
  contactName: text(200).default(''),
  phone: text(100).default(''),
  email: text(200).default(''),
  address: text(300).default(''),
  note,
})
export type PointFields = z.output<typeof PointFields>

export const CheckedCondition = z.object({
  measure: z.enum(pointMeasures),
  least: z.number(),
  basis: z.string(),
  value: z.number().nullable(),
  /** Since when the value is known; null where it is reckoned from the library's own records. */
  valueOn: isoDate.nullable(),
  source: z.string(),
  standing: z.enum(standings),
})
export type CheckedCondition = z.output<typeof CheckedCondition>

/** A point as of the day asked for. */
export const Point = PointFields.extend({
  id,
  rev,
  ...Identity.omit({ id: true, fromOn: true }).shape,
  openedOn: isoDate,
  siteName: z.string().nullable(),
  partnerName: z.string().nullable(),
  mergedIntoName: z.string().nullable(),
  conditions: z.array(CheckedCondition),
  /** Null: nothing is asked of such a point. */
  standing: z.enum(standings).nullable(),
})
export type Point = z.output<typeof Point>

export const PointFilters = z.object({
  ...listFilters,
  kind: z.enum(pointKinds).nullable().default(null),
  standing: z.enum(standings).nullable().default(null),
  model: z.enum(pointModels).nullable().default(null),
})
export type PointFilters = z.output<typeof PointFilters>

const mostAtOnce = 1000
/** What is asked before it is written. */
const accepted = z.array(z.enum(['same_name'])).default([])
const wrongPoint = [
  'closes_before_opening',
  'facts_out_of_time',
  'fact_twice',
  'merged_wrongly',
  'partner_not_found',
  'same_name',
  'site_not_found',
  'tie_taken',
] as const

export const pointQueries = {
  points: {
    can: 'network.read',
    input: PointFilters.extend(pageInput),
    output: page(Point).extend({
      total: z.object({
        count: z.int(),
        byKind: z.array(z.object({ kind: z.enum(pointKinds), count: z.int() })),
      }),
      /** Sites of the library's own that are tied to no point; each counts as a place of the provincial library. */
      sites: z.array(z.object({ id, name: z.string() })),
    }),
  },
  point: {
    can: 'network.read',
    input: z.object({ id, on: isoDate }),
    output: Point,
    errors: ['point_not_found'],
  },
  /** Those that serve on the day, to choose one from. */
  pointNames: {
    can: 'network.read',
    input: z.object({ on: isoDate }),
    output: z.array(
      z.object({
        id,
        name: z.string(),
        kind: z.enum(pointKinds),
        commune: z.string(),
        communeCode: z.string(),
      }),
    ),
  },
} as const satisfies Contract['queries']

export const pointCommands = {
  /** One, or a whole list that was pasted: all of it or nothing. */
  addPoints: {
    can: 'network.write',
    input: z.object({ rows: z.array(PointFields).min(1).max(mostAtOnce), accepted }),
    output: z.object({ ids: z.array(id) }),
    errors: wrongPoint,
    changes,
  },
  updatePoint: {
    can: 'network.write',
    input: PointFields.extend({ id, rev, accepted }),
    output: z.object({ id, rev }),
    errors: [
      'point_not_found',
      'point_has_copies',
      'point_has_exchanges',
      'point_has_shipments',
      ...wrongPoint,
    ],
    changes,
  },
  /** For one entered by mistake; one that ended is closed. */
  removePoint: { can: 'network.write', ...removal, errors: ['point_not_found', 'point_in_use'], changes },
} as const satisfies Contract['commands']
