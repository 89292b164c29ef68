import { expect, it } from 'vitest'
import { indicatorList } from '../indicators/formulas.ts'
import { byParts, partOf, ratioOf } from './parts.ts'

const known = (value: number) => ({ status: 'known', value })

it('every indicator of the list has its part', () => {
  expect(indicatorList.filter(({ code }) => partOf(code) === 'other')).toEqual([])
  expect(byParts([{ code: 'HV.02' }, { code: 'M1.01' }, { code: 'g.5' }, { code: 'M1.02' }])).toEqual([
    { part: 'm1', figures: [{ code: 'M1.01' }, { code: 'M1.02' }] },
    { part: 'm2a', figures: [{ code: 'g.5' }] },
    { part: 'hv', figures: [{ code: 'HV.02' }] },
  ])
})

it('a figure is a share of another only where there is another, and where neither is a share', () => {
  expect(ratioOf('M2b.01', known(150), known(120))).toBe(125)
  expect(ratioOf('M2b.01', known(150), known(0))).toBeNull()
  expect(ratioOf('M2b.01', known(150), { status: 'not_collected', value: null })).toBeNull()
  expect(ratioOf('M2b.07', known(50), known(25))).toBeNull()
  expect(ratioOf('M2b.01', known(0), known(25))).toBe(0)
})
