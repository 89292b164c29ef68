import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, quarterBounds } from '../dates.ts'
import { givenForSpan, type GivenPart } from './given.ts'

const quarter = (number: number, value: number | null, status: GivenPart['status'] = 'known'): GivenPart => {
  const { from, to } = quarterBounds({ year: 2026, quarter: number })
  return { id: number, fromOn: from, untilOn: to, status, value, reason: 'Sổ' }
}
const halfYear = { from: '2026-01-01', to: '2026-06-30' }

describe('what was given for parts of a span', () => {
  it('adds up where they cover it, and only where they do', () => {
    expect(givenForSpan([quarter(2, 5), quarter(1, 7)], halfYear, 'adds_up')).toEqual({
      ids: [1, 2],
      reason: 'Sổ',
      status: 'known',
      value: 12,
    })
    expect(givenForSpan([quarter(2, 5)], halfYear, 'adds_up')).toBeNull()
    expect(givenForSpan([quarter(1, 5), quarter(3, 5)], halfYear, 'adds_up')).toBeNull()
  })

  it('is no number where one part is none', () => {
    expect(givenForSpan([quarter(1, 5), quarter(2, null, 'not_applicable')], halfYear, 'adds_up')).toBeNull()
    const none = [quarter(1, null, 'not_applicable'), quarter(2, null, 'not_applicable')]
    expect(givenForSpan(none, halfYear, 'adds_up')).toMatchObject({ status: 'not_applicable', value: null })
  })

  it('is the last day’s where it stands at the end, and nothing where it does neither', () => {
    expect(givenForSpan([quarter(1, 7), quarter(2, 5)], halfYear, 'at_end')).toMatchObject({ value: 5 })
    expect(givenForSpan([quarter(1, 7), quarter(2, 5)], halfYear, 'neither')).toBeNull()
  })

  it('is the span’s own wherever there is one', () => {
    const own: GivenPart = { ...quarter(4, 99), fromOn: halfYear.from, untilOn: halfYear.to }
    for (const nature of ['at_end', 'adds_up', 'neither'] as const)
      expect(givenForSpan([quarter(1, 7), quarter(2, 5), own], halfYear, nature)).toMatchObject({ value: 99 })
  })

  it('sums to the same whatever way a span is cut into parts', () => {
    const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 999 })), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(cuts, fc.integer({ min: 0, max: 7 }), (lengths, without) => {
        let from = '2026-01-01'
        const parts = lengths.map(([days, value], at): GivenPart => {
          const part = { id: at + 1, fromOn: from, untilOn: addDays(from, days - 1), value }
          from = addDays(from, days)
          return { ...part, status: 'known', reason: 'Sổ' }
        })
        const span = { from: '2026-01-01', to: addDays(from, -1) }
        const total = lengths.reduce((sum, [, value]) => sum + value, 0)
        expect(givenForSpan(parts.toReversed(), span, 'adds_up')?.value).toBe(total)
        const gap = parts.filter((_, at) => at !== without)
        if (gap.length < parts.length) expect(givenForSpan(gap, span, 'adds_up')).toBeNull()
      }),
    )
  })
})
