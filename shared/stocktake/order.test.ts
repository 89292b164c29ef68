import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { straysIn } from './order.ts'

describe('a run of books', () => {
  it('in order has no strays, and neither has an empty one', () => {
    expect(straysIn([])).toEqual([])
    expect(straysIn(['a', 'b', 'b', 'c'])).toEqual([])
  })

  it('with one book in a wrong place has one stray, wherever it stands', () => {
    expect(straysIn(['b', 'c', 'd', 'a'])).toEqual([{ at: 3, after: null, before: 0 }])
    expect(straysIn(['d', 'a', 'b', 'c'])).toEqual([{ at: 0, after: 3, before: null }])
    expect(straysIn(['a', 'x', 'b', 'c'])).toEqual([{ at: 1, after: 3, before: null }])
    expect(straysIn(['a', 'c', 'd', 'b', 'e'])).toEqual([{ at: 3, after: 0, before: 1 }])
  })

  it('names neighbours between which each stray belongs, and what is left stands in order', () => {
    const runs = fc.array(fc.stringMatching(/^[a-d]{0,2}$/), { maxLength: 40 })
    fc.assert(
      fc.property(runs, (keys) => {
        const strays = straysIn(keys)
        const places = new Set(strays.map(({ at }) => at))
        const rest = keys.filter((_, at) => !places.has(at))
        expect(rest).toEqual(rest.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
        for (const { at, after, before } of strays) {
          const key = keys[at] ?? ''
          if (after !== null) expect((keys[after] ?? '') <= key).toBe(true)
          if (before !== null) expect((keys[before] ?? '') > key).toBe(true)
        }
      }),
    )
  })

  it('loses no more books than it must', () => {
    const runs = fc.array(fc.stringMatching(/^[a-d]$/), { maxLength: 12 })
    fc.assert(
      fc.property(runs, (keys) => {
        expect(keys.length - straysIn(keys).length).toBe(longestBySearch(keys))
      }),
    )
  })
})

function longestBySearch(keys: readonly string[], from = ''): number {
  const [first, ...rest] = keys
  if (first === undefined) return 0
  const without = longestBySearch(rest, from)
  return first >= from ? Math.max(without, 1 + longestBySearch(rest, first)) : without
}
