import * as z from 'zod'
import { holdingsChanges } from '../catalogue/contract.ts'
import { defineContract } from '../contract.ts'
import { fileTicket, id, isoDate, page, pageInput, rev, text } from '../fields.ts'
import { RunRecord, Verdict } from '../interchange/contract.ts'
import { FormerCopy, Merger, Numbering, SitePlan, UnitFields, Winner } from './merger.ts'

export * from './merger.ts'

const read = 'merger.read'
const can = 'merger.write'
const changes = ['merger', 'interchange', ...holdingsChanges, 'registers'] as const
const total = z.object({ count: z.int(), isExact: z.boolean() })
const rowsAt = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }
const TitleDecision = z.enum(['create', 'copies', 'overlay'])

/** What narrows the list of the former unit's copies. */
export const FormerCopyFilters = z.object({
  show: z.enum(['clashing', 'undecided', 'live', 'gone', 'all']).default('live'),
  text: z.string().max(300).default(''),
})
export type FormerCopyFilters = z.output<typeof FormerCopyFilters>

/** What stands in the way of taking a merger back. */
const use = z.enum([
  'edited',
  'classified',
  'copies_added',
  'copy_changed',
  'withdrawn',
  'listed',
  'in_stocktake',
  'in_weeding',
  'labelled',
])

export const merger = defineContract({
  queries: {
    mergers: { can: read, input: z.object({ ...pageInput }), output: page(Merger) },
    merger: { can: read, input: z.object({ id }), output: Merger, errors: ['merger_not_found'] },
    titles: {
      can: read,
      input: z.object({ mergerId: id, verdicts: z.array(Verdict).default([]), ...rowsAt }),
      output: z.object({ rows: z.array(RunRecord), total }),
      errors: ['merger_not_found'],
    },
    copies: {
      can: read,
      input: z.object({ mergerId: id, filters: FormerCopyFilters.prefault({}), ...rowsAt }),
      output: z.object({ rows: z.array(FormerCopy), total }),
      errors: ['merger_not_found'],
    },
    /** What the numbers as they are planned would come to. */
    numbering: {
      can,
      input: z.object({ mergerId: id }),
      output: z.object({
        /** Copies that keep their number, get a prefix, get a new one, or wait for a decision. */
        kept: z.int(),
        prefixed: z.int(),
        renumbered: z.int(),
        undecided: z.int(),
        /** Planned numbers or barcodes that another copy bears, here or among themselves. */
        taken: z.int(),
        example: z.string(),
        longest: z.string(),
        isTooLong: z.boolean(),
        series: z.array(
          z.object({ prefix: z.string(), digits: z.int(), copies: z.int(), isNew: z.boolean() }),
        ),
      }),
      errors: ['merger_not_found'],
    },
    obstacles: {
      can,
      input: z.object({ mergerId: id, ...pageInput }),
      output: page(z.object({ titleId: id, label: z.string(), uses: z.array(use) })),
      errors: ['merger_not_found'],
    },
    /** The stock of the former unit on a day, by its own dates. */
    formerStock: {
      can: read,
      input: z.object({ mergerId: id, asOf: isoDate }),
      output: z.object({
        titles: z.int(),
        copies: z.int(),
        byMaterial: z.array(z.object({ key: z.string(), copies: z.int() })),
        byStore: z.array(z.object({ siteName: z.string(), storeName: z.string(), copies: z.int() })),
      }),
      errors: ['merger_not_found'],
    },
  },
  commands: {
    setPlan: {
      can,
      input: UnitFields.extend({
        id,
        rev,
        sites: z
          .array(SitePlan.omit({ formerName: true }))
          .min(1)
          .max(200),
        numbering: Numbering,
        onMatch: Winner,
      }),
      output: Merger,
      errors: [
        'merger_not_found',
        'wrong_state',
        'duplicate_site',
        'merged_in_future',
        'decided_after_merging',
        'year_is_closed',
        'period_signed',
        'unknown_province',
        'series_not_found',
      ],
      changes: ['merger'],
    },
    /** How single titles are treated; null gives them back to the plan. */
    decideTitles: {
      can,
      input: z.object({
        mergerId: id,
        recordIds: z.array(id).min(1).max(5000),
        decision: TitleDecision.nullable(),
      }),
      output: z.object({ records: z.int() }),
      errors: ['merger_not_found', 'wrong_state'],
      changes: ['merger'],
    },
    /** What one copy is to be called; null gives it back to the plan. */
    decideCopy: {
      can,
      input: z.object({
        mergerId: id,
        id,
        number: text(40).nullable(),
        barcode: text(100).nullable().default(null),
      }),
      output: FormerCopy,
      errors: ['merger_not_found', 'wrong_state', 'copy_not_found', 'number_taken', 'number_missing'],
      changes: ['merger'],
    },
    /** A merger that was never carried out, or was taken back, with its files. */
    drop: {
      can,
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['merger_not_found', 'wrong_state'],
      changes: ['merger'],
    },
  },
  jobs: {
    stage: {
      can,
      input: z.object({ file: fileTicket }),
      output: z.object({ mergerId: id }),
      errors: [
        'file_gone',
        'not_a_library',
        'source_damaged',
        'newer_version',
        'upgrade_failed',
        'own_library',
        'already_merged',
      ],
      changes: ['merger'],
    },
    write: {
      can,
      input: z.object({ id }),
      output: z.object({ mergerId: id }),
      errors: [
        'merger_not_found',
        'wrong_state',
        'file_gone',
        'duplicate_site',
        'numbers_undecided',
        'numbers_taken',
        'number_too_long',
        'year_is_closed',
        'period_signed',
        'already_merged',
      ],
      changes,
    },
    undo: {
      can,
      input: z.object({ id }),
      output: z.object({ titles: z.int(), copies: z.int() }),
      errors: ['merger_not_found', 'wrong_state', 'used_since', 'period_signed', 'year_is_closed'],
      changes,
    },
    exportList: {
      can: read,
      input: z.object({
        mergerId: id,
        list: z.enum(['titles', 'copies']),
        filters: FormerCopyFilters.prefault({}),
        format: z.enum(['xlsx', 'csv']),
      }),
      output: z.object({ file: fileTicket, rows: z.int() }),
      errors: ['merger_not_found'],
      changes: [],
    },
    /** Minutes of handing the stock over. */
    produceMinutes: {
      can: read,
      input: z.object({ id, format: z.enum(['docx', 'pdf']) }),
      output: z.object({ file: fileTicket }),
      errors: ['merger_not_found', 'wrong_state'],
      changes: [],
    },
  },
})
