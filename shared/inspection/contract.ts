import { defineContract } from '../contract.ts'
import { closingContract } from './closing-contract.ts'
import { lookContract } from './look-contract.ts'
import { rateContract } from './rate-contract.ts'
import { sampleContract } from './sample-contract.ts'

export * from './inspection.ts'
export { PageFilters } from './look-contract.ts'
export { inspectionViews } from './sample-contract.ts'
export type { RescanJob } from './closing-contract.ts'
export type { Rate, Rates } from './rate-contract.ts'

export const inspection = defineContract({
  queries: {
    ...sampleContract.queries,
    ...lookContract.queries,
    ...closingContract.queries,
    ...rateContract.queries,
  },
  commands: { ...sampleContract.commands, ...lookContract.commands, ...closingContract.commands },
  jobs: closingContract.jobs,
})
