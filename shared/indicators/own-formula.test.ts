import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, measuresIn, OwnFormula, type Term } from './own-formula.ts'

const plus = (measure: string): Term => ({ measure, sign: 'plus' })
const minus = (measure: string): Term => ({ measure, sign: 'minus' })
const counts = { a: 30, b: 12, none: 0, bytes: 2_500_000 }

describe('a formula of the library’s own', () => {
  it('adds and takes away, in whatever unit', () => {
    expect(evaluate({ way: 'sum', terms: [plus('a'), minus('b')], perUnit: 1 }, counts)).toBe(18)
    expect(evaluate({ way: 'sum', terms: [plus('bytes')], perUnit: 1_000_000 }, counts)).toBe(2.5)
  })

  it('is a share or a quotient with two decimals, and nothing of nothing', () => {
    const parts = { part: [plus('b')], whole: [plus('a'), plus('b')] }
    expect(evaluate({ way: 'share', ...parts }, counts)).toBe(28.57)
    expect(evaluate({ way: 'quotient', ...parts }, counts)).toBe(0.29)
    expect(evaluate({ way: 'share', part: [plus('a')], whole: [plus('none')] }, counts)).toBeNull()
    expect(
      evaluate({ way: 'quotient', part: [plus('a')], whole: [plus('a'), minus('a')] }, counts),
    ).toBeNull()
  })

  it('is never counted where people give it', () => {
    expect(evaluate({ way: 'by_hand' }, counts)).toBeNull()
    expect(measuresIn({ way: 'by_hand' })).toEqual([])
  })

  it('has parts, and each of a known kind', () => {
    expect(OwnFormula.safeParse({ way: 'sum', terms: [] }).success).toBe(false)
    expect(OwnFormula.safeParse({ way: 'power', terms: [plus('a')] }).success).toBe(false)
    expect(OwnFormula.safeParse({ way: 'sum', terms: [plus('a')], perUnit: 0 }).success).toBe(false)
  })

  it('equals the slow sum of its terms for any numbers, and never −0', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd')
    const someTerms = fc.array(
      fc.record({ measure: name, sign: fc.constantFrom<'plus' | 'minus'>('plus', 'minus') }),
      { minLength: 1, maxLength: 6 },
    )
    const numbers = fc.record({ a: fc.nat(1e6), b: fc.nat(1e6), c: fc.nat(3), d: fc.constant(0) })
    fc.assert(
      fc.property(someTerms, someTerms, numbers, (part, whole, given) => {
        let top = 0
        for (const { measure, sign } of part) top += sign === 'plus' ? given[measure] : -given[measure]
        let base = 0
        for (const { measure, sign } of whole) base += sign === 'plus' ? given[measure] : -given[measure]
        expect(evaluate({ way: 'sum', terms: part, perUnit: 1 }, given)).toBe(top === 0 ? 0 : top)
        const share = evaluate({ way: 'share', part, whole }, given)
        if (base === 0) expect(share).toBeNull()
        else expect(share).toBeCloseTo((top * 100) / base, 1)
        expect(Object.is(share, -0)).toBe(false)
      }),
    )
  })
})
