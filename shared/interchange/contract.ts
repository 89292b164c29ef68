import { defineContract } from '../contract.ts'
import { exportContract } from './export-contract.ts'

export * from './export-contract.ts'

export const interchange = defineContract({
  jobs: exportContract.jobs,
})
