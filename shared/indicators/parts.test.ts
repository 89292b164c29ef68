import { expect, it } from 'vitest'
import { byParts, indicatorList, partOf } from './formulas.ts'

it('every indicator of the list has its part', () => {
  expect(indicatorList.filter(({ code }) => partOf(code) === 'other')).toEqual([])
  expect(byParts([{ code: 'HV.02' }, { code: 'M1.01' }, { code: 'g.5' }, { code: 'M1.02' }])).toEqual([
    { part: 'm1', figures: [{ code: 'M1.01' }, { code: 'M1.02' }] },
    { part: 'm2a', figures: [{ code: 'g.5' }] },
    { part: 'hv', figures: [{ code: 'HV.02' }] },
  ])
})
