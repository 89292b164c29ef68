import { expect, test } from 'vitest'
import { formatSize } from './sizes.ts'

const vietnamese = { group: '.', decimal: ',' }

test.each([
  [0, '0\u00A0KB'],
  [17, '0,1\u00A0KB'],
  [4096, '4\u00A0KB'],
  [3_510_272, '3,3\u00A0MB'],
  [734_003_200, '700\u00A0MB'],
  [5 * 1024 ** 3, '5\u00A0GB'],
])('%i bytes are shown as Windows shows them', (bytes, shown) => {
  expect(formatSize(bytes, vietnamese)).toBe(shown)
})
