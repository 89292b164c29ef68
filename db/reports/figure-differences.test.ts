import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shownNumber } from '../documents/numbers.ts'
import type { MarkedFigure } from '../documents/index.ts'
import { differencesIn, hasOtherFigures } from './figure-differences.ts'

const languages = fc.constantFrom('vi' as const, 'en' as const)
const value = fc
  .oneof(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), fc.double({ min: 0, max: 1e6, noNaN: true }))
  .map((number) => Math.round(number * 100) / 100)
const values = fc.array(value, { minLength: 1, maxLength: 12 })

function figuresOf(numbers: readonly number[], language: 'vi' | 'en'): MarkedFigure[] {
  return numbers.map((number, at) => ({
    mark: `KS_M_${at}_value`,
    code: `M.${at}`,
    name: 'Vốn tài liệu',
    column: 'value',
    label: 'Kỳ này',
    cell: { kind: 'number', shown: shownNumber(number, language), value: number, decimals: 2 },
  }))
}

it('a file that shows what was signed has no difference, spaced and filled up as it may be', () => {
  fc.assert(
    fc.property(values, languages, (numbers, language) => {
      const expected = figuresOf(numbers, language)
      const figures = expected.map(({ mark, cell }) => ({ mark, shown: ` ${cell.shown}\u00A0` }))
      expect(differencesIn({ format: 'docx', figures, text: '' }, expected, language)).toEqual([])
    }),
  )
})

it('one figure that is another, or gone, is found, and only that one', () => {
  fc.assert(
    fc.property(values, languages, fc.nat(), value, (numbers, language, pick, other) => {
      const at = pick % numbers.length
      fc.pre(shownNumber(other, language) !== shownNumber(numbers[at] ?? 0, language))
      const expected = figuresOf(numbers, language)
      const all = expected.map(({ mark, cell }) => ({ mark, shown: cell.shown }))
      const changed = all.map((each, index) =>
        index === at ? { ...each, shown: shownNumber(other, language) } : each,
      )
      const read = (figures: typeof all) => ({ format: 'docx' as const, figures, text: '' })
      const code = `M.${at}`
      expect(differencesIn(read(changed), expected, language)).toMatchObject([{ code }])
      const less = all.filter((_, index) => index !== at)
      expect(differencesIn(read(less), expected, language)).toMatchObject([{ code, found: null }])
      // A second row of the same name cannot hide the first.
      const twice = [...all, { mark: `KS_M_${at}_value`, shown: shownNumber(other, language) }]
      expect(differencesIn(read(twice), expected, language)).toMatchObject([{ code }])
      expect(hasOtherFigures(read(twice), expected)).toBe(true)
    }),
  )
})
