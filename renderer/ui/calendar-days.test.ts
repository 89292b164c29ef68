import { expect, test } from 'vitest'
import { addDays, addMonths, monthWeeks } from './calendar-days.ts'

test('a month is six weeks that begin on Monday and hold all of its days', () => {
  const days = monthWeeks('2026-02-14').flat()
  expect(days).toHaveLength(42)
  expect(days[0]).toBe('2026-01-26')
  expect(days).toContain('2026-02-01')
  expect(days).toContain('2026-02-28')
})

test('a month later is never a day of the month after that', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
})

test('days cross the end of a year', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})
