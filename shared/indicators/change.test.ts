import fc from 'fast-check'
import { expect, it } from 'vitest'
import { effectsOfParts, rowsChanged, toHundredths } from './change.ts'
import { currentFormula, indicatorList, type Counts } from './formulas.ts'

const countsOf = (values: readonly number[], measures: readonly string[]) =>
  Object.fromEntries(measures.map((measure, at) => [measure, values[at] ?? 0])) as Counts

it('the effects of all parts of any indicator are its whole change, or one of them has no base', () => {
  const numbers = fc.array(fc.nat(5_000), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(fc.constantFrom(...indicatorList), numbers, numbers, (indicator, was, is) => {
      const formula = currentFormula(indicator)
      const [before, now] = [countsOf(was, formula.measures), countsOf(is, formula.measures)]
      const effects = effectsOfParts(formula, before, now).map(({ effect }) => effect)
      const [from, to] = [formula.compute(before), formula.compute(now)]
      if (effects.includes(null) || from === null || to === null) return
      const sum = effects.reduce<number>((total, effect) => total + (effect ?? 0), 0)
      expect(toHundredths(sum)).toBeCloseTo(toHundredths(to - from), 1)
    }),
  )
})

it('a part that stands on its own has its own difference as its effect', () => {
  const formula = { measures: ['copies.held'], compute: (counts: Counts) => counts['copies.held'] } as const
  const effects = effectsOfParts(formula, countsOf([10], formula.measures), countsOf([4], formula.measures))
  expect(effects).toEqual([{ measure: 'copies.held', before: 10, now: 4, effect: -6 }])
})

it('rows that came, went and stayed are those of the two sets', () => {
  const ids = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 })
    .map((all) => all.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(ids, ids, (before, now) => {
      const [was, is] = [new Set(before), new Set(now)]
      expect(rowsChanged(before, now)).toEqual({
        came: now.filter((id) => !was.has(id)),
        went: before.filter((id) => !is.has(id)),
        stayed: now.filter((id) => was.has(id)).length,
      })
    }),
  )
})
