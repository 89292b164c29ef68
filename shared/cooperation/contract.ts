import { defineContract } from '../contract.ts'
import { listsContract } from './lists-contract.ts'
import { papersContract } from './papers-contract.ts'
import { partnersContract } from './partners-contract.ts'
import { recordsContract } from './records-contract.ts'

export * from './lists-contract.ts'
export { Money, type Currency } from './money.ts'
export { AgreementFile, Report, Rule } from './papers-contract.ts'
export * from './partner.ts'
export { PartnerFilters } from './partners-contract.ts'
export * from './records.ts'

export const cooperation = defineContract({
  queries: {
    ...partnersContract.queries,
    ...recordsContract.queries,
    ...listsContract.queries,
    ...papersContract.queries,
  },
  commands: {
    ...partnersContract.commands,
    ...recordsContract.commands,
    ...papersContract.commands,
  },
  jobs: { ...listsContract.jobs, ...papersContract.jobs },
})
