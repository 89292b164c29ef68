import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, isoDate, requiredText, text } from '../fields.ts'
import {
  Candidate,
  CandidateRules,
  Disposal,
  Item,
  itemSorts,
  itemStates,
  Share,
  WeedingGround,
} from './weeding.ts'

const changes = ['weeding'] as const
const total = z.object({ count: z.int(), isExact: z.boolean() })
const window = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }
const itemIds = z.array(id).min(1).max(5000)
const reason = requiredText(1000)

/** The list of a dossier, and what the rules propose for it. */
export const itemContract = defineContract({
  queries: {
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
          damaged: z.int(),
          surplus: z.int(),
          outdated: z.int(),
          out_of_scope: z.int(),
          worn: z.int(),
          unused: z.int(),
        }),
        /** The first loan there is; without one nothing can be called unused. */
        loansSince: isoDate.nullable(),
        /** Copies whose ground a person must name before they come into a dossier. */
        groundless: z.int(),
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
  },
  commands: {
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
        /** Those of the candidates that are meant; null for all of them. */
        only: z.array(id).min(1).max(5000).nullable().default(null),
        /** The ground of those whose reasons give none. */
        groundMeant: WeedingGround.nullable().default(null),
      }),
      output: z.object({ weedingId: id, added: z.int(), jobId: id }),
      errors: ['weeding_not_found', 'list_closed', 'no_candidates', 'too_many_items', 'ground_missing'],
      changes,
    },
    /** The list in the order of the shelves, to walk along with. */
    fetchList: {
      can: 'weeding.read',
      input: z.object({ id, format: z.enum(['pdf', 'xlsx']) }),
      output: z.object({ file: fileTicket }),
      errors: ['weeding_not_found', 'list_empty'],
      changes: [],
    },
  },
})
