import { expect, it } from 'vitest'
import { ItemFilters } from '../../shared/stocktake/contract.ts'
import { itemsAddress, itemsSearch, readItemFilters } from './items-address.ts'

it('an address says what narrows a list, and is read back', () => {
  for (const filters of [
    {},
    { class: 'found', siteId: 1, storeId: 0, text: 'Dế Mèn & 1' },
    { class: 'missing', status: 'missing', isSettled: false },
  ] as Partial<ItemFilters>[]) {
    const search = new URLSearchParams(itemsSearch(filters))
    expect(readItemFilters(search)).toEqual(ItemFilters.parse(filters))
  }
  expect(itemsAddress(3, { class: 'missing' })).toBe('/stocktake/3/items?class=missing')
})

it('what no list can be narrowed by narrows nothing', () => {
  expect(readItemFilters(new URLSearchParams('class=lạ&siteId=x'))).toEqual(ItemFilters.parse({}))
})
