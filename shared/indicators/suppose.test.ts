import fc from 'fast-check'
import { expect, it } from 'vitest'
import { currentFormula, findIndicator, indicatorList, type MeasureName } from './formulas.ts'
import { supposedFigure } from './suppose.ts'

const formulaOf = (code: string) => currentFormula(findIndicator(code) ?? expect.unreachable(code))
const part = (measure: MeasureName, value: number, isCollected = true) => ({ measure, value, isCollected })
const none = { added: new Map<string, number>(), values: new Map<string, number>() }

it('adds what is pending to what counts, and computes shares anew', () => {
  const parts = [part('digitization.pagesFirstTime', 80), part('digitization.pages', 100)]
  const added = new Map([
    ['digitization.pagesFirstTime', 20],
    ['digitization.pages', 100],
  ])
  expect(supposedFigure(formulaOf('M2b.13'), parts, { ...none, added })).toEqual({
    status: 'known',
    value: 50,
  })
})

it('takes a typed value instead of what counts, and makes a figure of what nobody collects', () => {
  const parts = [part('products.bibliography', 0, false)]
  const values = new Map([['products.bibliography', 3]])
  const formula = formulaOf('M2c.01a')
  expect(supposedFigure(formula, parts, { ...none, values })).toEqual({ status: 'known', value: 3 })
  expect(supposedFigure(formula, parts, none)).toBeNull()
})

it('with as much as already counts is the figure itself', () => {
  const numbers = fc.array(fc.nat(5_000), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(fc.constantFrom(...indicatorList), numbers, (indicator, given) => {
      const formula = currentFormula(indicator)
      const parts = formula.measures.map((measure, at) => part(measure, given[at] ?? 0))
      const values = new Map(parts.map(({ measure, value }) => [measure as string, value]))
      const counts = Object.fromEntries(values) as Parameters<typeof formula.compute>[0]
      expect(supposedFigure(formula, parts, { ...none, values })?.value).toBe(formula.compute(counts))
    }),
  )
})
