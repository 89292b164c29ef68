import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, text } from '../fields.ts'
import { changes, copyChanges, found, ItemFilters, statedPlace } from './scan.ts'
import { ClassCounts } from './stocktake.ts'

const SettlingAct = z.enum(['mark_missing', 'move'])

/** What takes longer than a moment. */
export const runContract = defineContract({
  jobs: {
    /** Draws up the list of what is expected, in one piece and at one moment. */
    open: {
      can: 'stocktake.write',
      input: z.object({ id }),
      output: z.object({ expected: z.int() }),
      errors: [...found, 'not_planned'],
      changes,
    },
    mergeFile: {
      can: 'stocktake.scan',
      input: z.object({
        id,
        file: fileTicket,
        label: text(200).default(''),
        ...statedPlace,
        /** A file made for another stocktake is taken over on purpose. */
        isTakenOver: z.boolean().default(false),
      }),
      output: z.object({
        sourceId: id.nullable(),
        lines: z.int(),
        added: z.int(),
        known: z.int(),
        doubles: z.int(),
        unknown: z.int(),
        repaired: z.int(),
        undone: z.int(),
      }),
      errors: [
        ...found,
        'not_open',
        'file_gone',
        'file_empty',
        'file_unreadable',
        'file_damaged',
        'other_stocktake',
        'store_not_found',
      ],
      changes,
    },
    /** A page of its own for a laptop or a phone that has no database. */
    satellitePage: {
      can: 'stocktake.scan',
      input: z.object({ id, hasCodes: z.boolean().default(false) }),
      output: z.object({ file: fileTicket, codes: z.int() }),
      errors: [...found, 'not_open'],
      changes: [],
    },
    close: {
      can: 'stocktake.write',
      input: z.object({ id, minutesNumber: text(100).default('') }),
      output: z.object({ classes: ClassCounts, broughtBack: z.int() }),
      errors: [...found, 'not_closable'],
      changes: copyChanges,
    },
    /** Writes into the copies what the stocktake found: missing ones as missing, misplaced ones where they were seen. */
    settle: {
      can: 'copies.write',
      input: z.object({
        id,
        act: SettlingAct,
        /** Null means all that the filters leave of the class the act is for. */
        itemIds: z.array(id).min(1).max(5000).nullable().default(null),
        filters: ItemFilters.prefault({}),
      }),
      output: z.object({ copies: z.int(), skipped: z.int() }),
      errors: [...found, 'not_closed'],
      changes: copyChanges,
    },
    /** Copies get back the status or the place they had: of one run, of all of an act, or of everything. */
    unsettle: {
      can: 'copies.write',
      input: z.object({
        id,
        act: SettlingAct.nullable().default(null),
        settledBy: id.nullable().default(null),
      }),
      output: z.object({ copies: z.int() }),
      errors: [...found, 'not_closed'],
      changes: copyChanges,
    },
    exportItems: {
      can: 'stocktake.read',
      input: z.object({ id, filters: ItemFilters.prefault({}), format: z.enum(['xlsx', 'csv']) }),
      output: z.object({ file: fileTicket, rows: z.int() }),
      errors: found,
      changes: [],
    },
    /** Biên bản kiểm kê: as it was frozen at the closing, or as things stand while the stocktake goes on. */
    produce: {
      can: 'stocktake.read',
      input: z.object({ id, format: z.enum(['docx', 'pdf']) }),
      output: z.object({ file: fileTicket }),
      errors: [...found, 'not_begun'],
      changes: [],
    },
  },
})
