import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  displayDate,
  displayInstant,
  instantAt,
  isoDateAt,
  parseDate,
  previousQuarter,
  quarterBounds,
  quarterOf,
  spanText,
} from './dates.ts'

const quarters = fc.record({
  year: fc.integer({ min: 1900, max: 2200 }),
  quarter: fc.integer({ min: 1, max: 4 }),
})
const days = fc
  .date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2199-12-31') })
  .map((date) => date.toISOString().slice(0, 10))

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
}

describe('a quarter', () => {
  it('runs from the first day of its first month to the last day of its third', () => {
    expect([1, 2, 3, 4].map((quarter) => quarterBounds({ year: 2026, quarter }))).toEqual([
      { from: '2026-01-01', to: '2026-03-31' },
      { from: '2026-04-01', to: '2026-06-30' },
      { from: '2026-07-01', to: '2026-09-30' },
      { from: '2026-10-01', to: '2026-12-31' },
    ])
  })

  it('begins the day after the one before it ended', () => {
    fc.assert(
      fc.property(quarters, (quarter) => {
        expect(nextDay(quarterBounds(previousQuarter(quarter)).to)).toBe(quarterBounds(quarter).from)
      }),
    )
  })

  it('holds exactly the days that say they are in it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { from, to } = quarterBounds(quarterOf(day))
        expect(from <= day && day <= to).toBe(true)
      }),
    )
    expect(quarterOf('2026-03-31')).toEqual({ year: 2026, quarter: 1 })
    expect(quarterOf('2026-04-01')).toEqual({ year: 2026, quarter: 2 })
    expect(quarterOf('2024-02-29')).toEqual({ year: 2024, quarter: 1 })
  })

  it('follows the fourth of the year before', () => {
    expect(previousQuarter({ year: 2026, quarter: 1 })).toEqual({ year: 2025, quarter: 4 })
    expect(previousQuarter({ year: 2026, quarter: 4 })).toEqual({ year: 2026, quarter: 3 })
  })
})

describe('the day of an instant', () => {
  it('is the day in Viet Nam, seven hours ahead', () => {
    expect(isoDateAt(Date.parse('2026-06-30T16:59:59Z'))).toBe('2026-06-30')
    expect(isoDateAt(Date.parse('2026-06-30T17:00:00Z'))).toBe('2026-07-01')
    expect(isoDateAt(Date.parse('2024-02-28T17:00:00Z'))).toBe('2024-02-29')
  })

  it('is shown as 21/04/2026 08:05', () => {
    expect(displayInstant('2026-04-21T01:05:00.000Z')).toBe('21/04/2026 08:05')
    expect(displayInstant('2025-12-31T17:30:00Z')).toBe('01/01/2026 00:30')
    expect(instantAt(Date.parse('2026-04-21T01:05:00Z'))).toBe('2026-04-21T01:05:00.000Z')
  })
})

describe('a typed date', () => {
  it.each([
    ['21/4/2026', '2026-04-21'],
    ['21/04/2026', '2026-04-21'],
    [' 1-1-2026 ', '2026-01-01'],
    ['21.04.2026', '2026-04-21'],
    ['21 4 2026', '2026-04-21'],
    ['21042026', '2026-04-21'],
    ['2026-04-21', '2026-04-21'],
    ['2026-4-1', '2026-04-01'],
    ['21-04-26', '2026-04-21'],
    ['29/2/2024', '2024-02-29'],
    ['29/2/2000', '2000-02-29'],
  ])('%s is read as %s', (typed, date) => {
    expect(parseDate(typed)).toBe(date)
  })

  it('with a short year lies between 1970 and 2069', () => {
    expect(parseDate('1/1/98')).toBe('1998-01-01')
    expect(parseDate('1/1/70')).toBe('1970-01-01')
    expect(parseDate('1/1/69')).toBe('2069-01-01')
    expect(parseDate('1/1/00')).toBe('2000-01-01')
  })

  it.each([
    '',
    ' ',
    'hôm nay',
    '31/4/2026',
    '29/2/2025',
    '29/2/1900',
    '0/1/2026',
    '1/0/2026',
    '1/13/2026',
    '32/1/2026',
    '4/21/2026',
    '1/1/026',
    '1/1/20266',
    '2026/04/21',
    '210426',
    '2026-04-21T00:00:00Z',
    '21/04',
    '-1/1/2026',
    '2026-13-01',
    '2026-02-30',
    '1/1/0026',
    '0000-01-01',
    '٢١/٠٤/٢٠٢٦',
  ])('%j is no date', (typed) => {
    expect(parseDate(typed)).toBeNull()
  })

  it('reads what is displayed, and gives null or a day for anything at all', () => {
    fc.assert(
      fc.property(days, fc.string(), (day, junk) => {
        expect(parseDate(displayDate(day))).toBe(day)
        expect(parseDate(day)).toBe(day)
        expect(parseDate(junk) ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d$/)
      }),
      { numRuns: 500 },
    )
  })
})

it('a month later is never a day of the month after that', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
})

it('days cross the end of a year', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})

it('a span of days says its year once where both ends share it', () => {
  expect(spanText('2026-11-10', '2026-11-10')).toBe('10/11/2026')
  expect(spanText('2026-11-10', '2026-11-28')).toBe('10/11 – 28/11/2026')
  expect(spanText('2026-12-30', '2027-01-02')).toBe('30/12/2026 – 02/01/2027')
})
