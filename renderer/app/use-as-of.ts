import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { isoDateAt, parseDate, type IsoDate } from '../../shared/dates.ts'

/** What the address says of a list told as of a day; without a day, it is today. */
export function useAsOf() {
  const [search, setSearch] = useSearchParams()
  const narrow = useCallback(
    (change: Readonly<Record<string, string | null>>) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old)
          for (const [name, value] of Object.entries(change))
            if (value) next.set(name, value)
            else next.delete(name)
          return next
        },
        { replace: true },
      ),
    [setSearch],
  )
  const today = isoDateAt(Date.now())
  const on: IsoDate = parseDate(search.get('on') ?? '') ?? today
  const siteId = Number(search.get('siteId')) || null
  return { search, narrow, on, isToday: on === today, siteId, withPast: search.get('past') === 'all' }
}
