import { describe, expect, test } from 'vitest'
import { copiesAddress, filterParams, noFilters, readFilters } from './copies-address.ts'

describe('the address of a list of copies', () => {
  test('says only what narrows', () => {
    expect(copiesAddress({ ...noFilters })).toBe('/copies')
    expect(decodeURIComponent(copiesAddress({ ...noFilters, siteId: 2, state: 'live' }))).toBe(
      '/copies?filters={"siteId":2}',
    )
  })

  test('reads back what it wrote', () => {
    const filters = { ...noFilters, text: 'Truyện Kiều', asOf: '2025-12-31', ddc: '8', state: 'all' as const }
    expect(readFilters(filterParams(filters).get('filters'))).toEqual(filters)
  })

  test('asks for everything where it cannot be read', () => {
    for (const written of [null, '', '{', '7', '{"state":"gone"}', '{"siteId":"x"}']) {
      expect(readFilters(written)).toEqual(noFilters)
    }
  })
})
