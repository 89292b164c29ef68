import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, isoDate, page, pageInput, requiredText, rev } from '../fields.ts'
import { cardStandings, listFormats, LoanRow } from './reader.ts'

export const loanStates = ['open', 'overdue', 'returned', 'lost'] as const
/** What was asked about and is meant so. */
export const lendingQuestions = ['owes_overdue'] as const
const accepted = z.array(z.enum(lendingQuestions)).default([])

export const LoanFilters = z.object({
  state: z.enum(loanStates).default('open'),
  readerId: id.nullable().default(null),
  siteId: id.nullable().default(null),
})
export type LoanFilters = z.output<typeof LoanFilters>

/** Whoever stands at the desk. */
export const DeskReader = z.object({
  id,
  name: z.string(),
  groupId: id,
  cardNumber: z.string(),
  expiresOn: isoDate,
  standing: z.enum(cardStandings),
  suspendedUntil: isoDate.nullable(),
  suspendedFor: z.string(),
  loans: z.array(LoanRow),
})
export type DeskReader = z.output<typeof DeskReader>

/** What a scanned code brought about. */
export const ScanResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reader'), reader: DeskReader }),
  z.object({ kind: z.literal('lent'), loan: LoanRow }),
  /** Scanned twice in a moment: nothing was done the second time. */
  z.object({ kind: z.literal('again'), loan: LoanRow }),
  /** `ownSite` is named when the copy belongs elsewhere and has to be sent there. */
  z.object({ kind: z.literal('returned'), loan: LoanRow, ownSite: z.string().nullable() }),
  /** A copy that came back at another site, or by another program's loan, is on its shelf again. */
  z.object({ kind: z.literal('arrived'), copyId: id, accessionNumber: z.string(), title: z.string() }),
])
export type ScanResult = z.output<typeof ScanResult>

const changes = ['readers', 'copies', 'catalogue', 'stocktake', 'indicators', 'reports'] as const

export const loanContract = defineContract({
  queries: {
    loans: { can: 'readers.read', input: LoanFilters.extend(pageInput), output: page(LoanRow) },
    deskReader: {
      can: 'readers.read',
      input: z.object({ id }),
      output: DeskReader,
      errors: ['reader_not_found', 'no_card'],
    },
  },
  commands: {
    /** A card opens its reader; a copy is lent to the reader that is open, or taken back from whoever has it. */
    scan: {
      can: 'readers.write',
      input: z.object({
        code: requiredText(100),
        siteId: id,
        readerId: id.nullable().default(null),
        accepted,
      }),
      output: ScanResult,
      errors: [
        'loans_not_kept',
        'site_not_found',
        'site_closed',
        'reader_not_found',
        'code_unknown',
        'code_shared',
        'card_ended',
        'card_expired',
        'card_suspended',
        'no_card',
        'reader_first',
        'copy_gone',
        'copy_rotated',
        'copy_on_the_way',
        'copy_not_ready',
        'copy_kept',
        'too_many_loans',
        ...lendingQuestions,
      ],
      changes,
    },
    renewLoan: {
      can: 'readers.write',
      input: z.object({ id, rev }),
      output: LoanRow,
      errors: [
        'loan_not_found',
        'loan_ended',
        'renewed_enough',
        'reader_not_found',
        'no_card',
        'card_expired',
        'card_suspended',
      ],
      changes,
    },
    /** Takes the last step of a loan back: its return, its renewal, or the loan itself on the day it was made. */
    undoLoan: {
      can: 'readers.write',
      input: z.object({ id, rev }),
      output: z.object({ undone: z.enum(['lent', 'renewed', 'returned']), loan: LoanRow.nullable() }),
      errors: ['loan_not_found', 'loan_too_old', 'lent_again'],
      changes,
    },
    /** The copy counts as missing from now on. */
    markLost: {
      can: 'readers.write',
      input: z.object({ id, rev }),
      output: LoanRow,
      errors: ['loan_not_found', 'loan_ended'],
      changes,
    },
  },
  jobs: {
    exportLoans: {
      can: 'readers.read',
      input: z.object({ filters: LoanFilters, format: z.enum(listFormats) }),
      output: z.object({ file: fileTicket, rows: z.int() }),
      changes: [],
    },
    printNotices: {
      can: 'readers.read',
      input: z.object({ siteId: id.nullable().default(null), format: z.enum(['docx', 'pdf']) }),
      output: z.object({ file: fileTicket, notices: z.int() }),
      errors: ['nothing_overdue'],
      changes: [],
    },
  },
})
