import { expect, it } from 'vitest'
import { CopyFilters } from '../../shared/copies/contract.ts'
import { dimensions } from '../../shared/stock/contract.ts'
import { sliceDoor, yearDoor } from './doors.ts'

const keyOf = {
  ddc: '8',
  language: 'vie',
  material: 'book',
  source: 'purchase',
  site: '2',
  condition: 'worn',
  year: '1990',
  class: 'rare',
} as const

function filtersIn(address: string | null): CopyFilters {
  const written = new URLSearchParams(address?.split('?')[1]).get('filters')
  return CopyFilters.parse(JSON.parse(written ?? ''))
}

it.each(dimensions)(
  'a part by %s opens the list of copies narrowed to it, on the day of the figures',
  (dimension) => {
    const none = CopyFilters.parse({ asOf: '2026-01-01' })
    const filters = filtersIn(sliceDoor(dimension, keyOf[dimension], '2026-01-01'))
    const narrowed = Object.entries(filters).filter(([name, value]) => Reflect.get(none, name) !== value)
    expect(narrowed).toHaveLength(1)
    expect(String(narrowed[0]?.[1])).toBe(keyOf[dimension])
  },
)

it('what only balances were counted from opens nothing', () => {
  expect(sliceDoor('condition', '-', '2026-01-01')).toBeNull()
  expect(filtersIn(sliceDoor('ddc', '-', '2026-01-01')).ddc).toBe('-')
})

it('a year opens what came in and what went out within it', () => {
  expect(filtersIn(yearDoor('cameIn', 2025))).toMatchObject({
    accessionedFrom: '2025-01-01',
    accessionedTo: '2025-12-31',
    state: 'counted',
    isOpening: false,
  })
  expect(filtersIn(yearDoor('wentOut', 2025))).toMatchObject({
    withdrawnTo: '2025-12-31',
    state: 'withdrawn',
  })
})
