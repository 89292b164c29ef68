import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, instant, isoDate, nothing, quarter, rev, text } from '../fields.ts'
import { Progress, Value } from '../indicators/contract.ts'

export const Period = z.object({
  id,
  rev,
  year: z.int(),
  quarter: z.int(),
  from: isoDate,
  to: isoDate,
  state: z.enum(['open', 'checked', 'signed']),
  preparedBy: z.string().nullable(),
  checkedBy: z.string().nullable(),
  checkedAt: instant.nullable(),
  signedBy: z.string().nullable(),
  signedAt: instant.nullable(),
  note: z.string(),
  /** What is to be known of the signing: that one person went through all steps. */
  remark: z.string(),
})
export type Period = z.output<typeof Period>
/** What stands around the figures on the sheet; once signed, as it was signed. */
export const Sheet = z.object({
  language: z.enum(['vi', 'en']),
  governingBody: z.string(),
  libraryName: z.string(),
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
})
export type Sheet = z.output<typeof Sheet>
/** A figure of a quarter to compare with: as it was signed, or as it counts where nobody signed that quarter. */
const Compared = Value.pick({ status: true, value: true }).extend({ isSigned: z.boolean() })
export type Compared = z.output<typeof Compared>
export const formats = ['docx', 'xlsx', 'pdf'] as const

export const reports = defineContract({
  queries: {
    periods: { can: 'reports.read', input: nothing, output: z.array(Period) },
    period: {
      can: 'reports.read',
      input: z.object({ id }),
      output: Period.extend({
        figures: z.array(
          Value.extend({
            previous: Compared,
            samePeriodLastYear: Compared,
            /** Beside its target; of a signed period, as it was when it was signed. */
            progress: Progress.nullable(),
          }),
        ),
        /** Whether whoever asks has prepared and checked it alone, and would sign it too. */
        isAllMine: z.boolean(),
        problems: z.array(
          z.enum(['period_not_ended', 'job_running', 'profile_incomplete', 'figures_altered']),
        ),
        journalHead: z.object({ position: z.int(), hash: z.string() }).nullable(),
        figuresHash: z.string().nullable(),
        sheet: Sheet,
      }),
      errors: ['period_not_found'],
    },
  },
  commands: {
    openPeriod: {
      can: 'reports.prepare',
      input: quarter,
      output: Period,
      errors: ['period_exists', 'period_in_future'],
      changes: ['reports'],
    },
    setNote: {
      can: 'reports.prepare',
      input: z.object({ id, rev, note: text(20_000) }),
      output: Period,
      errors: ['period_not_found', 'wrong_state'],
      changes: ['reports'],
    },
    check: {
      can: 'reports.prepare',
      input: z.object({ id, rev }),
      output: Period,
      errors: ['period_not_found', 'wrong_state', 'period_not_ended'],
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
      errors: ['period_not_found', 'wrong_state', 'wrong_credentials', 'throttled', 'job_running'],
      changes: ['reports', 'indicators', 'sync'],
    },
  },
  jobs: {
    produce: {
      can: 'reports.read',
      input: z.object({ id, format: z.enum(formats), language: z.enum(['vi', 'en']).optional() }),
      output: z.object({ file: fileTicket }),
      errors: ['period_not_found'],
      changes: [],
    },
  },
})
