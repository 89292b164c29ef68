import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './dates.ts'
import {
  adjoinsPrevious,
  isPeriod,
  namedPeriod,
  periodBetween,
  previousPeriod,
  readPeriod,
  samePeriodLastYear,
  yearToDate,
} from './periods.ts'

describe('the periods of a report', () => {
  it.each([
    ['2026-Q3', 'quarter', '2026-07-01', '2026-09-30'],
    ['2026-H1', 'half_year', '2026-01-01', '2026-06-30'],
    ['2026-H2', 'half_year', '2026-07-01', '2026-12-31'],
    ['2026-9M', 'nine_months', '2026-01-01', '2026-09-30'],
    ['2026', 'year', '2026-01-01', '2026-12-31'],
    ['2026-01-05..2026-02-10', 'range', '2026-01-05', '2026-02-10'],
  ])('%s is a %s from %s to %s', (period, kind, from, to) => {
    expect(readPeriod(period)).toEqual({ period, kind, from, to })
    expect(isPeriod(period)).toBe(true)
  })

  it('are read as people type them, and kept by one name', () => {
    expect(readPeriod(' 2026q3 ')?.period).toBe('2026-Q3')
    expect(readPeriod('2026-h2')?.period).toBe('2026-H2')
    expect(readPeriod('2026-04-01..2026-06-30')?.period).toBe('2026-Q2')
    expect(isPeriod('2026-04-01..2026-06-30')).toBe(false)
  })

  it.each([
    '',
    '2026-Q5',
    '2026-H3',
    '1899',
    '2026-02-30..2026-03-01',
    '2026-03-02..2026-03-01',
    '2026..2027',
  ])('%j is none', (text) => {
    expect(readPeriod(text)).toBeNull()
  })

  it.each([
    ['2026-Q1', '2025-Q4', '2025-Q1'],
    ['2026-H1', '2025-H2', '2025-H1'],
    ['2026-H2', '2026-H1', '2025-H2'],
    ['2026-9M', '2025-9M', '2025-9M'],
    ['2026', '2025', '2025'],
    ['2026-01-05..2026-01-06', '2026-01-03..2026-01-04', '2025-01-05..2025-01-06'],
    ['2024-02-29..2024-03-04', '2024-02-24..2024-02-28', '2023-02-28..2023-03-04'],
  ])('%s is compared with %s and with %s', (period, previous, lastYear) => {
    expect(previousPeriod(period)).toBe(previous)
    expect(samePeriodLastYear(period)).toBe(lastYear)
  })

  it('begin the year where their year to date does', () => {
    expect(yearToDate('2026-Q3')).toEqual({ from: '2026-01-01', to: '2026-09-30' })
    expect(yearToDate('2025-12-20..2026-01-10')).toEqual({ from: '2026-01-01', to: '2026-01-10' })
  })

  it('all but nine months begin with what the one before ended with', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.nat(3000), (day, length) => {
        const from = day.toISOString().slice(0, 10)
        const range = periodBetween(from, addDays(from, length))
        expect(range && namedPeriod(range.period)).toEqual(range)
        if (!range || range.kind === 'nine_months') return
        expect(adjoinsPrevious(range.period)).toBe(true)
      }),
    )
    expect(adjoinsPrevious('2026-9M')).toBe(false)
  })
})
