import { expect, it } from 'vitest'
import { daysAfter, forecastOn, mondayOf, readJobCode } from './rules.ts'

it('a slip is read in any case, with zeros before its number, and nothing else passes for one', () => {
  expect(readJobCode(' sh0012 ')).toBe('SH12')
  expect(readJobCode('SH0')).toBeNull()
  expect(readJobCode('VV000012')).toBeNull()
})

it('weeks begin on Monday', () => {
  expect(mondayOf('2026-11-10')).toBe('2026-11-09')
  expect(mondayOf('2026-11-09')).toBe('2026-11-09')
  expect(mondayOf('2026-11-15')).toBe('2026-11-09')
  expect(daysAfter('2026-02-27', 2)).toBe('2026-03-01')
})

it('a forecast is what is left at the pace that was', () => {
  const weeks = { from: '2026-11-01', asOf: '2026-11-10' }
  expect(forecastOn({ left: 20, done: 10, ...weeks })).toBe('2026-11-30')
  expect(forecastOn({ left: 1, done: 3, ...weeks })).toBe('2026-11-14')
  expect(forecastOn({ left: 0, done: 10, ...weeks })).toBeNull()
  expect(forecastOn({ left: 20, done: 0, ...weeks })).toBeNull()
  expect(forecastOn({ left: 1e9, done: 1, ...weeks })).toBeNull()
})
