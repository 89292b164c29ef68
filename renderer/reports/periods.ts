import { addDays, quarterOf, type IsoDate } from '../../shared/dates.ts'
import {
  namedPeriod,
  periodBetween,
  previousPeriod,
  quarterPeriod,
  type PeriodKind,
} from '../../shared/periods.ts'

/** Kinds that have periods of their own name; free days are typed. */
type CalendarKind = Exclude<PeriodKind, 'range'>

function periodOn(day: IsoDate, kind: CalendarKind): string {
  const { year, quarter } = quarterOf(day)
  switch (kind) {
    case 'quarter':
      return quarterPeriod({ year, quarter })
    case 'half_year':
      return `${year}-H${quarter <= 2 ? 1 : 2}`
    case 'nine_months':
      return `${year}-9M`
    case 'year':
      return String(year)
  }
}

const shownOf: Record<CalendarKind, number> = { quarter: 20, half_year: 10, nine_months: 5, year: 5 }

/** The period of a day and those before it, newest first: only these can be reported on. */
export function begunPeriods(today: IsoDate, kind: CalendarKind, count = shownOf[kind]): string[] {
  const periods = [periodOn(today, kind)]
  for (let last = periods[0]; last && periods.length < count;) {
    last = previousPeriod(last)
    periods.push(last)
  }
  return periods
}

/** What a director most likely opens next: the newest period that has ended, else the newest of all. */
export function likeliestPeriod(periods: readonly string[], today: IsoDate): string | undefined {
  return periods.find((period) => namedPeriod(period).to < today) ?? periods[0]
}

/** What a kind begins with when it is chosen; free days with the thirty before today. */
export function firstOf(kind: PeriodKind, today: IsoDate, taken: readonly string[]): string | undefined {
  if (kind === 'range') return periodBetween(addDays(today, -30), addDays(today, -1))?.period
  const free = begunPeriods(today, kind).filter((period) => !taken.includes(period))
  return likeliestPeriod(free, today)
}
