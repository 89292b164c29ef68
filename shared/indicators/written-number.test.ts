import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readNumber } from './written-number.ts'

const read = (text: string, way: 'vi' | 'en' | null = null) => {
  const result = readNumber(text, way)
  return result.kind === 'number' ? result.value : result.kind
}

it('reads numbers of both ways, and asks where a mark may be either', () => {
  expect(
    ['1.234,5', '1,234.5', '1 234,5', '-12,5', '12.50 %', '1.234.567', '1,234,567'].map((each) => read(each)),
  ).toEqual([1234.5, 1234.5, 1234.5, -12.5, 12.5, 1_234_567, 1_234_567])
  expect(read('1.234')).toBe('doubtful')
  expect([read('1.234', 'vi'), read('1.234', 'en'), read('1,234', 'vi'), read('1,234', 'en')]).toEqual([
    1234, 1.234, 1.234, 1234,
  ])
  expect(read('0.125')).toBe(0.125)
})

it('takes nothing for a number that is none', () => {
  for (const text of ['', 'không có', '1.23.4', '1,2,3', '12.', '1.234.56', '1,234,5.6', '--3', '3a'])
    expect(read(text), text).toBe('none')
})

it('reads back whatever either language writes', () => {
  const value = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((hundredths) => hundredths / 100)
  fc.assert(
    fc.property(value, fc.constantFrom('vi' as const, 'en' as const), (number, way) => {
      const text = new Intl.NumberFormat(way, { maximumFractionDigits: 2 }).format(number)
      expect(read(text, way)).toBe(Object.is(number, -0) ? expect.closeTo(0) : number)
    }),
  )
})
