import { expect, test } from 'vitest'
import { readRecords, recordsPath } from './records-address.ts'

test('an address says which lines are looked at, and reads back as it was written', () => {
  const path = recordsPath(7, { verdicts: ['new', 'unread'], problem: 'cut_off' })
  expect(path).toBe('/interchange/7/records?verdict=new%2Cunread&problem=cut_off')
  expect(readRecords(new URL(path, 'http://x').searchParams)).toEqual({
    verdicts: ['new', 'unread'],
    problem: 'cut_off',
  })
  expect(recordsPath(7, {})).toBe('/interchange/7/records')
  expect(readRecords(new URLSearchParams('verdict=nonsense'))).toEqual({ verdicts: [], problem: null })
})
