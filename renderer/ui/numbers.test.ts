import { expect, test } from 'vitest'
import { formatNumber, numberStyle, parseNumber } from './numbers.ts'

const vi = numberStyle('vi')
const en = numberStyle('en')

test('a number is written as its language writes it', () => {
  expect(formatNumber(1234567.5, vi)).toBe('1.234.567,5')
  expect(formatNumber(1234567.5, en)).toBe('1,234,567.5')
  expect(formatNumber(-999, vi)).toBe('-999')
  expect(formatNumber(2026, vi, false)).toBe('2026')
})

test('what was written is read back', () => {
  for (const value of [0, 1, -1, 999, 1000, 123456.25, 1e9]) {
    expect(parseNumber(formatNumber(value, vi), vi)).toBe(value)
    expect(parseNumber(formatNumber(value, en), en)).toBe(value)
  }
})

test('digits without separators are a number', () => {
  expect(parseNumber(' 12345 ', vi)).toBe(12345)
})

test('a separator in a wrong place is no number, never another number', () => {
  for (const text of ['1.5', '12.34', '1,2,3', '1.234.5', 'abc', '', ',5', '1.', '1,', '--1']) {
    expect(parseNumber(text, vi), text).toBeNull()
  }
  expect(parseNumber('1.234', en)).toBe(1.234)
})
