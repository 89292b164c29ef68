import { describe, expect, it } from 'vitest'
import { begunQuarters, likeliestQuarter, parseQuarterKey, quarterKey } from './quarters.ts'

describe('quarters to report on', () => {
  it('begin with the quarter of today and go back over the turn of the year', () => {
    expect(begunQuarters('2026-02-10', 3)).toEqual([
      { year: 2026, quarter: 1 },
      { year: 2025, quarter: 4 },
      { year: 2025, quarter: 3 },
    ])
  })

  it('offer first the newest quarter that has ended', () => {
    expect(likeliestQuarter(begunQuarters('2026-02-10', 3), '2026-02-10')).toEqual({ year: 2025, quarter: 4 })
  })

  it('offer the running quarter when no ended one is left', () => {
    expect(likeliestQuarter([{ year: 2026, quarter: 1 }], '2026-03-31')).toEqual({ year: 2026, quarter: 1 })
    expect(likeliestQuarter([], '2026-03-31')).toBeUndefined()
  })

  it('do not count a quarter as ended on its own last day', () => {
    const quarters = begunQuarters('2026-03-31', 2)
    expect(likeliestQuarter(quarters, '2026-03-31')).toEqual({ year: 2025, quarter: 4 })
    expect(likeliestQuarter(quarters, '2026-04-01')).toEqual({ year: 2026, quarter: 1 })
  })

  it('are read back from their key, and nothing else is', () => {
    expect(parseQuarterKey(quarterKey({ year: 2026, quarter: 3 }))).toEqual({ year: 2026, quarter: 3 })
    expect(parseQuarterKey('2026-5')).toBeNull()
    expect(parseQuarterKey('')).toBeNull()
  })
})
