import { useSearchParams } from 'react-router'
import { isoDateAt, quarterOf } from '../../shared/dates.ts'
import { quarterPeriod, readPeriod } from '../../shared/periods.ts'

/** The period in the address; without one, the quarter we are in. */
export function usePeriod(): [string, (period: string) => void] {
  const [search, setSearch] = useSearchParams()
  const asked = readPeriod(search.get('period') ?? '')?.period
  return [
    asked ?? quarterPeriod(quarterOf(isoDateAt(Date.now()))),
    (period) => setSearch({ period }, { replace: true }),
  ]
}
