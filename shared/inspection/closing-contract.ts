import * as z from 'zod'
import { fileTicket, id, page, pageInput, requiredText, rev, text } from '../fields.ts'
import { StageKind } from '../digitization/contract.ts'
import { Inspection, Severity, Verdict } from './inspection.ts'

const changes = ['inspection'] as const
/** Jobs that go back stand elsewhere. */
const jobChanges = ['inspection', 'digitization', 'indicators', 'reports'] as const
const found = ['inspection_not_found'] as const

/** A job with pages that are to be scanned again. */
const RescanJob = z.object({
  id,
  jobId: id,
  code: z.string(),
  title: z.string(),
  accessionNumber: z.string(),
  stageKind: StageKind,
  stageName: z.string(),
  state: z.enum(['open', 'done', 'cancelled']),
  isSentBack: z.boolean(),
  pages: z.array(
    z.object({
      id,
      page: z.int(),
      path: z.string(),
      isOutside: z.boolean(),
      findings: z.array(z.string()),
      severity: Severity,
      note: z.string(),
    }),
  ),
})
export type RescanJob = z.output<typeof RescanJob>

/** What follows from a sample: the verdict, the way back, and the paper. */
export const closingContract = {
  queries: {
    rescan: {
      can: 'inspection.read',
      input: z.object({ id, ...pageInput }),
      output: page(RescanJob),
      errors: found,
    },
  },
  commands: {
    close: {
      can: 'inspection.write',
      input: z.object({
        id,
        rev,
        /** What the person saw and puts the name to. */
        verdict: Verdict,
        conclusion: text(5000).default(''),
        minutesNumber: text(100).default(''),
      }),
      output: Inspection,
      errors: [...found, 'already_closed', 'not_finished', 'verdict_differs'],
      changes,
    },
    reopen: {
      can: 'inspection.write',
      input: z.object({ id, reason: requiredText(1000) }),
      output: Inspection,
      errors: [...found, 'not_closed'],
      changes,
    },
    /** To the stage of scanning, each by its own template: jobs by name, all that have findings, or the whole lot. */
    sendBack: {
      can: 'inspection.write',
      input: z.object({
        id,
        jobs: z.union([z.array(id).min(1).max(5000), z.enum(['bad', 'whole'])]),
        reason: requiredText(1000),
      }),
      output: z.object({ jobs: z.int(), left: z.int(), actId: id }),
      errors: [...found, 'job_not_in_lot', 'nothing_to_send_back', 'not_failed'],
      changes: jobChanges,
    },
    /** Jobs with which something has been done since stay where they are. */
    undoSendBack: {
      can: 'inspection.write',
      input: z.object({ id, actId: id }),
      output: z.object({ jobs: z.int(), left: z.int() }),
      errors: found,
      changes: jobChanges,
    },
  },
  jobs: {
    exportRescan: {
      can: 'inspection.read',
      input: z.object({ id, format: z.enum(['xlsx', 'csv', 'pdf']) }),
      output: z.object({ file: fileTicket, pages: z.int() }),
      errors: found,
      changes: [],
    },
    produce: {
      can: 'inspection.read',
      input: z.object({ id, format: z.enum(['docx', 'pdf']) }),
      output: z.object({ file: fileTicket }),
      errors: found,
      changes: [],
    },
  },
} as const
