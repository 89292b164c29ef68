import * as z from 'zod'
import { moneySources } from '../activities/contract.ts'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'
import { bringingBack, changes, note, page, pageInput, removal, year } from './fields.ts'

/** What money is for: only that for modernization is told of in the report. */
export const allocationPurposes = ['modernization', 'other'] as const

/** In đồng, which has no smaller unit. */
const amount = z.int().min(1).max(1e13)

export const Disbursement = z.object({
  id: id.nullable().default(null),
  on: isoDate,
  amount,
  documentNumber: text(100).default(''),
  note,
})
export type Disbursement = z.output<typeof Disbursement>

const mostDisbursements = 500

export const AllocationFields = z.object({
  name: requiredText(300),
  /** The budget year it belongs to. */
  year,
  source: z.enum(moneySources).default('budget'),
  purpose: z.enum(allocationPurposes).default('modernization'),
  documentNumber: text(100).default(''),
  allocatedOn: isoDate,
  amount,
  note,
  disbursements: z.array(Disbursement).max(mostDisbursements).default([]),
})
export type AllocationFields = z.output<typeof AllocationFields>

/** What was spent of it by the day asked for. */
export const Allocation = AllocationFields.extend({
  id,
  rev,
  spent: z.int(),
  percent: z.number().nullable(),
})
export type Allocation = z.output<typeof Allocation>

export const AllocationFilters = z.object({
  text: text(200).default(''),
  on: isoDate,
  year: year.nullable().default(null),
  source: z.enum(moneySources).nullable().default(null),
  purpose: z.enum(allocationPurposes).nullable().default(null),
})
export type AllocationFilters = z.output<typeof AllocationFilters>

export const moneyQueries = {
  allocations: {
    can: 'plans.read',
    input: AllocationFilters.extend(pageInput),
    output: page(Allocation).extend({
      total: z.object({ amount: z.int(), spent: z.int(), percent: z.number().nullable() }),
    }),
  },
} as const satisfies Contract['queries']

/** Refusals that only ask whether it is meant. */
const accepted = z.array(z.enum(['spent_over_allocation'])).default([])
const wrongAllocation = [
  'allocated_in_future',
  'spent_before_allocated',
  'spent_in_future',
  'spent_over_allocation',
] as const

export const moneyCommands = {
  addAllocation: {
    can: 'plans.write',
    input: AllocationFields.extend({ accepted }),
    output: Allocation,
    errors: wrongAllocation,
    changes,
  },
  updateAllocation: {
    can: 'plans.write',
    input: AllocationFields.extend({ id, rev, accepted }),
    output: Allocation,
    errors: ['allocation_not_found', ...wrongAllocation],
    changes,
  },
  removeAllocation: { can: 'plans.write', ...removal, errors: ['allocation_not_found'], changes },
  restoreAllocation: { can: 'plans.write', ...bringingBack, errors: ['allocation_not_found'], changes },
} as const satisfies Contract['commands']
