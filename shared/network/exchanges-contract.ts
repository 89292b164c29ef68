import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev } from '../fields.ts'
import { changes, listFilters, note, page, pageInput, removal, untilOn } from './fields.ts'

/** Who asked: `out` is what we ask others for, `in` what others ask us for. */
export const directions = ['out', 'in'] as const
/** Only a loan comes back. */
export const exchangeKinds = ['loan', 'copy', 'file', 'exchange'] as const
export const exchangeStates = ['asked', 'lent', 'overdue', 'done', 'refused'] as const
export type ExchangeState = (typeof exchangeStates)[number]

export const ExchangeFields = z.object({
  direction: z.enum(directions).default('in'),
  kind: z.enum(exchangeKinds).default('loan'),
  what: requiredText(500),
  documents: z.int().min(1).max(1_000_000).default(1),
  /** With one of the two, never both. */
  partnerId: id.nullable().default(null),
  pointId: id.nullable().default(null),
  agreementId: id.nullable().default(null),
  askedOn: isoDate,
  sentOn: untilOn,
  dueOn: untilOn,
  returnedOn: untilOn,
  refusedOn: untilOn,
  cost: z.int().min(0).max(1e13).nullable().default(null),
  note,
})
export type ExchangeFields = z.output<typeof ExchangeFields>

/** Its state as of the day asked for. */
export const Exchange = ExchangeFields.extend({
  id,
  rev,
  otherName: z.string(),
  agreementName: z.string().nullable(),
  state: z.enum(exchangeStates),
})
export type Exchange = z.output<typeof Exchange>

export const ExchangeFilters = z.object({
  ...listFilters,
  direction: z.enum(directions).nullable().default(null),
  state: z.enum(exchangeStates).nullable().default(null),
  partnerId: id.nullable().default(null),
  pointId: id.nullable().default(null),
  agreementId: id.nullable().default(null),
})
export type ExchangeFilters = z.output<typeof ExchangeFilters>

const wrongExchange = [
  'agreement_of_others',
  'days_out_of_order',
  'only_loans_return',
  'other_not_found',
  'other_not_there',
  'one_side_only',
] as const

export const exchangeQueries = {
  exchanges: {
    can: 'network.read',
    input: ExchangeFilters.extend(pageInput),
    output: page(Exchange).extend({
      total: z.object({ count: z.int(), documents: z.int(), cost: z.int() }),
    }),
  },
} as const satisfies Contract['queries']

export const exchangeCommands = {
  addExchange: {
    can: 'network.write',
    input: ExchangeFields,
    output: Exchange,
    errors: wrongExchange,
    changes,
  },
  updateExchange: {
    can: 'network.write',
    input: ExchangeFields.extend({ id, rev }),
    output: Exchange,
    errors: ['exchange_not_found', ...wrongExchange],
    changes,
  },
  removeExchange: { can: 'network.write', ...removal, errors: ['exchange_not_found'], changes },
} as const satisfies Contract['commands']
