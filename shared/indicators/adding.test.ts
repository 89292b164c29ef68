import { expect, it } from 'vitest'
import units from '../locales/vi/indicators.json' with { type: 'json' }
import { addingOf, indicatorList, textKeyOf } from './formulas.ts'

const unitOf = (code: string) => (units.units as Record<string, string>)[textKeyOf(code)]

it('no share is ever added up, whatever indicator joins the list', () => {
  const shares = indicatorList.filter(({ code }) => unitOf(code) === '%' || unitOf(code)?.includes('/'))
  expect(shares.length).toBeGreaterThan(15)
  for (const { code } of shares) expect([code, addingOf(code).manner]).toEqual([code, 'share'])
})

it('every part of a share is a figure of a report itself, and adds up', () => {
  const codes = new Set(indicatorList.map(({ code }) => code))
  for (const { code } of indicatorList) {
    const adding = addingOf(code)
    if (adding.manner !== 'share' || !adding.parts) continue
    for (const part of [...adding.parts.part, ...adding.parts.whole]) {
      expect(codes).toContain(part)
      expect(addingOf(part).manner).toBe('sum')
    }
  }
})

it('titles, places and partners may stand in two libraries, copies and visits in one', () => {
  for (const code of ['M2b.02', 'M2b.04a1', 'M2a.01', 'M2c.07'])
    expect(addingOf(code).manner).toBe('distinct')
  for (const code of ['M2b.01', 'M2b.04b1', 'M2a.11', 'M2c.13a']) expect(addingOf(code).manner).toBe('sum')
})
