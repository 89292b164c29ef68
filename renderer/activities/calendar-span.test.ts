import { expect, it } from 'vitest'
import { dayAfterKey, spanOf, turned } from './calendar-span.ts'

it('a month is shown in whole weeks from Monday', () => {
  expect(spanOf('month', '2026-11-10')).toEqual({ from: '2026-10-26', days: 42 })
  expect(spanOf('month', '2027-02-10')).toEqual({ from: '2027-02-01', days: 28 })
})

it('a week begins on Monday, also on a Sunday', () => {
  expect(spanOf('week', '2026-11-15')).toEqual({ from: '2026-11-09', days: 7 })
})

it('a timeline is the days of the month', () => {
  expect(spanOf('timeline', '2028-02-15')).toEqual({ from: '2028-02-01', days: 29 })
})

it('the 31st goes to the last day of a shorter month', () => {
  expect(turned('month', '2026-01-31', -1)).toBe('2025-12-31')
})

it('arrows go by days and weeks', () => {
  expect(dayAfterKey('ArrowDown', '2026-12-28')).toBe('2027-01-04')
  expect(dayAfterKey('Enter', '2026-12-28')).toBeNull()
})
