import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { fileTicket, id, isoDate, requiredText, rev, text } from '../fields.ts'
import { OwnFormula } from './own-formula.ts'

/** No code of the catalogue begins so. */
export const ownPrefix = 'TV.'
export const ownNatures = ['in_period', 'at_end'] as const

/** What an indicator of the library’s own says from a day on. */
export const OwnVersionFields = z.object({
  fromOn: isoDate,
  name: requiredText(200),
  nameEn: text(200).default(''),
  unit: requiredText(40),
  unitEn: text(40).default(''),
  formula: OwnFormula,
  /** The rule or the paper that asks for it. */
  source: requiredText(500),
})
export type OwnVersionFields = z.output<typeof OwnVersionFields>

export const OwnVersion = OwnVersionFields.extend({ version: z.int() })
export type OwnVersion = z.output<typeof OwnVersion>

export const OwnIndicator = z.object({
  id,
  rev,
  code: z.string(),
  /** Of the end of a period, or of what happened in it. */
  nature: z.enum(ownNatures),
  withdrawnOn: isoDate.nullable(),
  /** Newest first. */
  versions: z.array(OwnVersion).min(1),
})
export type OwnIndicator = z.output<typeof OwnIndicator>

export const ownQueries = {
  own: { can: 'indicators.read', input: z.object({}), output: z.array(OwnIndicator) },
  /** What formulas may be made of. */
  measures: { can: 'indicators.read', input: z.object({}), output: z.array(z.string()) },
} as const satisfies Contract['queries']

const changes = ['indicators', 'reports', 'plans'] as const

export const ownCommands = {
  addOwn: {
    can: 'reports.prepare',
    input: OwnVersionFields.extend({
      code: z.string().regex(/^TV\.[0-9A-Za-z]{1,10}$/),
      nature: z.enum(ownNatures),
    }),
    output: OwnIndicator,
    errors: ['code_taken', 'unknown_measure'],
    changes,
  },
  /** What was stays with its days, and with what was signed by it. */
  changeOwn: {
    can: 'reports.prepare',
    input: OwnVersionFields.extend({ id, rev }),
    output: OwnIndicator,
    errors: ['own_not_found', 'unknown_measure', 'version_too_early'],
    changes,
  },
  withdrawOwn: {
    can: 'reports.prepare',
    input: z.object({ id, rev, on: isoDate }),
    output: OwnIndicator,
    errors: ['own_not_found'],
    changes,
  },
  restoreOwn: {
    can: 'reports.prepare',
    input: z.object({ id, rev }),
    output: OwnIndicator,
    errors: ['own_not_found'],
    changes,
  },
} as const satisfies Contract['commands']

export const ownJobs = {
  exportOwn: {
    can: 'indicators.read',
    input: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    output: z.object({ file: fileTicket, rows: z.int() }),
    changes: [],
  },
} as const satisfies Contract['jobs']
