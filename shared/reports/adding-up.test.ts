import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addUp, type ByCode } from './adding-up.ts'

const known = (value: number) => ({ status: 'known', value }) as const
const blank = { status: 'not_collected', value: null } as const
const stated = fc.oneof(fc.integer({ min: 0, max: 1_000_000 }).map(known), fc.constant(blank))
const unit = fc
  .record({ copies: stated, withdrawn: stated, titles: stated })
  .map(({ copies, withdrawn, titles }): ByCode => {
    return new Map([
      ['M2b.01', copies],
      ['M2b.05a', withdrawn],
      ['M2b.02', titles],
      ['M2b.05b', known(5)],
    ])
  })
const units = fc.array(unit, { maxLength: 6 })
const none: ByCode = new Map()
const numbers = (of: readonly ByCode[], code: string) => of.flatMap((each) => each.get(code)?.value ?? [])

describe('figures of several libraries', () => {
  it('that add up are the sum of those who know, and say how many lack', () => {
    fc.assert(
      fc.property(units, unit, (of, own) => {
        const added = addUp('M2b.01', { units: of, own, expected: of.length })
        const values = numbers(of, 'M2b.01')
        const plus = [...values, ...numbers([own], 'M2b.01')]
        const sum = (all: number[]) => (all.length === 0 ? null : all.reduce((one, next) => one + next, 0))
        expect(added).toEqual({
          manner: 'sum',
          total: sum(values),
          together: sum(plus),
          lacking: of.length - values.length,
        })
      }),
    )
  })

  it('that count distinct things come to nothing, however many know them', () => {
    fc.assert(
      fc.property(units, unit, (of, own) => {
        const { total, together } = addUp('M2b.02', { units: of, own, expected: of.length })
        expect([total, together]).toEqual([null, null])
      }),
    )
  })

  it('that are shares are computed from the summed parts, or not at all where a part is unknown', () => {
    fc.assert(
      fc.property(units, (of) => {
        const { total } = addUp('M2b.05b', { units: of, own: none, expected: of.length })
        const [part, copies] = [numbers(of, 'M2b.05a'), numbers(of, 'M2b.01')]
        const sum = (all: number[]) => all.reduce((one, next) => one + next, 0)
        const isWhole = of.length > 0 && part.length === of.length && copies.length === of.length
        const base = sum(part) + sum(copies)
        if (isWhole && base > 0) expect(total).toBeCloseTo((sum(part) / base) * 100, 1)
        else expect(total).toBeNull()
      }),
    )
  })
})
