import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket } from '../fields.ts'
import { DocumentFilters, documentCommands, documentQueries } from './documents-contract.ts'
import { MilestoneFilters, milestoneCommands, milestoneQueries } from './milestones-contract.ts'
import { AllocationFilters, moneyCommands, moneyQueries } from './money-contract.ts'
import { RoadmapFilters, roadmapCommands, roadmapQueries } from './roadmaps-contract.ts'
import { TargetFilters, targetCommands, targetQueries } from './targets-contract.ts'

export * from './documents-contract.ts'
export * from './milestones-contract.ts'
export * from './money-contract.ts'
export * from './roadmaps-contract.ts'
export * from './targets-contract.ts'

/** A list with what narrows it. */
export const ExportChoice = z.discriminatedUnion('list', [
  z.object({ list: z.literal('roadmaps'), filters: RoadmapFilters }),
  z.object({ list: z.literal('milestones'), filters: MilestoneFilters }),
  z.object({ list: z.literal('documents'), filters: DocumentFilters }),
  z.object({ list: z.literal('allocations'), filters: AllocationFilters }),
  z.object({ list: z.literal('targets'), filters: TargetFilters }),
])
export type ExportChoice = z.output<typeof ExportChoice>

export const plans = defineContract({
  queries: {
    ...roadmapQueries,
    ...milestoneQueries,
    ...documentQueries,
    ...moneyQueries,
    ...targetQueries,
  },
  commands: {
    ...roadmapCommands,
    ...milestoneCommands,
    ...documentCommands,
    ...moneyCommands,
    ...targetCommands,
  },
  jobs: {
    exportList: {
      can: 'plans.read',
      input: z.object({ choice: ExportChoice, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
      output: z.object({ file: fileTicket, rows: z.int() }),
      changes: [],
    },
  },
})
