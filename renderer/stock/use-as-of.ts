import { useSearchParams } from 'react-router'
import { isoDateAt, parseDate, previousQuarter, quarterBounds, quarterOf } from '../../shared/dates.ts'

/** The day in the address; without one, today. */
export function useAsOf() {
  const [search, setSearch] = useSearchParams()
  const today = isoDateAt(Date.now())
  const asOf = parseDate(search.get('asOf') ?? '') ?? today
  const setAsOf = (day: string) => setSearch(day === today ? {} : { asOf: day }, { replace: true })
  return { asOf, setAsOf, today, ...lastEnds(today) }
}

function lastEnds(today: string): { yearEnd: string; quarterEnd: string } {
  return {
    yearEnd: `${Number(today.slice(0, 4)) - 1}-12-31`,
    quarterEnd: quarterBounds(previousQuarter(quarterOf(today))).to,
  }
}
