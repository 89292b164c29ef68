import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { WithdrawalGround } from '../copies/contract.ts'
import {
  done,
  fileTicket,
  id,
  isoDate,
  nothing,
  page,
  pageInput,
  requiredText,
  rev,
  text,
} from '../fields.ts'
import {
  Candidate,
  CandidateRules,
  Disposal,
  Item,
  itemSorts,
  itemStates,
  Paper,
  PaperContent,
  PaperKind,
  Stage,
  Weeding,
  WeedingFields,
  WeedingGround,
  WeedingRule,
} from './weeding.ts'

export * from './weeding.ts'

const changes = ['weeding'] as const
/** Copies leave the stock, or come back into the list of those that may. */
const stockChanges = [
  'weeding',
  'copies',
  'catalogue',
  'registers',
  'stock',
  'indicators',
  'reports',
] as const
const total = z.object({ count: z.int(), isExact: z.boolean() })
const window = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }
const itemIds = z.array(id).min(1).max(5000)
const reason = requiredText(1000)

/** So many copies against the stock of a day. */
const Share = z.object({
  copies: z.int(),
  stock: z.int(),
  most: z.int(),
  isAboveLimit: z.boolean(),
})
const Tally = z.object({ copies: z.int(), amountMinor: z.int() })

/** A dossier with everything its page shows beside the list itself. */
export const WeedingRecord = Weeding.extend({
  backReason: z.string(),
  titles: z.int(),
  amountMinor: z.int(),
  struck: z.int(),
  removed: z.int(),
  /** Titles that would have no copy left. */
  lastCopiesOf: z.int(),
  share: Share,
  byGround: z.array(Tally.extend({ ground: WeedingGround })),
  byDisposal: z.array(Tally.extend({ disposal: Disposal })),
  /** Copies that cannot leave as they stand today; the first hundred are named. */
  cannotCount: z.int(),
  cannot: z.array(
    z.object({
      copyId: id,
      accessionNumber: z.string(),
      reason: z.enum(['withdrawn', 'cancelled', 'on_loan', 'in_rotation', 'before_accession']),
    }),
  ),
  /** What other dossiers of the same year hold. */
  sameYear: z.object({ dossiers: z.int(), copies: z.int() }),
  papers: z.array(Paper),
  withdrawals: z.array(
    z.object({ id, ground: WithdrawalGround, copies: z.int(), takenBackOn: isoDate.nullable() }),
  ),
})
export type WeedingRecord = z.output<typeof WeedingRecord>

export const weeding = defineContract({
  queries: {
    list: {
      can: 'weeding.read',
      input: z.object({
        view: z.enum(['all', 'open', 'approved', 'expired']).default('all'),
        ...pageInput,
      }),
      output: page(Weeding),
    },
    /** Where the library stands: the last weeding, and when the next is due by its own interval. */
    standing: {
      can: 'weeding.read',
      input: nothing,
      output: z.object({
        lastOn: isoDate.nullable(),
        nextFrom: isoDate.nullable(),
        intervalYears: z.int().nullable(),
        expired: z.int(),
        stock: z.int(),
        most: z.int(),
      }),
    },
    weeding: {
      can: 'weeding.read',
      input: z.object({ id }),
      output: WeedingRecord,
      errors: ['weeding_not_found'],
    },
    items: {
      can: 'weeding.read',
      input: z.object({
        weedingId: id,
        state: z.enum(itemStates).default('listed'),
        sort: z.enum(itemSorts).default('shelf'),
        text: z.string().max(300).default(''),
        ...window,
      }),
      output: z.object({ rows: z.array(Item), total }),
      errors: ['weeding_not_found'],
    },
    /** What the rules propose today, in the order of the shelves, with what they leave alone. */
    candidates: {
      can: 'weeding.read',
      input: z.object({ rules: CandidateRules, ...window }),
      inPieces: true,
      output: z.object({
        rows: z.array(Candidate),
        total,
        titles: z.int(),
        amountMinor: z.int(),
        byReason: z.object({
          missing: z.int(),
          condition: z.int(),
          surplus: z.int(),
          outdated: z.int(),
          out_of_scope: z.int(),
        }),
        leftOut: z.object({
          protected: z.int(),
          last: z.int(),
          inDossiers: z.int(),
          away: z.int(),
          missingSinceUnknown: z.int(),
        }),
        share: Share,
      }),
    },
    rule: { can: 'weeding.read', input: nothing, output: WeedingRule },
  },
  commands: {
    setRule: { can: 'weeding.write', input: WeedingRule, output: WeedingRule, changes },
    addWeeding: { can: 'weeding.write', input: WeedingFields, output: Weeding, changes },
    updateWeeding: {
      can: 'weeding.write',
      input: WeedingFields.extend({ id, rev }),
      output: Weeding,
      errors: ['weeding_not_found', 'weeding_approved'],
      changes,
    },
    /** Only one whose papers are all unsigned; its list goes with it. */
    removeWeeding: {
      can: 'weeding.write',
      input: z.object({ id, rev }),
      output: z.object({ id, copies: z.int() }),
      errors: ['weeding_not_found', 'weeding_signed'],
      changes,
    },
    /** Copies chosen by a person, all or none. */
    addItems: {
      can: 'weeding.write',
      input: z.object({
        id,
        copyIds: z.array(id).min(1).max(5000),
        ground: WeedingGround,
        reason: text(1000).default(''),
        isProtectedMeant: z.boolean().default(false),
      }),
      output: z.object({ added: z.int(), known: z.int(), itemIds: z.array(id) }),
      errors: [
        'weeding_not_found',
        'list_closed',
        'copy_not_found',
        'copy_gone',
        'copy_away',
        'copy_protected',
        'copy_last',
        'copy_elsewhere',
        'too_many_items',
      ],
      changes,
    },
    changeItems: {
      can: 'weeding.write',
      input: z.object({
        id,
        itemIds,
        ground: WeedingGround.nullable().default(null),
        disposal: Disposal.nullable().default(null),
      }),
      output: z.object({ items: z.int() }),
      errors: ['weeding_not_found', 'list_closed'],
      changes,
    },
    /** Off the list: taken out before it is signed, struck off by the council after. */
    dropItems: {
      can: 'weeding.write',
      input: z.object({ id, itemIds, reason }),
      output: z.object({ items: z.int() }),
      errors: ['weeding_not_found', 'list_closed'],
      changes,
    },
    restoreItems: {
      can: 'weeding.write',
      input: z.object({ id, itemIds }),
      output: z.object({ items: z.int() }),
      errors: ['weeding_not_found', 'list_closed', 'copy_elsewhere'],
      changes,
    },
    /** Takes back what one run of the rules brought in. */
    undoGathering: {
      can: 'weeding.write',
      input: z.object({ id, jobId: id }),
      output: z.object({ items: z.int() }),
      errors: ['weeding_not_found', 'list_closed'],
      changes,
    },
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
      }),
      output: Weeding,
      errors: [
        'weeding_not_found',
        'wrong_stage',
        'list_empty',
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
      input: z.object({ id, rev, to: Stage, reason }),
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
    /** Brings what the rules propose into a dossier. */
    gather: {
      can: 'weeding.write',
      input: z.object({
        id,
        rules: CandidateRules,
        /** Candidates a person has taken off beforehand. */
        without: z.array(id).max(5000).default([]),
      }),
      output: z.object({ weedingId: id, added: z.int(), jobId: id }),
      errors: ['weeding_not_found', 'list_closed', 'no_candidates', 'too_many_items'],
      changes,
    },
    produce: {
      can: 'weeding.read',
      input: z.object({ id, kind: PaperKind, format: z.enum(['docx', 'pdf', 'xlsx']) }),
      output: z.object({ file: fileTicket }),
      errors: ['weeding_not_found', 'list_empty'],
      changes: [],
    },
    /** The list in the order of the shelves, to walk along with. */
    fetchList: {
      can: 'weeding.read',
      input: z.object({ id, format: z.enum(['pdf', 'xlsx']) }),
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
