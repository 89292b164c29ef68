import { describe, expect, it } from 'vitest'
import { begunPeriods, firstOf, likeliestPeriod } from './periods.ts'

describe('periods to report on', () => {
  it('begin with the one of today and go back over the turn of the year', () => {
    expect(begunPeriods('2026-02-10', 'quarter', 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3'])
    expect(begunPeriods('2026-02-10', 'half_year', 3)).toEqual(['2026-H1', '2025-H2', '2025-H1'])
    expect(begunPeriods('2026-02-10', 'nine_months', 2)).toEqual(['2026-9M', '2025-9M'])
    expect(begunPeriods('2026-02-10', 'year', 2)).toEqual(['2026', '2025'])
  })

  it('offer first the newest that has ended, and the running one when none is left', () => {
    expect(likeliestPeriod(begunPeriods('2026-02-10', 'quarter', 3), '2026-02-10')).toBe('2025-Q4')
    expect(likeliestPeriod(['2026-Q1'], '2026-03-31')).toBe('2026-Q1')
    expect(likeliestPeriod([], '2026-03-31')).toBeUndefined()
  })

  it('do not count one as ended on its own last day', () => {
    const quarters = begunPeriods('2026-03-31', 'quarter', 2)
    expect(likeliestPeriod(quarters, '2026-03-31')).toBe('2025-Q4')
    expect(likeliestPeriod(quarters, '2026-04-01')).toBe('2026-Q1')
  })

  it('leave out those whose report is begun already', () => {
    expect(firstOf('quarter', '2026-02-10', ['2025-Q4'])).toBe('2025-Q3')
    expect(firstOf('range', '2026-02-10', [])).toBe('2026-01-11..2026-02-09')
  })
})
