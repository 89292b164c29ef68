import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { WithdrawalGround } from '../copies/contract.ts'
import { id, isoDate, nothing, page, pageInput, rev } from '../fields.ts'
import { itemContract } from './items-contract.ts'
import { paperContract } from './papers-contract.ts'
import { Disposal, Paper, Share, Weeding, WeedingFields, WeedingGround, WeedingRule } from './weeding.ts'

export * from './weeding.ts'

const changes = ['weeding'] as const

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
    rule: { can: 'weeding.read', input: nothing, output: WeedingRule },
    ...itemContract.queries,
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
    ...itemContract.commands,
    ...paperContract.commands,
  },
  jobs: { ...itemContract.jobs, ...paperContract.jobs },
})
