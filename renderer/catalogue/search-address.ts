import { Filters, Search, searchSorts } from '../../shared/catalogue/contract.ts'

/** A search with whatever is left out as it is before anybody asks. */
export type SomeSearch = { text?: string; filters?: Partial<Filters>; sort?: Search['sort'] }
export type FilterName = keyof Filters
export const noFilters: Filters = Filters.parse({})
export const filterNames = Filters.keyof().options

/** Only what narrows: the address of a plain search stays short. */
export function activeFilters(filters: Partial<Filters>): Partial<Filters> {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = filters[name]
      const isIdle = value === undefined || value === null || value === '' || isEmpty(value)
      return isIdle ? [] : [[name, value]]
    }),
  )
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** What an address asks for; what it says wrongly, or what an older version wrote, narrows nothing. */
export function readSearch(params: URLSearchParams): Search {
  const sort = searchSorts.find((known) => known === params.get('sort'))
  const search = {
    text: params.get('text') ?? '',
    filters: readFilters(params.get('filters')),
    sort: sort ?? 'relevance',
  }
  const parsed = Search.safeParse(search)
  return parsed.success ? parsed.data : { text: '', filters: search.filters, sort: search.sort }
}

function readFilters(written: string | null): Filters {
  if (written === null) return noFilters
  try {
    const parsed = Filters.safeParse(JSON.parse(written))
    return parsed.success ? parsed.data : noFilters
  } catch {
    return noFilters
  }
}

export function searchParams({ text = '', filters = {}, sort = 'relevance' }: SomeSearch): URLSearchParams {
  const active = activeFilters(filters)
  return new URLSearchParams({
    ...(text !== '' && { text }),
    ...(Object.keys(active).length > 0 && { filters: JSON.stringify(active) }),
    ...(sort !== 'relevance' && { sort }),
  })
}

/** The list of what a search finds: where a counted number leads. */
export function searchAddress(search: SomeSearch): string {
  const params = searchParams(search).toString()
  return params ? `/catalogue?${params}` : '/catalogue'
}
