import { expect, it } from 'vitest'
import { JobFilters } from '../../shared/digitization/contract.ts'
import { jobsAddress, jobsSearch, readJobFilters } from './jobs-address.ts'

const fresh = JobFilters.parse({})
const read = (filters: Partial<JobFilters>) => readJobFilters(new URLSearchParams(jobsSearch(filters)))

it('an address says again what was asked for, and nothing of what was not', () => {
  expect(jobsAddress({})).toBe('/digitization/jobs')
  expect(jobsAddress({ stageKind: 'scan', projectId: 3 })).toBe(
    '/digitization/jobs?projectId=3&stageKind=scan',
  )
  const asked = {
    state: null,
    batchId: 7,
    priority: 0,
    class: 'ancient',
    taken: 'pool',
    text: 'địa chí',
  } as const
  expect(read(asked)).toEqual({ ...fresh, ...asked })
})

it('what an address says wrongly narrows nothing', () => {
  expect(readJobFilters(new URLSearchParams('projectId=x'))).toEqual(fresh)
  expect(readJobFilters(new URLSearchParams('stageKind=fly&state=done'))).toEqual(fresh)
})
