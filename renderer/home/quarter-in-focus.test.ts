import { describe, expect, it } from 'vitest'
import { quarterBounds } from '../../shared/dates.ts'
import { indicatorList } from '../../shared/indicators/formulas.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import type { Period } from '../../shared/reports/contract.ts'
import { headlineOf, missingOf } from './headline.ts'
import { lastSigned, quarterInFocus } from './quarter-in-focus.ts'

function period(year: number, quarter: number, state: Period['state']): Period {
  const nobody = {
    preparedBy: null,
    handedOverAt: null,
    checkedBy: null,
    checkedAt: null,
    signedBy: null,
    signedAt: null,
  }
  return {
    id: year * 10 + quarter,
    rev: 1,
    period: quarterPeriod({ year, quarter }),
    kind: 'quarter',
    state,
    remark: '',
    leftOut: [],
    restated: 0,
    ...quarterBounds({ year, quarter }),
    ...nobody,
  }
}

describe('the quarter the home page speaks of', () => {
  it('is the oldest report that nobody has signed', () => {
    const periods = [period(2026, 2, 'open'), period(2026, 1, 'checked'), period(2025, 4, 'signed')]
    expect(quarterInFocus(periods, '2026-07-05')).toEqual({ kind: 'period', period: periods[1] })
  })

  it('is the last ended quarter where its report has not been opened', () => {
    const focus = quarterInFocus([period(2025, 4, 'signed')], '2026-04-01')
    expect(focus).toEqual({ kind: 'unopened', quarter: { year: 2026, quarter: 1 } })
  })

  it('is the ended quarter nobody opened rather than the running one', () => {
    const focus = quarterInFocus([period(2026, 2, 'open'), period(2025, 4, 'signed')], '2026-05-02')
    expect(focus).toEqual({ kind: 'unopened', quarter: { year: 2026, quarter: 1 } })
  })

  it('is the running quarter when everything before it is signed', () => {
    const running = period(2026, 2, 'open')
    const focus = quarterInFocus([running, period(2026, 1, 'signed')], '2026-05-02')
    expect(focus).toEqual({ kind: 'period', period: running })
  })

  it('stays with the last ended quarter once it is signed', () => {
    const signed = period(2026, 1, 'signed')
    expect(quarterInFocus([signed], '2026-06-30')).toEqual({ kind: 'period', period: signed })
  })
})

it('the last signed quarter is the latest of them, whatever order they come in', () => {
  const periods = [period(2025, 4, 'signed'), period(2026, 2, 'signed'), period(2026, 3, 'open')]
  expect(lastSigned(periods)?.id).toBe(20262)
  expect(lastSigned([period(2026, 3, 'open')])).toBeUndefined()
})

it('of all figures a few stand on the home page, and of the others how many nobody collected', () => {
  const figures = indicatorList.map(({ code }, at) => ({
    code,
    status: at < 3 ? ('not_collected' as const) : ('known' as const),
  }))
  expect(headlineOf(figures).map(({ code }) => code)).toEqual([
    'M2b.01',
    'M2b.02',
    'M2b.04b',
    'M2b.05a',
    'M2b.08',
    'M2b.11',
  ])
  expect(missingOf(figures)).toEqual({ all: indicatorList.length, missing: 3 })
})
