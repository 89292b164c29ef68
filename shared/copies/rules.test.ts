import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessionNumberText, giveNumbers, partByVoids, readAccessionCode, sharedNumber } from './rules.ts'

const books = { id: 1, prefix: 'VN.', digits: 6 }
const maps = { id: 2, prefix: 'BĐ', digits: 4 }
const plain = { id: 3, prefix: '', digits: 5 }
const read = (code: string, series: (typeof books)[] = [books, maps]) =>
  readAccessionCode(code, series).map(({ series: { id }, number }) => [id, number])

describe('an accession number', () => {
  it('is prefix and padded number, and grows beyond its digits', () => {
    expect(accessionNumberText(books, 123)).toBe('VN.000123')
    expect(accessionNumberText(plain, 1234567)).toBe('1234567')
  })

  it('is read back with or without prefix, zeros and capitals', () => {
    for (const code of ['VN.000123', 'vn.123', ' VN. 000123 ', 'Vn.0123'])
      expect(read(code)).toEqual([[1, 123]])
    expect(read('bđ7')).toEqual([[2, 7]])
    expect(read('BĐ0007'.normalize('NFD'))).toEqual([[2, 7]])
    expect(read('000123')).toEqual([
      [1, 123],
      [2, 123],
    ])
    expect(read('XY.123')).toEqual([])
    expect(read('VN.12a')).toEqual([])
    expect(read('')).toEqual([])
  })

  it('comes back as the number it was made from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (number) => {
        expect(read(accessionNumberText(books, number), [books])).toEqual([[1, number]])
      }),
    )
  })
})

describe('gaps', () => {
  it('are parted by what was declared void', () => {
    const voids = [
      { from: 5, to: 6, reason: 'rách' },
      { from: 1, to: 2, reason: 'mất nhãn' },
    ]
    expect(partByVoids({ from: 1, to: 9 }, voids)).toEqual([
      { from: 1, to: 2, reason: 'mất nhãn' },
      { from: 3, to: 4, reason: null },
      { from: 5, to: 6, reason: 'rách' },
      { from: 7, to: 9, reason: null },
    ])
    expect(partByVoids({ from: 3, to: 3 }, voids)).toEqual([{ from: 3, to: 3, reason: null }])
    expect(partByVoids({ from: 6, to: 6 }, voids)).toEqual([{ from: 6, to: 6, reason: 'rách' }])
  })
})

describe('the numbers of a grid', () => {
  const give = (numbers: (number | null)[], last: number) =>
    giveNumbers(
      numbers.map((number) => ({ seriesId: 1, number })),
      new Map([[1, last]]),
    )
  const numbersOf = (numbers: (number | null)[], last: number) =>
    give(numbers, last).map(({ number, problem }) => problem ?? number)

  it('go on from the last, around those typed', () => {
    expect(numbersOf([null, null], 10)).toEqual([11, 12])
    expect(numbersOf([null, 11, null], 10)).toEqual([12, 11, 13])
    expect(numbersOf([3, null], 10)).toEqual([3, 11])
    expect(numbersOf([50, null], 10)).toEqual([50, 51])
  })

  it('are found twice in the grid itself', () => {
    expect(numbersOf([7, 8, 7], 10)).toEqual([7, 8, 'taken_in_grid'])
  })

  it('stay within reach, but begin anywhere', () => {
    expect(numbersOf([10_010], 10)).toEqual([10_010])
    expect(numbersOf([10_011, null], 10)).toEqual(['out_of_series', 11])
    expect(numbersOf([123_456, null], 0)).toEqual([123_456, 123_457])
  })

  it('of two series do not meet', () => {
    const wanted = [1, 2, 1].map((seriesId) => ({ seriesId, number: null }))
    expect(giveNumbers(wanted, new Map([[2, 5]])).map(({ number }) => number)).toEqual([1, 6, 2])
  })
})

describe('a number two series would write', () => {
  const form = fc.record({
    prefix: fc.string({ unit: fc.constantFrom('V', '0', '1'), maxLength: 3 }),
    digits: fc.integer({ min: 1, max: 4 }),
  })
  const numbers = Array.from({ length: 2000 }, (_, at) => at + 1)

  it('is found wherever both write one, and is written by both', () => {
    fc.assert(
      fc.property(form, form, (one, other) => {
        const ofOne = new Set(numbers.map((number) => accessionNumberText(one, number)))
        const both = numbers
          .map((number) => accessionNumberText(other, number))
          .some((text) => ofOne.has(text))
        const found = sharedNumber(one, other)
        if (both) expect(found).not.toBeNull()
        if (found === null) return
        for (const each of [one, other]) {
          const number = Number(found.slice(each.prefix.length))
          expect(accessionNumberText(each, number)).toBe(found)
        }
      }),
    )
  })

  it('is none where the prefixes part', () => {
    expect(sharedNumber(books, maps)).toBeNull()
    expect(sharedNumber({ prefix: 'VN', digits: 6 }, { prefix: 'VNX', digits: 6 })).toBeNull()
    expect(sharedNumber({ prefix: 'KD', digits: 6 }, { prefix: 'KD0', digits: 6 })).toBeNull()
  })
})
