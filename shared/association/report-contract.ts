import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, rev, text } from '../fields.ts'
import { AwardFilters } from './awards-contract.ts'
import { MemberFilters } from './branches-contract.ts'
import { EntryFilters, IncomeFilters, year } from './dues-contract.ts'

export const reportTexts = ['results', 'tasks', 'proposals'] as const
export const ReportTexts = z.object({
  results: text(20_000).default(''),
  tasks: text(20_000).default(''),
  proposals: text(20_000).default(''),
})
export type ReportTexts = z.output<typeof ReportTexts>

/** All computed from the records; a total that somebody types is a total nobody can check. */
export const ReportFigures = z.object({
  branches: z.int(),
  branchesFounded: z.int(),
  members: z.int(),
  admitted: z.int(),
  left: z.int(),
  owedMinor: z.int(),
  paidMinor: z.int(),
  /** In hundredths; null where nothing was owed. */
  paidShare: z.number().nullable(),
  income: z.array(z.object({ kind: z.string(), amountMinor: z.int() })),
  incomeMinor: z.int(),
  takenInMinor: z.int(),
  awards: z.array(z.object({ kind: z.string(), persons: z.int(), units: z.int() })),
  activities: z.int(),
  friendly: z.object({ total: z.number().nullable(), most: z.number() }).nullable(),
  friendlyBefore: z.object({ year, total: z.number().nullable(), most: z.number() }).nullable(),
})
export type ReportFigures = z.output<typeof ReportFigures>

export const ListToExport = z.discriminatedUnion('list', [
  z.object({ list: z.literal('members'), filters: MemberFilters }),
  z.object({ list: z.literal('dues'), year }),
  z.object({ list: z.literal('entries'), filters: EntryFilters }),
  z.object({ list: z.literal('income'), filters: IncomeFilters }),
  z.object({ list: z.literal('awards'), filters: AwardFilters }),
])
export type ListToExport = z.output<typeof ListToExport>

export const reportContract = defineContract({
  queries: {
    report: {
      can: 'association.read',
      input: z.object({ year }),
      output: z.object({ year, rev: rev.nullable(), texts: ReportTexts, figures: ReportFigures }),
    },
  },
  commands: {
    setReportTexts: {
      can: 'association.write',
      input: ReportTexts.extend({ year, rev: rev.nullable() }),
      output: ReportTexts.extend({ year, rev }),
      changes: ['association'],
    },
  },
  jobs: {
    exportList: {
      can: 'association.read',
      input: z.object({ what: ListToExport, format: z.enum(['xlsx', 'csv']) }),
      output: z.object({ file: fileTicket, rows: z.int() }),
      changes: [],
    },
    produceReport: {
      can: 'association.read',
      input: z.object({ year, format: z.enum(['docx', 'pdf']) }),
      output: z.object({ file: fileTicket }),
      changes: [],
    },
  },
})
