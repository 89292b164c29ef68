import { describe, expect, test } from 'vitest'
import {
  blankCard,
  nothingWanted,
  rangeInSeries,
  rangeProblem,
  rangeTyped,
  readCards,
  sourceOf,
} from './wanted.ts'

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

describe('a range of numbers', () => {
  const series = [
    { id: 1, prefix: 'VL', digits: 6 },
    { id: 2, prefix: 'KD', digits: 6 },
  ]
  const byRange = { ...nothingWanted, by: 'series' as const }
  const typed = (fromCode: string, toCode: string, seriesId = '') =>
    rangeTyped(rangeTyped({ ...byRange, seriesId }, { fromCode }, series), { toCode }, series)

  test('may be typed or scanned with its prefix, which says of which series it is', () => {
    expect(sourceOf(typed('VL003932', 'vl 003936'))).toEqual({
      by: 'series',
      seriesId: 1,
      from: 3932,
      to: 3936,
    })
    expect(sourceOf(typed('KD5', '9', '1'))).toEqual({ by: 'series', seriesId: 2, from: 5, to: 9 })
    expect(sourceOf(typed('3932', '3936', '1'))).toEqual({ by: 'series', seriesId: 1, from: 3932, to: 3936 })
    expect(rangeProblem(typed('VL003932', 'VL003936'), series)).toBeNull()
  })

  test('waits for its series where bare numbers do not say it, unless there is only one', () => {
    expect(sourceOf(typed('1', '2'))).toBeNull()
    expect(rangeProblem(typed('1', '2'), series)).toBeNull()
    const only = series.slice(0, 1)
    expect(sourceOf(rangeTyped({ ...byRange, fromCode: '1' }, { toCode: '2' }, only))).toMatchObject({
      seriesId: 1,
    })
  })

  test('says what is wrong with it', () => {
    expect(rangeProblem(typed('VL000009', 'VL000002'), series)).toEqual({ end: 'toCode', code: 'rangeWrong' })
    expect(rangeProblem(typed('VL000001', 'KD000002'), series)).toEqual({
      end: 'fromCode',
      code: 'otherSeries',
    })
    expect(rangeProblem(typed('abc', ''), series)).toEqual({ end: 'fromCode', code: 'numberUnclear' })
    expect(rangeProblem(typed('0', '2', '1'), series)).toEqual({ end: 'fromCode', code: 'numberUnclear' })
  })

  test('keeps its numbers when another series is chosen for them', () => {
    const moved = rangeInSeries(typed('VL000001', 'VL000004'), '2')
    expect(moved).toMatchObject({ fromCode: '1', toCode: '4' })
    expect(sourceOf(moved)).toEqual({ by: 'series', seriesId: 2, from: 1, to: 4 })
  })
})
