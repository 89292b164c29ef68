import { expect, it } from 'vitest'
import { ratioOf } from './ratio.ts'

const known = (value: number) => ({ status: 'known', value })

it('a figure is a share of another only where there is another, and where neither is a share', () => {
  expect(ratioOf('M2b.01', known(150), known(120))).toBe(125)
  expect(ratioOf('M2b.01', known(150), known(0))).toBeNull()
  expect(ratioOf('M2b.01', known(150), { status: 'not_collected', value: null })).toBeNull()
  expect(ratioOf('M2b.07', known(50), known(25))).toBeNull()
  expect(ratioOf('M2b.01', known(0), known(25))).toBe(0)
})
