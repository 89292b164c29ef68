import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { showsCopies } from '../copies/contract.ts'
import { done, fileTicket, id, isoDate, requiredText, rev, text } from '../fields.ts'
import { Paper, PaperContent, PaperKind, Stage, Weeding } from './weeding.ts'

const changes = ['weeding'] as const
/** Copies leave the stock, or come back into the list of those that may. */
const stockChanges = [...showsCopies, 'catalogue', 'registers', 'stock', 'indicators', 'reports'] as const

/** The five papers: written, signed one after another, and kept. */
export const paperContract = defineContract({
  commands: {
    /** What an unsigned paper will say. */
    savePaper: {
      can: 'weeding.write',
      input: z.object({
        id,
        kind: PaperKind,
        rev,
        symbol: text(60).default(''),
        content: PaperContent,
      }),
      output: Paper,
      errors: ['weeding_not_found', 'paper_signed'],
      changes,
    },
    /** The paper is signed: its number and day are recorded, and it stays as it is. */
    recordPaper: {
      can: 'weeding.write',
      input: z.object({
        id,
        rev,
        kind: z.enum(['proposal', 'list', 'council', 'minutes']),
        number: text(60).default(''),
        signedOn: isoDate,
        /** Needed by the papers that ask for more copies than may leave at once; they print it. */
        aboveLimitReason: text(1000).default(''),
      }),
      output: Weeding,
      errors: [
        'weeding_not_found',
        'wrong_stage',
        'list_empty',
        'above_limit_unexplained',
        'signed_in_future',
        'before_previous',
        'number_missing',
        'council_missing',
        'votes_missing',
      ],
      changes,
    },
    /** The one step that takes copies out of the stock. */
    approve: {
      can: 'weeding.write',
      input: z.object({
        id,
        rev,
        number: requiredText(60),
        signedOn: isoDate,
        withdrawnOn: isoDate,
        isAboveLimitMeant: z.boolean().default(false),
      }),
      output: Weeding,
      errors: [
        'weeding_not_found',
        'wrong_stage',
        'list_empty',
        'before_previous',
        'copy_not_found',
        'copy_gone',
        'copy_away',
        'withdrawn_in_future',
        'before_accession',
        'before_decision',
        'above_limit',
        'duplicate_decision',
        'year_is_closed',
      ],
      changes: stockChanges,
    },
    /** Back to an earlier stage; the papers after it are unsigned again. */
    goBack: {
      can: 'weeding.write',
      input: z.object({ id, rev, to: Stage, reason: requiredText(1000) }),
      output: Weeding,
      errors: ['weeding_not_found', 'weeding_approved', 'wrong_stage'],
      changes,
    },
    /** Records that the papers were destroyed, once they may be; null takes the record back. */
    setDestroyed: {
      can: 'weeding.write',
      input: z.object({ id, rev, on: isoDate.nullable(), note: text(1000).default('') }),
      output: Weeding,
      errors: ['weeding_not_found', 'still_kept', 'destroyed_in_future'],
      changes,
    },
    removeScan: {
      can: 'weeding.write',
      input: z.object({ id, kind: PaperKind }),
      output: done,
      errors: ['weeding_not_found', 'scan_not_found'],
      changes,
    },
  },
  jobs: {
    produce: {
      can: 'weeding.read',
      input: z.object({ id, kind: PaperKind, format: z.enum(['docx', 'pdf', 'xlsx']) }),
      output: z.object({ file: fileTicket }),
      errors: ['weeding_not_found', 'list_empty'],
      changes: [],
    },
    attachScan: {
      can: 'weeding.write',
      input: z.object({ id, kind: PaperKind, file: fileTicket }),
      output: Paper,
      errors: ['weeding_not_found', 'file_gone', 'not_a_scan', 'scan_too_large'],
      changes,
    },
    openScan: {
      can: 'weeding.read',
      input: z.object({ id, kind: PaperKind }),
      output: z.object({ file: fileTicket }),
      errors: ['weeding_not_found', 'scan_not_found', 'scan_damaged'],
      changes: [],
    },
  },
})
