import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter, daysFrom, daysLost, forecastOn, mondayOf, readJobCode } from './rules.ts'

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
  const work = { days: 10, asOf: '2026-11-10' }
  expect(forecastOn({ left: 20, done: 10, ...work })).toBe('2026-11-30')
  expect(forecastOn({ left: 1, done: 3, ...work })).toBe('2026-11-14')
  expect(forecastOn({ left: 0, done: 10, ...work })).toBeNull()
  expect(forecastOn({ left: 20, done: 0, ...work })).toBeNull()
  expect(forecastOn({ left: 1e9, done: 1, ...work })).toBeNull()
  expect(forecastOn({ left: 20, done: 10, ...work, days: 0 })).toBeNull()
})

describe('days lost', () => {
  const days = { from: '2026-11-01', to: '2026-11-10', machines: ['A3', 'Máy sách'] }
  const stopped = (startedOn: string, endedOn: string | null, machine = '') => ({
    startedOn,
    endedOn,
    machine,
  })

  it('are whole where everything stood, up to the last day while it goes on, and lost once however often', () => {
    expect(daysLost([stopped('2026-11-03', '2026-11-04')], days)).toBe(2)
    expect(daysLost([stopped('2026-10-20', '2026-11-02'), stopped('2026-11-09', null)], days)).toBe(4)
    expect(
      daysLost([stopped('2026-11-03', '2026-11-04'), stopped('2026-11-04', '2026-11-05', 'A3')], days),
    ).toBe(2.5)
  })

  it('are shares of days where one machine of several stood, and none where it did no work anyway', () => {
    expect(daysLost([stopped('2026-11-03', '2026-11-04', 'A3')], days)).toBe(1)
    expect(daysLost([stopped('2026-11-03', '2026-11-04', 'Máy cũ')], days)).toBe(0)
  })

  it('are never more than there are days, and never fewer for one more stoppage', () => {
    const day = fc.integer({ min: -5, max: 15 }).map((at) => daysAfter(days.from, at))
    const one = fc
      .tuple(day, fc.option(day), fc.constantFrom('', 'A3', 'Máy sách', 'Máy cũ'))
      .map(([start, end, machine]) => stopped(start, end, machine))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), one, (many, more) => {
        const lost = daysLost(many, days)
        expect(lost).toBeGreaterThanOrEqual(0)
        expect(lost).toBeLessThanOrEqual(daysFrom(days.from, days.to))
        expect(daysLost([...many, more], days)).toBeGreaterThanOrEqual(lost)
      }),
    )
  })
})
