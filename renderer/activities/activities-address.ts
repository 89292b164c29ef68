import { Filters } from '../../shared/activities/contract.ts'

const fresh = Filters.parse({})
const names = Filters.keyof().options
const numbers: readonly string[] = ['siteId', 'campaignId', 'partnerId']

/** The list that a number or a day opens. */
export function activitiesAddress(filters: Partial<Filters>): string {
  const search = activitiesSearch(filters)
  return search === '' ? '/activities' : `/activities?${search}`
}

export function activitiesSearch(filters: Partial<Filters>): string {
  const entries = names.flatMap((name): [string, string][] => {
    const value = filters[name]
    return value === undefined || value === null || value === '' ? [] : [[name, String(value)]]
  })
  return new URLSearchParams(entries).toString()
}

/** What an address asks for; what it says wrongly narrows nothing. */
export function readFilters(search: URLSearchParams): Filters {
  const read: Record<string, unknown> = {}
  for (const name of names) {
    const written = search.get(name)
    if (written !== null) read[name] = numbers.includes(name) ? Number(written) : written
  }
  const parsed = Filters.safeParse(read)
  return parsed.success ? parsed.data : fresh
}
