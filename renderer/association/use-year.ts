import { useSearchParams } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'

const yearsBack = 10

export function thisYear(): number {
  return Number(isoDateAt(Date.now()).slice(0, 4))
}

/** This year and those before it that anybody may still write into. */
export function recentYears(): number[] {
  return Array.from({ length: yearsBack + 1 }, (_, at) => thisYear() - at)
}

/** The year a page is about, kept in its address. */
export function useYear(): [number, (year: number) => void] {
  const [search, setSearch] = useSearchParams()
  const year = Number(search.get('year')) || thisYear()
  return [
    year,
    (next) =>
      setSearch(
        (old) => {
          const params = new URLSearchParams(old)
          params.set('year', String(next))
          return params
        },
        { replace: true },
      ),
  ]
}
