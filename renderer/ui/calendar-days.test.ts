import { expect, test } from 'vitest'
import { monthWeeks } from './calendar-days.ts'

test('a month is six weeks that begin on Monday and hold all of its days', () => {
  const days = monthWeeks('2026-02-14').flat()
  expect(days).toHaveLength(42)
  expect(days[0]).toBe('2026-01-26')
  expect(days).toContain('2026-02-01')
  expect(days).toContain('2026-02-28')
})
