import { describe, expect, it, test } from 'vitest'
import { settledMoney } from './money.ts'
import { agreementStandingOn, itemsValue, projectStateOn } from './rules.ts'

const year = { startsOn: '2026-01-01', endsOn: '2026-12-31', endedOn: null, isRenewed: false }

describe('an agreement', () => {
  it.each([
    ['2025-12-31', 'coming'],
    ['2026-01-01', 'valid'],
    ['2026-11-30', 'valid'],
    ['2026-12-01', 'expiring'],
    ['2026-12-31', 'expiring'],
    ['2027-01-01', 'expired'],
  ] as const)('on %s is %s', (on, standing) => {
    expect(agreementStandingOn(year, { on, noticeDays: 30 })).toBe(standing)
  })

  it('that another renews is not reminded of, and has not simply run out', () => {
    const renewed = { ...year, isRenewed: true }
    expect(agreementStandingOn(renewed, { on: '2026-12-20', noticeDays: 30 })).toBe('valid')
    expect(agreementStandingOn(renewed, { on: '2027-02-01', noticeDays: 30 })).toBe('renewed')
  })

  it('without term is never reminded of, and one ended early no longer holds on that day', () => {
    const open = { ...year, endsOn: null }
    expect(agreementStandingOn(open, { on: '2090-01-01', noticeDays: 730 })).toBe('valid')
    const ended = { ...year, endedOn: '2026-06-01' }
    expect(agreementStandingOn(ended, { on: '2026-05-31', noticeDays: 30 })).toBe('valid')
    expect(agreementStandingOn(ended, { on: '2026-06-01', noticeDays: 30 })).toBe('ended')
  })
})

test('the state of a project on any day is read off its dates', () => {
  const project = {
    startsOn: '2025-03-01',
    endsOn: '2025-12-31',
    endedOn: '2026-02-01',
    ending: 'stopped',
  } as const
  const states = ['2025-02-28', '2025-03-01', '2026-01-31', '2026-02-01'].map((on) =>
    projectStateOn(project, on),
  )
  expect(states).toEqual(['planned', 'running', 'running', 'stopped'])
})

test('equipment with a line that nobody valued has no value, and none at all has none either', () => {
  expect(itemsValue([{ valueMinor: 5 }, { valueMinor: 7 }])).toBe(12)
  expect(itemsValue([{ valueMinor: 5 }, { valueMinor: null }])).toBeNull()
  expect(itemsValue([])).toBeNull()
})

test('an amount in đồng keeps no rate, and one without a rate no day of it', () => {
  const given = { amountMinor: 100, rate: 25_000, rateOn: '2026-01-01' }
  expect(settledMoney({ ...given, currency: 'VND' })).toMatchObject({ rate: null, amountVnd: 100 })
  expect(settledMoney({ ...given, currency: 'USD' })).toMatchObject({ rate: 25_000, amountVnd: 25_000 })
  expect(settledMoney({ ...given, currency: 'USD', rate: null })).toMatchObject({
    rateOn: null,
    amountVnd: null,
  })
})
