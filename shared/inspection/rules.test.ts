import { expect, test } from 'vitest'
import { InspectionRule, proposedTable } from './inspection.ts'
import { acceptanceFor, isTableOrdered, sampleSize, standingOf, wilson, worstOf } from './rules.ts'

const acceptance = { critical: 0, major: 1, minor: 3 }
const counts = { size: 20, good: 20, critical: 0, major: 0, minor: 0 }

test.each([
  [8, 2],
  [9, 3],
  [500, 50],
  [501, 80],
  [600_000, 1250],
  [1, 1],
])('a lot of %i pages needs %i', (population, size) => {
  expect(sampleSize({ sizeBy: 'table', sizeValue: null }, population, proposedTable)).toBe(size)
})

test('a percentage is rounded up, and nothing is larger than the lot', () => {
  expect(sampleSize({ sizeBy: 'percent', sizeValue: 2.5 }, 101, proposedTable)).toBe(3)
  expect(sampleSize({ sizeBy: 'number', sizeValue: 500 }, 101, proposedTable)).toBe(101)
})

test('a sample of any size is judged by the largest of the table that is not larger', () => {
  expect(acceptanceFor(80, proposedTable)).toEqual({ major: 2, minor: 7 })
  expect(acceptanceFor(124, proposedTable)).toEqual({ major: 2, minor: 7 })
  expect(acceptanceFor(1, proposedTable)).toEqual({ major: 0, minor: 0 })
})

test.each([
  ['every page was looked at and all are good', counts, 'passed'],
  ['so many bad pages are accepted', { ...counts, good: 16, major: 1, minor: 3 }, 'passed'],
  ['one page is left', { ...counts, good: 19 }, 'unfinished'],
  ['there is one too many', { ...counts, good: 18, major: 2 }, 'failed'],
  ['one critical page is enough, whatever is left', { ...counts, good: 0, critical: 1 }, 'failed'],
  ['one minor page too many', { ...counts, good: 16, minor: 4 }, 'failed'],
  ['nothing was drawn', { ...counts, size: 0, good: 0 }, 'unfinished'],
] as const)('a lot of which %s', (_, tally, standing) => {
  expect(standingOf(tally, acceptance)).toBe(standing)
})

test('a critical page counts as a major one where the library has settled it so', () => {
  const together = { ...acceptance, critical: null }
  expect(standingOf({ ...counts, good: 19, critical: 1 }, together)).toBe('passed')
  expect(standingOf({ ...counts, good: 18, critical: 1, major: 1 }, together)).toBe('failed')
})

test('one of three is nearly anything, a hundred of three hundred is about a third', () => {
  expect(wilson(1, 3)?.low).toBeCloseTo(0.0615, 3)
  expect(wilson(1, 3)?.high).toBeCloseTo(0.7923, 3)
  expect(wilson(100, 300)?.low).toBeCloseTo(0.2824, 3)
  expect(wilson(0, 50)).toMatchObject({ low: 0 })
  expect(wilson(0, 50)?.high).toBeCloseTo(0.0713, 3)
  expect(wilson(0, 0)).toBeNull()
})

test('a page is as bad as the worst that was found on it', () => {
  expect(worstOf(['minor', 'critical', 'major'])).toBe('critical')
  expect(worstOf([])).toBeNull()
})

test('a table has its lines in order, and the last takes lots of any size', () => {
  expect(isTableOrdered(proposedTable)).toBe(true)
  expect(isTableOrdered(proposedTable.slice(0, -1))).toBe(false)
  expect(isTableOrdered(proposedTable.toReversed())).toBe(false)
  expect(InspectionRule.safeParse({ table: [{ upTo: 9, size: 2, major: 0, minor: 0 }] }).success).toBe(false)
})
