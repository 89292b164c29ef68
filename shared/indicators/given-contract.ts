import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { fileTicket, id, instant, isoDate, page, pageInput, requiredText, rev, text } from '../fields.ts'

export const givenStatuses = ['known', 'not_applicable', 'not_collected'] as const

/** A figure that no record tells, as a person gives it. */
export const GivenFields = z.object({
  code: z.string().min(1).max(20),
  fromOn: isoDate,
  untilOn: isoDate,
  status: z.enum(givenStatuses).default('known'),
  /** Null unless it is known: blank is never 0. */
  value: z.number().min(-1e15).max(1e15).nullable().default(null),
  reason: requiredText(1000),
})
export type GivenFields = z.output<typeof GivenFields>

export const GivenFigure = GivenFields.extend({
  id,
  rev,
  givenBy: z.string().nullable(),
  givenAt: instant,
  /** The file kept as its proof, by the name it was given by. */
  proof: z.string().nullable(),
})
export type GivenFigure = z.output<typeof GivenFigure>

/** `counts`: what it does in its period; records that came since go before it. */
export const GivenRow = GivenFigure.extend({ use: z.enum(['counts', 'signed', 'set_aside']) })
export type GivenRow = z.output<typeof GivenRow>

export const GivenFilters = z.object({
  text: text(200).default(''),
  year: z.int().min(1900).max(2200).nullable().default(null),
})
export type GivenFilters = z.output<typeof GivenFilters>

export const givenQueries = {
  given: { can: 'indicators.read', input: GivenFilters.extend(pageInput), output: page(GivenRow) },
} as const satisfies Contract['queries']

const changes = ['indicators', 'reports'] as const
const wrong = [
  'unknown_indicator',
  'has_records',
  'value_missing',
  'span_reversed',
  'period_not_begun',
  'period_signed',
  'given_twice',
] as const

export const givenCommands = {
  give: { can: 'reports.prepare', input: GivenFields, output: GivenFigure, errors: wrong, changes },
  updateGiven: {
    can: 'reports.prepare',
    input: GivenFields.omit({ code: true, fromOn: true, untilOn: true }).extend({ id, rev }),
    output: GivenFigure,
    errors: ['given_not_found', 'has_records', 'value_missing', 'period_signed'],
    changes,
  },
  removeGiven: {
    can: 'reports.prepare',
    input: z.object({ id, rev }),
    output: z.object({ id, rev }),
    errors: ['given_not_found', 'period_signed'],
    changes,
  },
  restoreGiven: {
    can: 'reports.prepare',
    input: z.object({ id, rev }),
    output: GivenFigure,
    errors: ['given_not_found', 'has_records', 'period_signed', 'given_twice'],
    changes,
  },
} as const satisfies Contract['commands']

export const givenJobs = {
  attachGivenProof: {
    can: 'reports.prepare',
    input: z.object({ id, file: fileTicket }),
    output: z.object({ proof: z.string() }),
    errors: ['given_not_found', 'period_signed', 'file_gone', 'file_too_large', 'not_evidence'],
    changes,
  },
  openGivenProof: {
    can: 'indicators.read',
    input: z.object({ id }),
    output: z.object({ file: fileTicket }),
    errors: ['evidence_not_found', 'evidence_damaged'],
    changes: [],
  },
  exportGiven: {
    can: 'indicators.read',
    input: z.object({ filters: GivenFilters, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    output: z.object({ file: fileTicket, rows: z.int() }),
    changes: [],
  },
} as const satisfies Contract['jobs']
