import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellKey, leftOf, type Cell, type Counts } from './rules.ts'

const kind = fc.record({
  siteId: fc.integer({ min: 1, max: 2 }),
  material: fc.constantFrom('book', 'map'),
  language: fc.constantFrom('vie', 'eng'),
  ddc: fc.constantFrom('', '8', '9'),
  source: fc.constantFrom('purchase' as const, 'deposit' as const),
})
const balances = fc.uniqueArray(
  fc
    .record({ cell: kind, titles: fc.nat(8), more: fc.nat(8) })
    .map(({ cell, titles, more }) => ({ ...cell, titles, copies: titles + more })),
  { selector: cellKey, maxLength: 12 },
)

function registeredAs(copies: readonly Cell[]): (Cell & Counts)[] {
  return [...Map.groupBy(copies, cellKey).values()].flatMap((same) =>
    same[0] ? [{ ...same[0], copies: same.length, titles: same.length }] : [],
  )
}
function totalOf(balance: readonly (Cell & Counts)[], copies: readonly Cell[]): number {
  const left = leftOf(balance, registeredAs(copies))
  return copies.length + left.reduce((sum, { remaining }) => sum + remaining, 0)
}

it('registering copies of an opening balance in any order leaves the total as it is until the balance is full', () => {
  const history = balances.chain((balance) =>
    fc.record({
      balance: fc.constant(balance),
      copies: fc.shuffledSubarray(
        balance.flatMap(({ titles: _, copies, ...cell }) => Array.from({ length: copies }, () => cell)),
      ),
    }),
  )
  fc.assert(
    fc.property(history, ({ balance, copies }) => {
      const total = totalOf(balance, [])
      for (let done = 1; done <= copies.length; done++) {
        expect(totalOf(balance, copies.slice(0, done))).toBe(total)
      }
    }),
    { numRuns: 200 },
  )
})

it('no order of registering makes another total, and none makes it smaller', () => {
  fc.assert(
    fc.property(balances, fc.array(kind, { maxLength: 60 }), (balance, copies) => {
      const total = totalOf(balance, copies)
      expect(totalOf(balance, copies.toReversed())).toBe(total)
      expect(total).toBeGreaterThanOrEqual(totalOf(balance, []))
    }),
    { numRuns: 300 },
  )
})

const cell = { siteId: 1, material: 'book', language: 'vie', source: 'purchase' as const }

it('copies that find no balance of their class fill the one whose class is not known', () => {
  const balance = [
    { ...cell, ddc: '8', titles: 2, copies: 3 },
    { ...cell, ddc: '', titles: 10, copies: 20 },
  ]
  const registered = [
    { ...cell, ddc: '8', titles: 5, copies: 5 },
    { ...cell, ddc: '9', titles: 4, copies: 4 },
  ]
  expect(leftOf(balance, registered)).toEqual([
    { registered: 3, remaining: 0, remainingTitles: 0 },
    { registered: 6, remaining: 14, remainingTitles: 4 },
  ])
})

it('a full balance has neither copies nor titles left, and copies beyond it add to the stock', () => {
  const balance = [{ ...cell, ddc: '8', titles: 90, copies: 100 }]
  const registered = [{ ...cell, ddc: '8', titles: 60, copies: 130 }]
  expect(leftOf(balance, registered)).toEqual([{ registered: 130, remaining: 0, remainingTitles: 0 }])
})
