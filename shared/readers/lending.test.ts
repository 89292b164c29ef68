import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consentsNeeded, monthsAfter, standingOf, termsFor } from './lending.ts'

const today = '2026-11-10'

describe('the rules of lending', () => {
  it('the closer rule wins', () => {
    const rule = {
      days: 14,
      copies: 3,
      renewals: 1,
      exceptions: [
        { groupId: 1, material: null, days: 7, copies: 2, renewals: 0 },
        { groupId: null, material: 'serial' as const, days: 0, copies: 0, renewals: 0 },
        { groupId: 1, material: 'serial' as const, days: 3, copies: 1, renewals: 0 },
      ],
    }
    const days = (groupId: number, material: string) => termsFor(rule, { groupId, material }).days
    expect([days(2, 'book'), days(1, 'book'), days(2, 'serial'), days(1, 'serial')]).toEqual([14, 7, 0, 3])
  })

  it('a later month ends where it ends', () => {
    expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28')
    expect(monthsAfter('2024-02-29', 12)).toBe('2025-02-28')
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 240 }), (date, months) => {
        const from = date.toISOString().slice(0, 10)
        const later = monthsAfter(from, months)
        const apart =
          (Number(later.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
          Number(later.slice(5, 7)) -
          Number(from.slice(5, 7))
        expect(apart).toBe(months)
        expect(later.slice(8) <= from.slice(8)).toBe(true)
      }),
    )
  })

  it('a child consents from its seventh birthday on', () => {
    const needed = (bornOn: string | null) => consentsNeeded({ isChild: true, bornOn }, today)
    expect(needed('2019-11-11')).toEqual(['guardian'])
    expect(needed('2019-11-10')).toEqual(['reader', 'guardian'])
    expect(needed(null)).toEqual(['reader', 'guardian'])
  })

  it('a suspension is over after its last day', () => {
    const held = { expiresOn: '2027-01-01', suspendedOn: '2026-11-01' }
    expect(standingOf({ ...held, suspendedUntil: today }, today)).toBe('suspended')
    expect(standingOf({ ...held, suspendedUntil: '2026-11-09' }, today)).toBe('valid')
    expect(standingOf({ ...held, suspendedUntil: null }, '2030-01-01')).toBe('suspended')
    expect(standingOf({ ...held, suspendedOn: null, suspendedUntil: null }, '2027-01-02')).toBe('expired')
  })
})
