import { JobFilters } from '../../shared/digitization/contract.ts'

const fresh = JobFilters.parse({})
const names = JobFilters.keyof().options
const numbers: readonly string[] = ['projectId', 'batchId', 'priority', 'scannedById']
/** How an address says "in any state", which is not what a list begins with. */
const any = 'any'

/** The list a counted number opens. */
export function jobsAddress(filters: Partial<JobFilters>): string {
  const search = jobsSearch(filters)
  return search === '' ? '/digitization/jobs' : `/digitization/jobs?${search}`
}

export function jobsSearch(filters: Partial<JobFilters>): string {
  const entries = names.flatMap((name): [string, string][] => {
    const value = filters[name]
    if (value === undefined || value === fresh[name]) return []
    return [[name, value === null ? any : String(value)]]
  })
  return new URLSearchParams(entries).toString()
}

/** What an address asks for; what it says wrongly narrows nothing. */
export function readJobFilters(search: URLSearchParams): JobFilters {
  const read: Record<string, unknown> = {}
  for (const name of names) {
    const written = search.get(name)
    if (written === null) continue
    read[name] = written === any ? null : numbers.includes(name) ? Number(written) : written
  }
  const parsed = JobFilters.safeParse(read)
  return parsed.success ? parsed.data : fresh
}
