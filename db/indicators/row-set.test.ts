import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countRows, packRows, pageOfRows, unpackRows } from './row-set.ts'

const ids = fc.oneof(
  fc.array(fc.maxSafeNat(), { maxLength: 300 }),
  fc.array(fc.nat(1000), { maxLength: 300 }),
  fc.tuple(fc.nat(1e9), fc.array(fc.nat(3), { maxLength: 300 })).map(([start, gaps]) => {
    let id = start
    return gaps.map((gap) => (id += gap))
  }),
)

function sortedSet(values: number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}

describe('a packed row set', () => {
  it('unpacks to the same set, ascending and without doubles', () => {
    fc.assert(
      fc.property(ids, (values) => {
        const expected = sortedSet(values)
        expect(unpackRows(packRows(values))).toEqual(expected)
        expect(countRows(packRows(values))).toBe(expected.length)
      }),
      { numRuns: 500 },
    )
  })

  it('is the same text for the same set, in any order, from an array or any iterable', () => {
    fc.assert(
      fc.property(ids, (values) => {
        const packed = packRows(values)
        expect(packRows(values.toReversed())).toBe(packed)
        expect(packRows(new Set(values))).toBe(packed)
      }),
      { numRuns: 200 },
    )
  })

  it('gives any page as a slice of the whole', () => {
    fc.assert(
      fc.property(ids, fc.nat(320), fc.nat(50), (values, offset, limit) => {
        expect(pageOfRows(packRows(values), offset, limit)).toEqual(
          sortedSet(values).slice(offset, offset + limit),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('holds 1.5 million ids with one in a thousand missing in a few thousand characters', () => {
    const values = Array.from({ length: 1_500_000 }, (_, i) => i + 1).filter((id) => (id * 7919) % 1009 !== 0)
    const packed = packRows(values)
    expect(packed.length).toBeLessThan(10_000)
    expect(countRows(packed)).toBe(values.length)
    expect(unpackRows(packed)).toEqual(values)
  })

  it('is one line of ASCII, also when empty', () => {
    expect(packRows([5, 900, 12_345_678])).toMatch(/^3:[A-Za-z0-9+/]+=*$/)
    expect(unpackRows(packRows([]))).toEqual([])
    expect(countRows(packRows([]))).toBe(0)
  })
})

it('refuses what is no row id', () => {
  for (const value of [-1, 1.5, Number.NaN, 2 ** 53]) expect(() => packRows([1, value])).toThrow(RangeError)
})

it('refuses a damaged text instead of answering other rows', () => {
  const packed = packRows([1, 2, 3, 500])
  expect(() => unpackRows('')).toThrow()
  expect(() => unpackRows('4:')).toThrow()
  expect(() => unpackRows(packed.replace('4:', '5:'))).toThrow(RangeError)
  expect(() => unpackRows(packed.slice(0, -6))).toThrow()
})
