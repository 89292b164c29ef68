import { describe, expect, test } from 'vitest'
import { knownRows, readDelivery, rowsOf, seriesFor, type DeliveryRow, type Known } from './delivery-rows.ts'

const known: Known = {
  series: [
    { id: 1, prefix: 'VV', digits: 6, lastNumber: 120, materials: ['book'] },
    { id: 2, prefix: 'TC', digits: 4, lastNumber: 0, materials: ['serial'] },
  ],
  places: new Set(['1', '1/5']),
  style: { group: '.', decimal: ',' },
}

function rows(count: number, change: Partial<DeliveryRow>[] = []): DeliveryRow[] {
  const made = rowsOf({
    titleId: 9,
    title: 'Truyện Kiều',
    callNumber: '895.92212 TR527K',
    count,
    series: '1',
    price: '85.000',
    place: '1/5',
    shelf: 'A1',
    condition: 'good',
  })
  return made.map((row, at) => ({ ...row, ...change[at] }))
}
const problems = (all: DeliveryRow[]) =>
  readDelivery(all, known).problems.map(({ row, key, code }) => [row, key, code])

describe('the grid of a delivery', () => {
  test('becomes copies with the numbers that were shown', () => {
    const reading = readDelivery(rows(2), known)
    expect(reading.problems).toEqual([])
    expect(reading.numbers).toEqual(['VV000121', 'VV000122'])
    expect(reading.amountMinor).toBe(170_000)
    expect(reading.copies[1]).toMatchObject({
      titleId: 9,
      seriesId: 1,
      number: 122,
      siteId: 1,
      storeId: 5,
      priceMinor: 85_000,
      shelf: 'A1',
      callNumber: '895.92212 TR527K',
    })
  })

  test('takes a number typed plain or read off its label, and goes on after it', () => {
    expect(readDelivery(rows(3, [{ number: '130' }, {}, { number: 'vv000125' }]), known).numbers).toEqual([
      'VV000130',
      'VV000131',
      'VV000125',
    ])
  })

  test('finds what is wrong at its own cell', () => {
    const changed = [
      { series: '', price: 'tám' },
      { number: 'abc', place: 'Kho lạ' },
      { price: '-5', condition: 'rách' },
      { price: '1,5' },
    ]
    expect(problems(rows(4, changed))).toEqual([
      [0, 'series', 'series_unknown'],
      [0, 'price', 'not_a_price'],
      [1, 'number', 'not_a_number'],
      [1, 'place', 'place_unknown'],
      [2, 'price', 'not_a_price'],
      [2, 'condition', 'condition_unknown'],
      [3, 'price', 'not_a_price'],
    ])
  })

  test('finds a number or barcode that stands there twice, and one far out of its series', () => {
    expect(problems(rows(3, [{ number: '125' }, { number: '125' }, { number: '1250000' }]))).toEqual([
      [1, 'number', 'taken_in_grid'],
      [2, 'number', 'out_of_series'],
    ])
    const scanned = rows(3, [{ barcode: '893' }, { barcode: ' 893 ' }, { barcode: '' }])
    expect(readDelivery(scanned, known).problems).toMatchObject([
      { row: 1, key: 'barcode', words: { line: '1' } },
    ])
  })
})

test('a kind of material takes the series made for it, else the only one', () => {
  expect(seriesFor('serial', known.series)?.id).toBe(2)
  expect(seriesFor('map', known.series)).toBeUndefined()
  expect(seriesFor('map', known.series.slice(0, 1))?.id).toBe(1)
})

test('an old draft is read with what it has', () => {
  expect(knownRows([{ titleId: '3', title: 'Cũ' }, { title: 'không có gì' }])).toMatchObject([
    { titleId: '3', title: 'Cũ', barcode: '', condition: 'good' },
  ])
})
