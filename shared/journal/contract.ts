import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, instant, isoDate, json, page, pageInput } from '../fields.ts'

export const JournalRow = z.object({
  id,
  tableName: z.string(),
  rowId: z.int(),
  action: z.enum(['insert', 'update', 'delete']),
  before: z.record(z.string(), json).nullable(),
  after: z.record(z.string(), json).nullable(),
})
export const JournalEntry = z.object({
  id,
  at: instant,
  operation: z.string(),
  userName: z.string().nullable(),
  rowCount: z.int(),
  hash: z.string(),
  isBulk: z.boolean(),
  /** Why it was refused; what it wrote before (a counted wrong password) stayed. */
  refused: z.string().nullable(),
})
export const Verdict = z.object({
  isWhole: z.boolean(),
  commands: z.int(),
  anchors: z.int(),
  /** The first place where the file does not agree with its chain. */
  firstFault: z
    .object({
      commandId: z.int(),
      rowId: z.int().nullable(),
      kind: z.enum(['altered', 'removed', 'inserted', 'anchor_differs']),
    })
    .nullable(),
  head: z.object({ position: z.int(), hash: z.string() }),
})
export type Verdict = z.output<typeof Verdict>
export const Anchor = z.object({ position: z.int().nonnegative(), hash: z.string() })
export type Anchor = z.output<typeof Anchor>

/** The tables whose records show their history. */
const RecordName = z.object({
  tableName: z.enum([
    'title',
    'marcRecord',
    'authority',
    'copy',
    'voucher',
    'withdrawal',
    'product',
    'weeding',
    'weedingPaper',
    'inspection',
    'stocktake',
    'activity',
    'equipment',
    'reader',
    'shipment',
    'staffMember',
    'agreement',
    'cooperationProject',
    'delegation',
    'gift',
    'membership',
    'partner',
    'roadmap',
    'milestone',
    'servicePoint',
  ]),
  rowId: id,
})

export const journal = defineContract({
  queries: {
    list: {
      can: 'journal.read',
      input: z.object({
        from: isoDate.nullable().default(null),
        to: isoDate.nullable().default(null),
        userId: id.nullable().default(null),
        operation: z.string().max(100).nullable().default(null),
        ...pageInput,
      }),
      output: page(JournalEntry),
    },
    entry: {
      can: 'journal.read',
      input: z.object({ id }),
      output: JournalEntry.extend({ rows: z.array(JournalRow) }),
      errors: ['entry_not_found'],
    },
    ofRecord: {
      can: 'catalogue.read',
      /** One record may stand in several tables; its rows are told together. */
      input: z.object({
        of: z.array(RecordName).min(1).max(8),
        ...pageInput,
      }),
      output: page(
        JournalRow.extend({
          commandId: id,
          at: instant,
          operation: z.string(),
          userName: z.string().nullable(),
        }),
      ),
    },
  },
  jobs: {
    /** Anchors from outside this PC (a package, a printed report) are checked beside those kept inside. */
    verifyChain: {
      can: 'journal.verify',
      input: z.object({ anchors: z.array(Anchor).max(1000).default([]) }),
      output: Verdict,
      changes: [],
    },
  },
})
