import { expect, test } from 'vitest'
import { daysSince } from './age.ts'

test('days are counted by the calendar of Viet Nam, across the turn of a month', () => {
  expect(daysSince('2026-04-30T16:59:59.000Z', Date.parse('2026-05-02T01:00:00Z'))).toBe(2)
  expect(daysSince('2026-04-30T17:00:00.000Z', Date.parse('2026-05-02T01:00:00Z'))).toBe(1)
  expect(daysSince('2026-05-02T00:00:00.000Z', Date.parse('2026-05-02T16:59:59Z'))).toBe(0)
})
