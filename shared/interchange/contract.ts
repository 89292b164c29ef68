import { defineContract } from '../contract.ts'
import { importContract } from './import-contract.ts'

export * from './columns.ts'
export * from './import-contract.ts'
export * from './profile.ts'

export const interchange = defineContract({
  queries: importContract.queries,
  commands: importContract.commands,
  jobs: importContract.jobs,
})
