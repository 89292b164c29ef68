import { defineContract } from '../contract.ts'
import { awardContract } from './awards-contract.ts'
import { branchContract } from './branches-contract.ts'
import { duesContract } from './dues-contract.ts'
import { friendlyContract } from './friendly-contract.ts'
import { reportContract } from './report-contract.ts'

export * from './awards-contract.ts'
export * from './branches-contract.ts'
export * from './dues-contract.ts'
export * from './friendly-contract.ts'
export * from './report-contract.ts'

export const association = defineContract({
  queries: {
    ...branchContract.queries,
    ...duesContract.queries,
    ...awardContract.queries,
    ...friendlyContract.queries,
    ...reportContract.queries,
  },
  commands: {
    ...branchContract.commands,
    ...duesContract.commands,
    ...awardContract.commands,
    ...friendlyContract.commands,
    ...reportContract.commands,
  },
  jobs: { ...friendlyContract.jobs, ...reportContract.jobs },
})
