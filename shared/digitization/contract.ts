import { defineContract } from '../contract.ts'
import { collectionContract } from './collections-contract.ts'
import { jobContract } from './jobs-contract.ts'
import { planContract } from './plan-contract.ts'
import { progressContract } from './progress-contract.ts'
import { rightsContract } from './rights-contract.ts'
import { templateContract } from './templates-contract.ts'
import { workContract } from './work-contract.ts'

export * from './digitization.ts'
export { CollectionFields, type Collection, type CollectionTitle } from './collections-contract.ts'
export { type ClassSums, type Plan, type PlannedProject } from './plan-contract.ts'
export type { Progress } from './progress-contract.ts'
export { RightsRule, rightsViews, type TitleRights } from './rights-contract.ts'
export { JobFilters, jobSorts, type BoardColumn } from './jobs-contract.ts'

export const digitization = defineContract({
  queries: {
    ...progressContract.queries,
    ...collectionContract.queries,
    ...planContract.queries,
    ...templateContract.queries,
    ...rightsContract.queries,
    ...jobContract.queries,
  },
  commands: {
    ...planContract.commands,
    ...collectionContract.commands,
    ...templateContract.commands,
    ...rightsContract.commands,
    ...jobContract.commands,
    ...workContract.commands,
  },
  jobs: jobContract.jobs,
})
