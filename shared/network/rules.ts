import type { PointMeasure, Standing } from './conditions-contract.ts'
import type { ExchangeFields, ExchangeState } from './exchanges-contract.ts'
import { pointKinds, type PointKind } from './fields.ts'

/** What the sector counts as its network: public libraries with their rooms and bookcases, community and private ones. */
export const networkKinds = [
  'provincial',
  'former_district',
  'commune',
  'reading_room',
  'bookcase',
  'community',
  'private',
] as const satisfies readonly PointKind[]
/** Libraries other than the province's own, of which the survey asks (QĐ 206); rooms, bookcases and points are none. */
export const surveyedKinds = [
  'former_district',
  'commune',
  'community',
  'private',
  'school',
  'agency',
] as const satisfies readonly PointKind[]

export function isSurveyed(kind: PointKind): boolean {
  return surveyedKinds.some((each) => each === kind)
}

/** Nothing asked for is null; what is not known is never counted as lacking. */
export function standingOf(standings: readonly Standing[]): Standing | null {
  if (standings.length === 0) return null
  if (standings.includes('not_met')) return 'not_met'
  return standings.includes('unknown') ? 'unknown' : 'met'
}

export function standingAt(value: number | null, least: number): Standing {
  if (value === null) return 'unknown'
  return value >= least ? 'met' : 'not_met'
}

/** The last of the facts by the day in which a figure is told at all: a later one may speak of others alone. */
export function figureOn<Fact extends { fromOn: string } & Record<PointMeasure, number | null>>(
  facts: readonly Fact[],
  measure: PointMeasure,
  day: string,
): Fact | null {
  return facts.reduce<Fact | null>(
    (latest, fact) =>
      fact.fromOn > day || fact[measure] === null || (latest && latest.fromOn >= fact.fromOn) ? latest : fact,
    null,
  )
}

type Dated = Pick<ExchangeFields, 'kind' | 'sentOn' | 'dueOn' | 'returnedOn' | 'refusedOn'>

/** How an exchange stands at the end of a day; what is still to come has not happened. */
export function exchangeStateOn(exchange: Dated, day: string): ExchangeState {
  const has = (on: string | null) => on !== null && on <= day
  if (has(exchange.refusedOn)) return 'refused'
  if (!has(exchange.sentOn)) return 'asked'
  if (exchange.kind !== 'loan' || has(exchange.returnedOn)) return 'done'
  return exchange.dueOn !== null && exchange.dueOn < day ? 'overdue' : 'lent'
}

export const networkMeasures = [
  'network.points',
  ...pointKinds.map((kind) => `network.points.${kind}` as const),
  'network.ownSites',
  'network.pointsSupported',
  'network.exchanges',
  'network.documentsSent',
  'network.documentsReceived',
  'network.population',
  'network.surveyed',
  'network.withWebsite',
  'network.managed',
] as const
export type NetworkMeasure = (typeof networkMeasures)[number]
