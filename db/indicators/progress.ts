import { quarterBounds, type Quarter } from '../../shared/dates.ts'
import type { Progress, Value } from '../../shared/indicators/contract.ts'
import { periodKindOf, reached } from '../../shared/plans/rules.ts'
import type { Reader } from '../connection.ts'
import { targetsOf } from '../plans/index.ts'
import { computeAll } from './compute.ts'

type Given = {
  quarter: Quarter
  /** What the quarter itself counts. */
  values: readonly Value[]
  /** Targets as they hold on this day. */
  day: string
}

/**
 * How far the figures of a quarter have come, by code. A year's target is held against what was counted from the first
 * day of the year; a quarter's, and one by a day, against the quarter's own figure.
 */
export async function progressOf(
  db: Reader,
  { quarter, values, day }: Given,
): Promise<ReadonlyMap<string, Progress>> {
  const told = new Set(values.map(({ code }) => code))
  const targets = [...(await targetsOf(db, quarter, day))].filter(([code]) => told.has(code))
  const isOfYear = (period: string) => periodKindOf(period) === 'year' && quarter.quarter > 1
  const toDate = targets.flatMap(([code, { period }]) => (isOfYear(period) ? [code] : []))
  const { to } = quarterBounds(quarter)
  const span = { from: `${quarter.year}-01-01`, to }
  const counted = toDate.length === 0 ? [] : await computeAll(db, span, new Set(toDate))
  const actual = new Map([...values, ...counted].map(({ code, value }) => [code, value]))
  return new Map(
    targets.map(([code, { period, scope, direction, value }]) => {
      const figure = actual.get(code) ?? null
      const way = figure === null ? { isReached: null, percent: null } : reached({ value, direction }, figure)
      return [code, { period, scope, direction, value, toDate: figure, ...way }]
    }),
  )
}
