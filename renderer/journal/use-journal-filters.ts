import { useSearchParams } from 'react-router'
import { displayDate, type IsoDate } from '../../shared/dates.ts'

export type Filters = {
  from: IsoDate | null
  to: IsoDate | null
  operation: string | null
  userId: number | null
}

/** The conditions live in the address, so going back to the list finds them again. */
export function useJournalFilters() {
  const [search, setSearch] = useSearchParams()
  const filters: Filters = {
    from: search.get('from'),
    to: search.get('to'),
    operation: search.get('operation'),
    userId: Number(search.get('userId')) || null,
  }
  function set(change: Partial<Filters>) {
    const kept = Object.entries({ ...filters, ...change }).flatMap(([name, value]) =>
      value === null || value === '' ? [] : [[name, String(value)]],
    )
    setSearch(Object.fromEntries(kept), { replace: true })
  }
  return { filters, set, clear: () => setSearch({}, { replace: true }) }
}

export function dayWords(date: IsoDate | null): string {
  return date ? displayDate(date) : ''
}
