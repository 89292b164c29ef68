import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorList, natureOf } from '../indicators/formulas.ts'
import { doubtsAbout, isSameDoubt, type Told } from './doubts.ts'

const shares = new Set(indicatorList.filter(({ isShare }) => isShare).map(({ code }) => code))
const addingUp = new Set(indicatorList.filter((each) => natureOf(each) === 'adds_up').map(({ code }) => code))
const none = { status: 'not_collected', value: null } as const
const known = (value: number) => ({ status: 'known', value }) as const
type Values = Record<
  string,
  number | { is: number | null; before?: number; lastYear?: number; year?: number }
>

function told(values: Values, more: Partial<Told> = {}): Told {
  const figures = Object.entries(values).map(([code, value]) => {
    const { is, before, lastYear, year } =
      typeof value === 'number'
        ? { is: value }
        : { before: undefined, lastYear: undefined, year: undefined, ...value }
    return {
      code,
      ...(is === null ? none : known(is)),
      previous: before === undefined ? none : known(before),
      samePeriodLastYear: lastYear === undefined ? none : known(lastYear),
      yearToDate: year === undefined ? null : known(year),
    }
  })
  return {
    figures,
    signedBefore: new Map(),
    adjoinsPrevious: true,
    unproved: { count: 0, people: 0 },
    shares,
    addingUp,
    withdrawnTargets: [],
    ...more,
  }
}
const rulesOf = (values: Values, more: Partial<Told> = {}) =>
  doubtsAbout(told(values, more)).map(({ rule, code }) => `${rule} ${code}`)

describe('figures are asked about', () => {
  it('when a part is more than its whole', () => {
    expect(rulesOf({ 'M2a.09a': 10, 'M2a.09a1': 10 })).toEqual([])
    expect(rulesOf({ 'M2a.09a': 10, 'M2a.09a1': 11 })).toEqual(['part_above_whole M2a.09a'])
  })

  it('when parts that exclude one another are more than their whole together', () => {
    expect(rulesOf({ 'M2b.04b': 10, 'M2b.04b1': 6, 'M2b.04b2': 5 })).toEqual(['part_above_whole M2b.04b'])
    // A title may come by purchase and as a gift.
    expect(rulesOf({ 'M2b.04a': 10, 'M2b.04a1': 6, 'M2b.04a2': 5 })).toEqual([])
  })

  it('when what is a part of two figures is more than both together, but for what rounding takes', () => {
    const gifts = (atHome: number, abroad: number, forTechnology: number) =>
      rulesOf({ 'M3.01a': atHome, 'M3.01b': abroad, 'M3.02': forTechnology })
    expect(gifts(10.1, 5.2, 15.3)).toEqual([])
    expect(gifts(10.1, 5.2, 15.31)).toEqual([])
    expect(gifts(10.1, 5.2, 15.32)).toEqual(['part_above_sum M3.02'])
    // Where nobody told one of the two, there is nothing to be less than.
    expect(rulesOf({ 'M3.01a': 10, 'M3.02': 15 })).toEqual([])
    expect(doubtsAbout(told({ 'M3.01a': 10.1, 'M3.01b': 5.2, 'M3.02': 16 }))[0]?.details).toEqual({
      value: 16,
      whole: 15.3,
      of: 'M3.01a + M3.01b',
    })
  })

  it('when a share is more than all', () => {
    expect(rulesOf({ 'M2a.05': 100 })).toEqual([])
    expect(rulesOf({ 'M2a.05': 100.01 })).toEqual(['share_above_whole M2a.05'])
  })

  it('when they are unlike both quarters beside them, but not over a handful', () => {
    expect(rulesOf({ 'M2a.11': { is: 400, before: 100, lastYear: 150 } })).toEqual([])
    expect(rulesOf({ 'M2a.11': { is: 451, before: 100, lastYear: 150 } })).toEqual(['unlike_before M2a.11'])
    expect(rulesOf({ 'M2a.11': { is: 0, before: 100 } })).toEqual(['fell_to_zero M2a.11'])
    expect(rulesOf({ 'M2a.11': { is: 0, before: 19 } })).toEqual([])
    expect(rulesOf({ 'M2a.11': { is: null, before: 500 } })).toEqual(['blank_now M2a.11'])
    expect(rulesOf({ 'M2a.11': { is: 500, before: 0, lastYear: 0 } })).toEqual([])
  })

  it('when they are unlike what is usually signed, whatever the last quarter was', () => {
    const signedBefore = new Map([['M2a.11', [30, 1000, 1100, 900]]])
    expect(rulesOf({ 'M2a.11': { is: 250, before: 30 } }, { signedBefore })).toEqual(['unlike_before M2a.11'])
    expect(rulesOf({ 'M2a.11': { is: 700, before: 30 } }, { signedBefore })).toEqual([])
  })

  it('when the year so far is less than the period in it', () => {
    expect(rulesOf({ 'M2a.13': { is: 50, year: 50 } })).toEqual([])
    expect(rulesOf({ 'M2a.13': { is: 50, year: 49 } })).toEqual(['year_below_period M2a.13'])
    // A stock is what it is at the end.
    expect(rulesOf({ 'M2b.06': { is: 50, year: 49 } })).toEqual([])
  })

  it('when they were told the last time and are blank now, but for what is seldom counted', () => {
    expect(rulesOf({ 'M2d.03a': { is: null, before: 4 } })).toEqual(['blank_now M2d.03a'])
    expect(rulesOf({ 'M2d.03a': { is: null } })).toEqual([])
    expect(rulesOf({ 'M2b.19b': { is: null, before: 4 } })).toEqual([])
  })

  it('when there is a target for what is no longer told', () => {
    const withdrawnTargets = [{ code: 'TV.01', target: '2026' }]
    expect(rulesOf({}, { withdrawnTargets })).toEqual(['target_withdrawn TV.01'])
  })

  it('when titles are more than the copies they are of', () => {
    expect(rulesOf({ 'M2b.01': 10, 'M2b.02': 11 })).toEqual(['part_above_whole M2b.01'])
    expect(rulesOf({ 'g.5': 10, 'M2a.11': 6, 'M2a.12': 5 })).toEqual(['part_above_whole g.5'])
  })

  it('when the stock does not follow from what came and went', () => {
    const stock = (is: number) => ({ 'M2b.01': { is, before: 1000 }, 'M2b.04b': 50, 'M2b.05a': 20 })
    expect(rulesOf(stock(1030))).toEqual([])
    expect(doubtsAbout(told(stock(1031)))).toMatchObject([
      {
        rule: 'stock_unbalanced',
        details: { value: 1031, expected: 1030, before: 1000, came: 50, went: 20 },
      },
    ])
  })

  it('when more than a tenth is weeded, or proof is missing', () => {
    expect(rulesOf({ 'M2b.05b': 10 })).toEqual([])
    expect(rulesOf({ 'M2b.05b': 10.01 })).toEqual(['weeding_above_limit M2b.05b'])
    expect(rulesOf({}, { unproved: { count: 2, people: 40 } })).toEqual(['proof_missing M2c.13a'])
  })
})

it('each figure is asked about by one rule once, and an answer holds for just its numbers', () => {
  const codes = [
    'M2a.09a',
    'M2a.09a1',
    'M2b.01',
    'M2b.04b',
    'M2b.05a',
    'M2b.05b',
    'M2a.11',
    'HV.02',
    'HV.01b',
  ]
  const value = fc.integer({ min: 0, max: 2000 })
  const figure = fc.record({ is: fc.option(value), before: value, lastYear: value })
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...codes), figure), fc.nat(3), (values, unproved) => {
      const doubts = doubtsAbout(told(values, { unproved: { count: unproved, people: 10 * unproved } }))
      const names = doubts.map(({ rule, code }) => `${rule} ${code}`)
      expect(new Set(names).size).toBe(names.length)
      for (const { details } of doubts) {
        expect(isSameDoubt(details, { ...details })).toBe(true)
        const [name = ''] = Object.keys(details)
        expect(isSameDoubt(details, { ...details, [name]: Number(details[name]) + 1 })).toBe(false)
      }
    }),
  )
})
