import * as z from 'zod'
import { defineContract } from '../contract.ts'
import {
  fileTicket,
  id,
  instant,
  isoDate,
  nothing,
  period,
  periodKind,
  requiredText,
  rev,
  text,
} from '../fields.ts'
import { annexNames, ReportAnnex } from './annexes.ts'
import { formJobs } from './collection-form.ts'
import { ComparedFigure, Stated } from './compared-figure.ts'
import { doubtRules } from './doubts.ts'
import { narrativeCommands, narrativeQueries } from './narrative-contract.ts'
import { Registration, registrationCommands, registrationJobs } from './registration.ts'
import { standingQueries } from './standing-contract.ts'
import { unitCommands, unitJobs, unitQueries } from './units.ts'
import { Verification } from './verification.ts'

export const Period = z.object({
  id,
  rev,
  period,
  kind: periodKind,
  from: isoDate,
  to: isoDate,
  state: z.enum(['open', 'checked', 'signed']),
  preparedBy: z.string().nullable(),
  /** When whoever prepared it gave it to whoever checks it. */
  handedOverAt: instant.nullable(),
  checkedBy: z.string().nullable(),
  checkedAt: instant.nullable(),
  signedBy: z.string().nullable(),
  signedAt: instant.nullable(),
  /** What is to be known of the signing: that one person went through all steps. */
  remark: z.string(),
  /** Annexes that do not go along. */
  leftOut: z.array(z.enum(annexNames)),
  /** How often its figures were said anew since. */
  restated: z.int(),
})
export type Period = z.output<typeof Period>
/** What stands around the figures on the sheet; once signed, as it was signed. */
export const Sheet = z.object({
  language: z.enum(['vi', 'en']),
  governingBody: z.string(),
  libraryName: z.string(),
  /** '' until the clerical desk has given one. */
  number: z.string(),
  symbol: z.string(),
  place: z.string(),
  date: isoDate.nullable(),
  addressees: z.array(z.string()),
  signerTitle: z.string(),
  signerName: z.string(),
  /** One a line. */
  recipients: z.string(),
  /** What the report rests on, one a line. */
  bases: z.array(z.string()),
  /** The line at the foot of every page that proves the figures; '' until they are signed. */
  foot: z.string(),
})
export type Sheet = z.output<typeof Sheet>
const Details = z.record(z.string(), z.union([z.string().max(300), z.number()]))
/** A question about a figure, with the answer once somebody has given it. */
export const AskedDoubt = z.object({
  rule: z.enum(doubtRules),
  code: z.string(),
  details: Details,
  /** `isCurrent`: given of just these numbers. */
  explanation: z
    .object({ text: z.string(), by: z.string().nullable(), at: instant, isCurrent: z.boolean() })
    .nullable(),
})
export type AskedDoubt = z.output<typeof AskedDoubt>
/** What was said anew of a signed period, beside what was said before it. */
export const Restatement = z.object({
  id,
  number: z.int(),
  reason: z.string(),
  signedBy: z.string().nullable(),
  signedAt: instant,
  figures: z.array(z.object({ code: z.string(), before: Stated, after: Stated })),
})
export type Restatement = z.output<typeof Restatement>
export type { Compared, ComparedFigure, Stated } from './compared-figure.ts'
export { FilledForm } from './collection-form.ts'
export { Registration } from './registration.ts'
export { ReportingUnit, UnitFigure, UnitReport } from './units.ts'
export { Verification, type Verdict } from './verification.ts'
export const formats = ['docx', 'xlsx', 'pdf'] as const

export const reports = defineContract({
  queries: {
    ...narrativeQueries,
    ...standingQueries,
    ...unitQueries,
    periods: { can: 'reports.read', input: nothing, output: z.array(Period) },
    period: {
      can: 'reports.read',
      input: z.object({ id }),
      output: Period.extend({
        figures: z.array(ComparedFigure),
        /** Of a signed period what was asked and answered then. */
        doubts: z.array(AskedDoubt),
        /** Whether whoever asks has prepared and checked it alone, and would sign it too. */
        isAllMine: z.boolean(),
        /** Earlier periods of its kind whose reports were begun and not signed. */
        unsignedBefore: z.array(z.object({ id, period })),
        problems: z.array(
          z.enum([
            'period_not_ended',
            'job_running',
            'profile_incomplete',
            'clock_set_back',
            'figures_altered',
          ]),
        ),
        registrations: z.array(Registration),
        journalHead: z.object({ position: z.int(), hash: z.string() }).nullable(),
        figuresHash: z.string().nullable(),
        sheet: Sheet,
      }),
      errors: ['period_not_found'],
    },
    /** What goes along with the report, as it is printed; of a signed one, as it was signed. */
    annexes: {
      can: 'reports.read',
      input: z.object({ id }),
      output: z.array(ReportAnnex),
      errors: ['period_not_found'],
    },
    /** Of a signed period: what counts otherwise now, and what was said anew already. */
    changes: {
      can: 'reports.read',
      input: z.object({ id }),
      output: z.object({
        figures: z.array(z.object({ code: z.string(), before: Stated, now: Stated })),
        restatements: z.array(Restatement),
      }),
      errors: ['period_not_found'],
    },
  },
  commands: {
    ...narrativeCommands,
    ...registrationCommands,
    ...unitCommands,
    openPeriod: {
      can: 'reports.prepare',
      input: z.object({ period }),
      output: Period,
      errors: ['period_exists', 'period_in_future'],
      changes: ['reports'],
    },
    /** Which annexes do not go along. */
    setAnnexes: {
      can: 'reports.prepare',
      input: z.object({ id, rev, leftOut: z.array(z.enum(annexNames)).max(annexNames.length) }),
      output: Period,
      errors: ['period_not_found', 'wrong_state'],
      changes: ['reports'],
    },
    /** From whoever prepared it to whoever checks it. */
    handOver: {
      can: 'reports.prepare',
      input: z.object({ id, rev }),
      output: Period,
      errors: ['period_not_found', 'wrong_state', 'period_not_ended', 'unexplained', 'unreviewed'],
      changes: ['reports'],
    },
    check: {
      can: 'reports.prepare',
      input: z.object({ id, rev, password: z.string().max(200) }),
      output: Period,
      errors: [
        'period_not_found',
        'wrong_state',
        'period_not_ended',
        'unexplained',
        'unreviewed',
        'wrong_credentials',
        'throttled',
        'clock_set_back',
      ],
      changes: ['reports'],
    },
    /** Says why a figure is as it is; no text takes back what was said. */
    explainDoubt: {
      can: 'reports.prepare',
      input: z.object({
        id,
        rule: z.enum(doubtRules),
        code: z.string().max(20),
        details: Details,
        text: text(2000),
      }),
      output: z.object({ id }),
      errors: ['period_not_found', 'wrong_state'],
      changes: ['reports'],
    },
    sendBack: {
      can: 'reports.prepare',
      input: z.object({ id, rev }),
      output: Period,
      errors: ['period_not_found', 'wrong_state'],
      changes: ['reports'],
    },
    sign: {
      can: 'reports.sign',
      input: z.object({ id, rev, password: z.string().max(200) }),
      output: Period,
      errors: [
        'period_not_found',
        'wrong_state',
        'wrong_credentials',
        'throttled',
        'job_running',
        'unexplained',
        'clock_set_back',
      ],
      changes: ['reports', 'indicators', 'sync'],
    },
    /** A signed figure that counts otherwise now is said anew; what was signed stays beside it. */
    restate: {
      can: 'reports.sign',
      input: z.object({ id, rev, reason: requiredText(2000), password: z.string().max(200) }),
      output: Period,
      errors: [
        'period_not_found',
        'wrong_state',
        'nothing_changed',
        'wrong_credentials',
        'throttled',
        'job_running',
        'clock_set_back',
      ],
      changes: ['reports', 'indicators', 'sync'],
    },
  },
  jobs: {
    ...registrationJobs,
    ...formJobs,
    ...unitJobs,
    produce: {
      can: 'reports.read',
      input: z.object({
        id,
        format: z.enum(formats),
        language: z.enum(['vi', 'en']).optional(),
        /** The paper of a restatement, by its number within the period. */
        restatement: z.int().positive().nullable().default(null),
      }),
      output: z.object({ file: fileTicket }),
      errors: ['period_not_found', 'restatement_not_found'],
      changes: [],
    },
    /** Whether a file on paper or stick still says what was signed here. */
    verifyFile: {
      can: 'reports.read',
      input: z.object({ file: fileTicket }),
      output: Verification,
      errors: ['file_gone'],
      changes: [],
    },
  },
})
