import { defineContract } from '../contract.ts'
import { campaignContract } from './campaigns-contract.ts'
import { evidenceContract } from './evidence-contract.ts'
import { recordContract } from './records-contract.ts'
import { typeContract } from './types-contract.ts'

export * from './activity.ts'
export { CalendarDay, Filters, ImpactLine } from './records-contract.ts'
export * from './types.ts'

export const activities = defineContract({
  queries: {
    ...recordContract.queries,
    ...campaignContract.queries,
    ...evidenceContract.queries,
    ...typeContract.queries,
  },
  commands: {
    ...recordContract.commands,
    ...campaignContract.commands,
    ...evidenceContract.commands,
    ...typeContract.commands,
  },
  jobs: { ...recordContract.jobs, ...evidenceContract.jobs },
})
