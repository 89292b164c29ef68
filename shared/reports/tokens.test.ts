import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vi from '../locales/vi/index.ts'
import { createTexts } from '../texts.ts'
import { filled, keepTokensWhole, tokensIn, typedNumbers, type TokenFigure } from './tokens.ts'

const { t } = createTexts('vi', vi)
const number = (value: number) => value.toLocaleString('vi-VN')
const known = (value: number) => ({ status: 'known' as const, value })
const figure = (code: string, value: number): TokenFigure => ({
  code,
  ...known(value),
  yearToDate: known(value * 2),
  samePeriodLastYear: known(value / 2),
  progress: { percent: 80.5 },
})
const shown = (text: string) =>
  filled(text, { figures: [figure('M2b.01', 1200), figure('g.5', 4)], t, number })
    .map((piece) => piece.text)
    .join('')

describe('a number that follows the data', () => {
  it('is found by its code and what is asked of it', () => {
    expect(
      tokensIn('{M2b.01} và {g.3a:year}, {M2b.04a1:plan}').map(({ code, asks }) => [code, asks]),
    ).toEqual([
      ['M2b.01', 'value'],
      ['g.3a', 'year'],
      ['M2b.04a1', 'plan'],
    ])
    expect(tokensIn('{M2b.01:no} {} {a} {{x}}')).toEqual([])
  })

  it('is read as Vietnamese writes numbers', () => {
    expect(shown('Có {M2b.01} bản, lũy kế {M2b.01:year}, đạt {M2b.01:plan}, {M2b.01:change}.')).toBe(
      'Có 1.200 bản, lũy kế 2.400, đạt 80,5 % kế hoạch, tăng 100 % so với cùng kỳ.',
    )
    expect(shown('Mã lạ {M9.99} để nguyên')).toBe('Mã lạ {M9.99} để nguyên')
  })

  it('goes whole or not at all, wherever one cuts', () => {
    const before = 'Có {M2b.01} bản'
    expect(keepTokensWhole(before, 'Có {M2b.01 bản')).toEqual({ text: 'Có  bản', caret: 3 })
    expect(keepTokensWhole(before, 'Có {M2b.x01} bản')).toEqual({ text: 'Có {M2b.01}x bản', caret: 12 })
    expect(keepTokensWhole(before, 'Còn {M2b.01} bản').text).toBe('Còn {M2b.01} bản')
  })

  it('never leaves a half behind, whatever is typed over whatever', () => {
    const words = fc.array(fc.constantFrom('{M2b.01}', '{g.5:year}', 'a', ' ', '1', 'ă'), { maxLength: 12 })
    fc.assert(
      fc.property(words, fc.nat(80), fc.nat(80), fc.constantFrom('', 'x', 'đổi'), (parts, a, b, typed) => {
        const before = parts.join('')
        const [from, to] = [Math.min(a, before.length), Math.min(b, before.length)].toSorted((x, y) => x - y)
        const after = `${before.slice(0, from)}${typed}${before.slice(to)}`
        const { text, caret } = keepTokensWhole(before, after)
        const rest = tokensIn(text).reduceRight(
          (left, each) => left.slice(0, each.from) + left.slice(each.to),
          text,
        )
        expect(rest).not.toMatch(/[{}]/)
        expect(caret).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

it('numbers that somebody typed are told from those that follow the data', () => {
  const text = 'Quý II có 1.250 bản, {M2b.01} tên, 12,5 %'
  expect(typedNumbers(text).map(({ from, to }) => text.slice(from, to))).toEqual(['1.250', '12,5'])
})
