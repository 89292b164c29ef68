import { CopyFilters } from '../../shared/copies/contract.ts'

export const noFilters: CopyFilters = CopyFilters.parse({})
export type FilterName = keyof CopyFilters
export const filterNames = CopyFilters.keyof().options

/** What narrows: filters that are not as they stand in a fresh list. */
export function activeFilters(filters: Partial<CopyFilters>): Partial<CopyFilters> {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = filters[name]
      return value === undefined || value === noFilters[name] ? [] : [[name, value]]
    }),
  )
}

/** What an address asks for; what it says wrongly, or what an older version wrote, narrows nothing. */
export function readFilters(written: string | null): CopyFilters {
  if (written === null) return noFilters
  try {
    const parsed = CopyFilters.safeParse(JSON.parse(written))
    return parsed.success ? parsed.data : noFilters
  } catch {
    return noFilters
  }
}

export function filterParams(filters: Partial<CopyFilters>): URLSearchParams {
  const active = activeFilters(filters)
  return new URLSearchParams(Object.keys(active).length > 0 ? { filters: JSON.stringify(active) } : {})
}

/** The list of the copies that are meant: where a counted number leads. */
export function copiesAddress(filters: Partial<CopyFilters>): string {
  const params = filterParams(filters).toString()
  return params ? `/copies?${params}` : '/copies'
}
