import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expiryDays, keptCopies, type RotatedCopy, type RotationRule } from './rotation.ts'

const dayMs = 86_400_000
const today = '2026-11-30'
const nowMs = Date.parse(`${today}T04:00:00Z`)
const rule: RotationRule = { daily: 3, weekly: 2, monthly: 2, yearly: 2, signedYears: 1 }
const quiet = { today, signedAt: [] as string[] }

const daysAgo = (days: number) => new Date(nowMs - days * dayMs).toISOString()
const copyOf = (id: number, days: number, other: Partial<RotatedCopy> = {}): RotatedCopy => ({
  id,
  madeAt: daysAgo(days),
  isSound: true,
  isHeld: false,
  ...other,
})
const reasonsOf = (copies: RotatedCopy[], circumstances = quiet) =>
  Object.fromEntries(keptCopies(copies, rule, circumstances))

describe('a copy stays', () => {
  it('as the newest of its day, week, month and year, as often as the rule says', () => {
    const copies = [0, 1, 2, 3, 8, 40, 70, 400].map((days, index) => copyOf(index + 1, days))
    expect(reasonsOf(copies)).toEqual({
      1: ['newest', 'recent', 'daily', 'weekly', 'monthly', 'yearly'],
      2: ['recent', 'daily', 'weekly'],
      3: ['daily'],
      4: [],
      5: [],
      6: ['monthly'],
      7: [],
      8: ['yearly'],
    })
  })

  it('though the PC was off for months: spans without a copy are not counted', () => {
    expect(reasonsOf([copyOf(1, 90), copyOf(2, 200)])).toEqual({
      1: ['newest', 'daily', 'weekly', 'monthly', 'yearly'],
      2: ['daily', 'weekly', 'monthly'],
    })
  })

  it('as the first one after a report was signed, for as long as the rule says', () => {
    const copies = [copyOf(1, 0), copyOf(2, 1), copyOf(3, 2), copyOf(4, 100), copyOf(5, 101)]
    const signedAt = [daysAgo(102), daysAgo(700)]
    const kept = reasonsOf(copies, { today, signedAt })
    expect(kept[5]).toEqual(['signed'])
    expect(kept[4]).toEqual(['monthly'])
  })

  it('because somebody holds it, whatever its age', () => {
    const old = copyOf(9, 3000, { isHeld: true })
    expect(reasonsOf([0, 1, 2, 40, 80, 400].map((days, at) => copyOf(at + 1, days)).concat(old))[9]).toEqual([
      'held',
    ])
  })

  it('not as a proven one where it is none; it goes once a better one came after it', () => {
    const bad = { isSound: false }
    expect(reasonsOf([copyOf(1, 0, bad), copyOf(2, 5), copyOf(3, 6, bad)])).toEqual({
      1: ['newest'],
      2: ['newest', 'daily', 'weekly', 'monthly', 'yearly'],
      3: [],
    })
  })
})

describe('the day a copy goes', () => {
  it('is told for each that nobody holds', () => {
    const copies = [copyOf(1, 0), copyOf(2, 1), copyOf(3, 500, { isHeld: true })]
    const days = expiryDays(copies, rule, quiet)
    expect(days.get(3)).toBeNull()
    // A Monday's copy at the end of November: the last of its month for two months, and of no year.
    expect(days.get(1)).toBe('2027-01-01')
    expect(days.get(2)).toBe('2026-12-07')
  })
})

const anyCopies = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 10_000 }),
    days: fc.integer({ min: 0, max: 1500 }),
    isSound: fc.boolean(),
    isHeld: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
)
const anyRule = fc.record({
  daily: fc.integer({ min: 1, max: 10 }),
  weekly: fc.integer({ min: 0, max: 6 }),
  monthly: fc.integer({ min: 0, max: 6 }),
  yearly: fc.integer({ min: 0, max: 3 }),
  signedYears: fc.integer({ min: 0, max: 2 }),
})
const anySignings = fc.array(fc.integer({ min: 0, max: 1500 }).map(daysAgo), { maxLength: 6 })

describe('whatever there is', () => {
  it('the newest sound copy and those held stay, and what goes today cannot be missed by the rule', () => {
    fc.assert(
      fc.property(anyCopies, anyRule, anySignings, (drawn, rule, signedAt) => {
        const copies = drawn.map(({ id, days, ...other }) => copyOf(id, days, other))
        const kept = keptCopies(copies, rule, { today, signedAt })
        const sound = copies.filter(({ isSound }) => isSound)
        const newest = sound.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0]
        const staying = copies.filter(({ id }) => (kept.get(id) ?? []).length > 0)
        if (newest)
          expect(staying.some(({ madeAt, isSound }) => isSound && madeAt === newest.madeAt)).toBe(true)
        for (const { id, isHeld } of copies) if (isHeld) expect(kept.get(id)).toContain('held')
        // Clearing away twice clears nothing more.
        const again = keptCopies(staying, rule, { today, signedAt })
        expect([...again.values()].every((reasons) => reasons.length > 0)).toBe(true)
      }),
    )
  })

  it('the day told is the day on which it goes when the days are gone through with one copy each', () => {
    fc.assert(
      fc.property(anyCopies, anyRule, (drawn, rule) => {
        const copies = drawn.map(({ id, days, ...other }) => copyOf(id, days, other))
        const told = expiryDays(copies, rule, quiet)
        const goingNow = copies.filter(
          ({ id }) => (keptCopies(copies, rule, quiet).get(id) ?? []).length === 0,
        )
        for (const { id } of goingNow) expect(told.get(id)).toBe(today)
        for (const { id, isHeld } of copies) expect(told.get(id) === null).toBe(isHeld)
      }),
      { numRuns: 20 },
    )
  })
})
