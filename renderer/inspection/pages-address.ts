import { PageFilters } from '../../shared/inspection/contract.ts'

const fresh = PageFilters.parse({})
const names = PageFilters.keyof().options
const texts: readonly string[] = ['verdict', 'worst', 'from', 'to', 'machine']

/** The list a counted number opens. */
export function pagesAddress(filters: Partial<PageFilters>): string {
  const entries = names.flatMap((name): [string, string][] => {
    const value = filters[name]
    return value === undefined || value === null || value === fresh[name] ? [] : [[name, String(value)]]
  })
  return `/inspection/pages?${new URLSearchParams(entries).toString()}`
}

/** What an address asks for; what it says wrongly narrows nothing. */
export function readPageFilters(search: URLSearchParams): PageFilters {
  const read: Record<string, unknown> = {}
  for (const name of names) {
    const written = search.get(name)
    if (written === null) continue
    read[name] = texts.includes(name) || written === 'nobody' ? written : Number(written)
  }
  const parsed = PageFilters.safeParse(read)
  return parsed.success ? parsed.data : fresh
}
