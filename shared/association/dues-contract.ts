import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, isoDate, nothing, page, pageInput, requiredText, text } from '../fields.ts'
import { sectors } from './branches-contract.ts'

export const duesBases = ['member', 'unit'] as const
export const year = z.int().min(1945).max(2200)
const mostMinor = 1_000_000_000_000
export const amountMinor = z.int().positive().max(mostMinor)

/** No rule of dues was found, so what is asked of whom from which year on is the library's to say. */
export const RateFields = z.object({
  fromYear: year,
  sector: z.enum(sectors),
  basis: z.enum(duesBases),
  amountMinor: z.int().min(0).max(mostMinor),
  document: text(300).default(''),
})
export type RateFields = z.output<typeof RateFields>
export const Rate = RateFields.extend({ id })
export type Rate = z.output<typeof Rate>

const Sums = z.object({ owedMinor: z.int(), paidMinor: z.int() })
export type Sums = z.output<typeof Sums>
export const DuesRow = Sums.extend({
  branchId: id,
  branchName: z.string(),
  sector: z.enum(sectors),
  /** What earlier years left unpaid, less what was paid over. */
  beforeMinor: z.int(),
  /** Null where nobody has reckoned this year yet. */
  members: z.int().nullable(),
})
export type DuesRow = z.output<typeof DuesRow>

export const DuesEntry = z.object({
  id,
  branchId: id,
  branchName: z.string(),
  year,
  kind: z.enum(['charge', 'payment']),
  amountMinor: z.int(),
  on: isoDate,
  basis: z.enum(duesBases).nullable(),
  rateMinor: z.int().nullable(),
  members: z.int().nullable(),
  receiptNumber: z.string(),
  note: z.string(),
  correctsId: id.nullable(),
  isCorrected: z.boolean(),
})
export type DuesEntry = z.output<typeof DuesEntry>

export const EntryFilters = z.object({
  branchId: id.nullable().default(null),
  year: year.nullable().default(null),
})
export type EntryFilters = z.output<typeof EntryFilters>

export const incomeKinds = ['support', 'sponsorship', 'advertising', 'other'] as const
export const IncomeFields = z.object({
  on: isoDate,
  kind: z.enum(incomeKinds).default('support'),
  source: requiredText(300),
  amountMinor,
  receiptNumber: text(60).default(''),
  activityId: id.nullable().default(null),
  note: text(1000).default(''),
})
export type IncomeFields = z.output<typeof IncomeFields>
export const Income = IncomeFields.extend({
  id,
  amountMinor: z.int(),
  activityName: z.string().nullable(),
  correctsId: id.nullable(),
  isCorrected: z.boolean(),
})
export type Income = z.output<typeof Income>

export const IncomeFilters = z.object({
  year: year.nullable().default(null),
  kind: z.enum(incomeKinds).nullable().default(null),
})
export type IncomeFilters = z.output<typeof IncomeFilters>

const changes = ['association', 'indicators', 'reports'] as const
const correction = z.object({ id, on: isoDate, reason: requiredText(300) })

export const duesContract = defineContract({
  queries: {
    /** The newest year first. */
    rates: { can: 'association.read', input: nothing, output: z.array(Rate) },
    /** Each unit's year, and the sum of all; what nobody has reckoned is said apart. */
    dues: {
      can: 'association.read',
      input: z.object({ year, text: text(200).default(''), isArrearsOnly: z.boolean().default(false) }),
      output: z.object({
        rows: z.array(DuesRow),
        total: Sums.extend({ beforeMinor: z.int() }),
        /** Units that a reckoning would add, and those it cannot since no rate is set. */
        unreckoned: z.int(),
        withoutRate: z.array(z.enum(sectors)),
        years: z.array(year),
      }),
    },
    /** The ledger as it was written, the newest line first. */
    entries: {
      can: 'association.read',
      input: EntryFilters.extend(pageInput),
      output: page(DuesEntry),
    },
    income: {
      can: 'association.read',
      input: IncomeFilters.extend(pageInput),
      output: page(Income).extend({ totalMinor: z.int() }),
    },
  },
  commands: {
    /** From a year on; what was reckoned by an older line stays as it was reckoned. */
    setRate: {
      can: 'association.write',
      input: RateFields,
      output: Rate,
      changes: ['association'],
    },
    removeRate: {
      can: 'association.write',
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['rate_not_found'],
      changes: ['association'],
    },
    /** Writes what each open unit owes for a year that has no such line yet, by its members on the day. */
    reckonDues: {
      can: 'association.write',
      input: z.object({ year, on: isoDate }),
      output: z.object({ ids: z.array(id), units: z.int(), amountMinor: z.int() }),
      errors: ['nothing_to_reckon', 'no_rate', 'day_in_future'],
      changes,
    },
    payDues: {
      can: 'association.write',
      input: z.object({
        branchId: id,
        year,
        amountMinor,
        on: isoDate,
        receiptNumber: requiredText(60),
        note: text(300).default(''),
      }),
      output: DuesEntry,
      errors: ['branch_not_found', 'duplicate_receipt', 'day_in_future'],
      changes,
    },
    /** A line of the ledger stays; another takes its amount back. */
    correctDues: {
      can: 'association.write',
      input: correction,
      output: DuesEntry,
      errors: ['entry_not_found', 'entry_corrected', 'corrects_only', 'day_in_future', 'corrected_before'],
      changes,
    },
    addIncome: {
      can: 'association.write',
      input: IncomeFields,
      output: Income,
      errors: ['activity_not_found', 'day_in_future'],
      changes,
    },
    correctIncome: {
      can: 'association.write',
      input: correction,
      output: Income,
      errors: ['entry_not_found', 'entry_corrected', 'corrects_only', 'day_in_future', 'corrected_before'],
      changes,
    },
  },
})
