import { describe, expect, test } from 'vitest'
import { blankCard, nothingWanted, readCards, sourceOf } from './wanted.ts'

describe('what is wanted', () => {
  test('is no source before enough is known', () => {
    expect(sourceOf({ ...nothingWanted, by: 'copies' })).toBe(null)
    expect(sourceOf({ ...nothingWanted, by: 'voucher' })).toBe(null)
    expect(sourceOf({ ...nothingWanted, by: 'series', seriesId: '1', from: 5, to: 2 })).toBe(null)
    expect(sourceOf({ ...nothingWanted, by: 'series', seriesId: '1', from: 1.5, to: 2 })).toBe(null)
    expect(sourceOf({ ...nothingWanted, by: 'cards' })).toBe(null)
  })
  test('is one as soon as it is', () => {
    expect(sourceOf(nothingWanted)).toEqual({ by: 'unlabelled', siteId: null })
    expect(sourceOf({ ...nothingWanted, siteId: '2' })).toEqual({ by: 'unlabelled', siteId: 2 })
    expect(sourceOf({ ...nothingWanted, by: 'series', seriesId: '1', from: 2, to: 5 })).toEqual({
      by: 'series',
      seriesId: 1,
      from: 2,
      to: 5,
    })
  })
})

test('cards: blank rows are none, one without its number is named', () => {
  const rows = [
    { ...blankCard, personName: 'Nguyễn Thị Hoàng Yến', cardNumber: 'TV001' },
    blankCard,
    { ...blankCard, personName: 'Trần Văn Bình' },
  ]
  const { cards, lacking } = readCards(rows)
  expect(cards).toHaveLength(1)
  expect(lacking).toEqual([{ row: 2, key: 'cardNumber' }])
  expect(sourceOf({ ...nothingWanted, by: 'cards', cards: rows })).toBe(null)
})
