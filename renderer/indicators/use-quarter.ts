import { useSearchParams } from 'react-router'
import { isoDateAt, quarterOf, type Quarter } from '../../shared/dates.ts'

/** The quarter in the address; without one, the quarter we are in. */
export function useQuarter(): [Quarter, (quarter: Quarter) => void] {
  const [search, setSearch] = useSearchParams()
  const current = quarterOf(isoDateAt(Date.now()))
  const quarter = {
    year: Number(search.get('year') ?? current.year),
    quarter: Number(search.get('quarter') ?? current.quarter),
  }
  return [
    quarter,
    (chosen) => setSearch({ year: String(chosen.year), quarter: String(chosen.quarter) }, { replace: true }),
  ]
}
