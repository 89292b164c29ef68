import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket } from '../fields.ts'
import { ConditionFilters, conditionCommands, conditionQueries } from './conditions-contract.ts'
import { ExchangeFilters, exchangeCommands, exchangeQueries } from './exchanges-contract.ts'
import { PointFilters, pointCommands, pointQueries } from './points-contract.ts'
import { populationCommands, populationQueries } from './population-contract.ts'
import { supportCommands, supportQueries } from './supports-contract.ts'
import { surveyCommands, surveyQueries } from './survey-contract.ts'

export * from './conditions-contract.ts'
export * from './exchanges-contract.ts'
export { pointKinds, type PointKind } from './fields.ts'
export * from './points-contract.ts'
export * from './population-contract.ts'
export * from './supports-contract.ts'
export * from './survey-contract.ts'

/** A list with what narrows it. */
export const ExportChoice = z.discriminatedUnion('list', [
  z.object({ list: z.literal('points'), filters: PointFilters }),
  z.object({ list: z.literal('conditions'), filters: ConditionFilters }),
  z.object({ list: z.literal('exchanges'), filters: ExchangeFilters }),
  z.object({ list: z.literal('survey'), filters: z.object({ year: z.int().min(2000).max(2200) }) }),
])
export type ExportChoice = z.output<typeof ExportChoice>

export const network = defineContract({
  queries: {
    ...pointQueries,
    ...conditionQueries,
    ...surveyQueries,
    ...supportQueries,
    ...exchangeQueries,
    ...populationQueries,
  },
  commands: {
    ...pointCommands,
    ...conditionCommands,
    ...surveyCommands,
    ...supportCommands,
    ...exchangeCommands,
    ...populationCommands,
  },
  jobs: {
    exportList: {
      can: 'network.read',
      input: z.object({ choice: ExportChoice, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
      output: z.object({ file: fileTicket, rows: z.int() }),
      changes: [],
    },
  },
})
