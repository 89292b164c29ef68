import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chargeOf,
  friendlyChange,
  friendlyMost,
  friendlyTotal,
  openMinor,
  paidShare,
  rateFor,
} from './rules.ts'

const rate = (fromYear: number, amountMinor: number) =>
  ({ fromYear, sector: 'public', basis: 'unit', amountMinor }) as const

describe('the rate of a year', () => {
  it('is the latest that is not after it, of the sector alone', () => {
    const rates = [rate(2020, 500_000), rate(2024, 1_000_000)]
    expect(rateFor(rates, { year: 2023, sector: 'public' })?.amountMinor).toBe(500_000)
    expect(rateFor(rates, { year: 2026, sector: 'public' })?.amountMinor).toBe(1_000_000)
    expect(rateFor(rates, { year: 2019, sector: 'public' })).toBeNull()
    expect(rateFor(rates, { year: 2026, sector: 'education' })).toBeNull()
  })

  it('asks of a unit the same whoever belongs to it, or so much for each member', () => {
    expect(chargeOf({ basis: 'unit', amountMinor: 1_000_000 }, 0)).toBe(1_000_000)
    expect(chargeOf({ basis: 'member', amountMinor: 50_000 }, 24)).toBe(1_200_000)
  })
})

describe('what is paid', () => {
  /** Dues of 2019 as the association reported them: 62 of 63 public units, and the specialised branches. */
  it('is summed and shared by the computer, never typed', () => {
    const sums = { owedMinor: 102_250_000, paidMinor: 63_000_000 + 38_250_000 }
    expect(sums.paidMinor).toBe(101_250_000)
    expect(paidShare(sums)).toBe(99.02)
    expect(openMinor(sums)).toBe(1_000_000)
    expect(paidShare({ owedMinor: 0, paidMinor: 5 })).toBeNull()
  })
})

const scores = (points: readonly (number | null)[]) =>
  points.map((score, at) => ({ criterion: at + 1, score }))

describe('an assessment', () => {
  it('has no total before each criterion has its points', () => {
    expect(friendlyTotal({ weights: [1, 1, 1, 1, 1] }, scores([16, 18, null, 17, 14]))).toBeNull()
    expect(friendlyTotal({ weights: [2, 1, 1, 1, 1] }, scores([16, 18, 15, 17, 14]))).toBe(96)
  })

  it('is compared in hundredths of its own scale', () => {
    const change = friendlyChange({ total: 80, most: 100 }, { total: 35, most: 50 })
    expect(change).toBe(10)
    expect(friendlyChange({ total: 80, most: 100 }, null)).toBeNull()
    expect(friendlyChange({ total: null, most: 100 }, { total: 1, most: 2 })).toBeNull()
  })

  it('never comes to more than the scale has, and to all of it only with full points', () => {
    const points = fc.double({ min: 0, max: 1, noNaN: true })
    const weight = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.array(weight, { minLength: 5, maxLength: 5 }),
        fc.array(points, { minLength: 5, maxLength: 5 }),
        (mostPoints, weights, shares) => {
          const most = friendlyMost({ mostPoints, weights })
          const total = friendlyTotal({ weights }, scores(shares.map((share) => share * mostPoints)))
          expect(total).toBeLessThanOrEqual(most)
          expect(friendlyTotal({ weights }, scores(shares.map(() => mostPoints)))).toBe(most)
        },
      ),
    )
  })
})
