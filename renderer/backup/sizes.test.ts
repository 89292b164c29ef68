import { expect, test } from 'vitest'
import { daysBetween, formatSize } from './sizes.ts'

const vietnamese = { group: '.', decimal: ',' }

test.each([
  [4096, '4\u00A0KB'],
  [3_510_272, '3,3\u00A0MB'],
  [734_003_200, '700\u00A0MB'],
  [5 * 1024 ** 3, '5\u00A0GB'],
])('%i bytes are shown as Windows shows them', (bytes, shown) => {
  expect(formatSize(bytes, vietnamese)).toBe(shown)
})

test('days are counted by the calendar, across the turn of a month', () => {
  expect(daysBetween('2026-04-30', '2026-05-02')).toBe(2)
  expect(daysBetween('2026-05-02', '2026-05-02')).toBe(0)
})
