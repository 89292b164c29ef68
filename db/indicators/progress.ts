import { namedPeriod, yearToDate } from '../../shared/periods.ts'
import type { Progress, Value } from '../../shared/indicators/contract.ts'
import { periodKindOf, reached } from '../../shared/plans/rules.ts'
import type { Reader } from '../connection.ts'
import { targetsOf } from '../plans/index.ts'
import type { Once, Span } from '../measures.ts'
import { computeValues, onceEach } from './compute.ts'

type Given = {
  period: string
  /** What the period itself counts. */
  values: readonly Value[]
  /** What counts from the first day of the year, where somebody has counted it already. */
  toDate?: readonly Value[]
  /** What was counted of a span already. */
  onceOf?: (span: Span) => Once
  /** Targets as they hold on this day. */
  day: string
}

/**
 * How far the figures of a period have come, by code. A year's target is held against what was counted from the first
 * day of the year; a period's own, and one by a day, against the period's own figure.
 */
export async function progressOf(
  db: Reader,
  { period, values, toDate, onceOf = onceEach, day }: Given,
): Promise<ReadonlyMap<string, Progress>> {
  const told = new Set(values.map(({ code }) => code))
  const targets = [...(await targetsOf(db, period, day))].filter(([code]) => told.has(code))
  const span = yearToDate(period)
  const beginsYear = namedPeriod(period).from === span.from
  const ofYear = targets.flatMap(([code, target]) =>
    !beginsYear && periodKindOf(target.period) === 'year' ? [code] : [],
  )
  const codes = new Set(ofYear)
  const counted =
    codes.size === 0
      ? []
      : (toDate?.filter(({ code }) => codes.has(code)) ??
        (await computeValues(db, span, { only: codes, once: onceOf(span) })))
  const actual = new Map([...values, ...counted].map(({ code, value }) => [code, value]))
  return new Map(
    targets.map(([code, { period: told, scope, direction, value }]) => {
      const figure = actual.get(code) ?? null
      const way = figure === null ? { isReached: null, percent: null } : reached({ value, direction }, figure)
      return [code, { period: told, scope, direction, value, toDate: figure, ...way }]
    }),
  )
}
