import { describe, expect, test } from 'vitest'
import { activeFilters, noFilters, readSearch, searchAddress, searchParams } from './search-address.ts'

function read(address: string) {
  return readSearch(new URL(address, 'http://list').searchParams)
}

describe('the address of a search', () => {
  test('carries text, filters and order there and back', () => {
    const search = {
      text: 'sông & núi = “Đà”',
      filters: {
        ...noFilters,
        author: 'Nguyễn',
        yearFrom: 1990,
        materials: ['map' as const],
        isDigital: false,
      },
      sort: 'year' as const,
    }
    expect(read(searchAddress(search))).toEqual(search)
  })

  test('is short where nothing is asked', () => {
    expect(searchAddress({})).toBe('/catalogue')
    expect(searchAddress({ filters: noFilters, sort: 'relevance', text: '' })).toBe('/catalogue')
    expect(searchParams({ filters: { authorityId: 5 } }).get('filters')).toBe('{"authorityId":5}')
  })

  test('finds everything where its filters cannot be read', () => {
    for (const filters of ['{', '[]', '{"materials":["stone"]}', '{"yearFrom":"soon"}', 'null']) {
      expect(read(`/catalogue?filters=${encodeURIComponent(filters)}&sort=colour`)).toEqual({
        text: '',
        filters: noFilters,
        sort: 'relevance',
      })
    }
  })
})

test('a filter that says no narrows as one that says yes', () => {
  expect(activeFilters({ isDigital: false, hasCopies: null, title: '', siteIds: [] })).toEqual({
    isDigital: false,
  })
})
