import { expect, test } from 'vitest'
import { PageFilters } from '../../shared/inspection/contract.ts'
import { pagesAddress, readPageFilters } from './pages-address.ts'

test.each<Partial<PageFilters>>([
  { inspectionId: 3, verdict: 'bad', kindId: 2 },
  { from: '2026-01-01', to: '2026-03-31', scannedById: 'nobody', machine: '' },
  { scannedById: 4, projectId: 1 },
])('the address of %j asks for just that', (filters) => {
  const search = new URLSearchParams(pagesAddress(filters).split('?')[1])
  expect(readPageFilters(search)).toEqual(PageFilters.parse(filters))
})

test('an address that says something else narrows nothing', () => {
  expect(readPageFilters(new URLSearchParams('inspectionId=x&verdict=bad'))).toEqual(PageFilters.parse({}))
})
