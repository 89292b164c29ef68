import { ItemFilters } from '../../shared/stocktake/contract.ts'

const fresh = ItemFilters.parse({})
const names = ItemFilters.keyof().options

/** The list a counted number opens. */
export function itemsAddress(stocktakeId: number, filters: Partial<ItemFilters>): string {
  return `/stocktake/${stocktakeId}/items?${itemsSearch(filters)}`
}

export function itemsSearch(filters: Partial<ItemFilters>): string {
  const entries = names.flatMap((name) => {
    const value = filters[name]
    return value === undefined || (value === fresh[name] && name !== 'class') ? [] : [[name, String(value)]]
  })
  return new URLSearchParams(entries as [string, string][]).toString()
}

/** What an address asks for; what it says wrongly narrows nothing. */
export function readItemFilters(search: URLSearchParams): ItemFilters {
  const read: Record<string, unknown> = {}
  for (const name of names) {
    const written = search.get(name)
    if (written === null) continue
    const isNumber = name === 'siteId' || name === 'storeId'
    read[name] = isNumber ? Number(written) : name === 'isSettled' ? written === 'true' : written
  }
  const parsed = ItemFilters.safeParse(read)
  return parsed.success ? parsed.data : fresh
}
