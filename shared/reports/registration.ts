import * as z from 'zod'
import { fileTicket, id, instant, isoDate, requiredText, text } from '../fields.ts'

/** Which paper of a period: null is the report itself, else the restatement of that number. */
const whichPaper = { periodId: id, restatement: z.int().positive().nullable().default(null) }

/** What the clerical desk writes on a signed paper: no part of what was signed. */
export const Registration = z.object({
  id,
  rev: z.int().positive(),
  restatement: z.int().positive().nullable(),
  number: z.string(),
  on: isoDate,
  /** Why it was corrected last; '' as it was first entered. */
  reason: z.string(),
  by: z.string().nullable(),
  at: instant,
  scan: z.object({ name: z.string(), size: z.int(), hash: z.string() }).nullable(),
})
export type Registration = z.output<typeof Registration>

export const registrationCommands = {
  register: {
    can: 'reports.prepare',
    input: z.object({
      ...whichPaper,
      /** Of the registration that is corrected; null where there is none yet. */
      rev: z.int().positive().nullable().default(null),
      number: requiredText(30),
      on: isoDate,
      reason: text(500).default(''),
    }),
    output: Registration,
    errors: [
      'period_not_found',
      'restatement_not_found',
      'wrong_state',
      'before_signing',
      'number_taken',
      'reason_missing',
    ],
    changes: ['reports'],
  },
} as const

export const registrationJobs = {
  attachScan: {
    can: 'reports.prepare',
    input: z.object({ ...whichPaper, file: fileTicket }),
    output: z.object({ name: z.string(), hash: z.string() }),
    errors: ['not_registered', 'file_gone', 'file_too_large', 'not_evidence'],
    changes: ['reports'],
  },
  openScan: {
    can: 'reports.read',
    input: z.object({ id }),
    output: z.object({ file: fileTicket }),
    errors: ['scan_not_found', 'scan_damaged'],
    changes: [],
  },
} as const
