import { expect, test } from 'vitest'
import { remainingSeconds } from './remaining.ts'

test('half done in ten seconds leaves ten seconds', () => {
  expect(remainingSeconds({ done: 50, total: 100, elapsedMs: 10_000 })).toBe(10)
})

test('nothing is foretold too early, or where the end is not known', () => {
  expect(remainingSeconds({ done: 50, total: 100, elapsedMs: 1000 })).toBeNull()
  expect(remainingSeconds({ done: 0, total: 100, elapsedMs: 10_000 })).toBeNull()
  expect(remainingSeconds({ done: 5, total: null, elapsedMs: 10_000 })).toBeNull()
})
