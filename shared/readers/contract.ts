import { defineContract } from '../contract.ts'
import { counterContract } from './counters-contract.ts'
import { loanContract } from './loans-contract.ts'
import { readerContract } from './readers-contract.ts'

export * from './counters-contract.ts'
export * from './loans-contract.ts'
export * from './reader.ts'
export * from './readers-contract.ts'

export const readers = defineContract({
  queries: { ...counterContract.queries, ...readerContract.queries, ...loanContract.queries },
  commands: { ...counterContract.commands, ...readerContract.commands, ...loanContract.commands },
  jobs: { ...counterContract.jobs, ...readerContract.jobs, ...loanContract.jobs },
})
