import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, instant, isoDate, page, pageInput, rev, text } from '../fields.ts'
import { runContract } from './run-contract.ts'
import { changes, fieldErrors, found, ItemFilters, NewScan, ScanAnswer } from './scan.ts'
import {
  ClassCounts,
  Item,
  ItemClass,
  ItemPlace,
  Scan,
  ScanCounts,
  Source,
  Stocktake,
  StocktakeFields,
  StocktakeState,
} from './stocktake.ts'

export { ItemFilters, ScanAnswer } from './scan.ts'
export * from './stocktake.ts'

const rowsInput = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }
const total = z.object({ count: z.int(), isExact: z.boolean() })

export const stocktake = defineContract({
  queries: {
    list: {
      can: 'stocktake.read',
      input: z.object({ state: StocktakeState.nullable().default(null), ...pageInput }),
      output: page(Stocktake),
    },
    stocktake: { can: 'stocktake.read', input: z.object({ id }), output: Stocktake, errors: found },
    /** What opening would put on the list, and which other stocktakes count some of it at the same time. */
    previewOpening: {
      can: 'stocktake.write',
      input: z.object({ id }),
      output: z.object({
        expected: z.int(),
        overlaps: z.array(z.object({ id, name: z.string(), copies: z.int() })),
      }),
      errors: [...found, 'not_planned'],
    },
    progress: {
      can: 'stocktake.read',
      input: z.object({ id }),
      output: z.object({
        classes: ClassCounts,
        scans: ScanCounts,
        /** Expected copies by the place they belong to, all others by where they were seen. */
        places: z.array(
          z.object({
            siteId: id.nullable(),
            siteName: z.string(),
            storeId: id.nullable(),
            storeName: z.string(),
            classes: ClassCounts,
          }),
        ),
        people: z.array(
          z.object({
            userId: id.nullable(),
            name: z.string(),
            sourceId: id.nullable(),
            source: z.string(),
            scans: z.int(),
            lastAt: instant,
          }),
        ),
      }),
      errors: found,
      inPieces: true,
    },
    items: {
      can: 'stocktake.read',
      input: z.object({ id, filters: ItemFilters.prefault({}), ...rowsInput }),
      output: z.object({ rows: z.array(Item), total }),
      errors: found,
    },
    item: {
      can: 'stocktake.read',
      input: z.object({ id }),
      output: Item.extend({ stocktakeId: id, stocktakeName: z.string() }),
      errors: ['item_not_found'],
    },
    scans: {
      can: 'stocktake.read',
      input: z.object({
        id,
        kind: z.enum(['all', 'twice', 'repaired', 'undone', 'unknown']).default('all'),
        isMine: z.boolean().default(false),
        userId: id.nullable().default(null),
        sourceId: id.nullable().default(null),
        copyId: id.nullable().default(null),
        ...rowsInput,
      }),
      output: z.object({ rows: z.array(Scan), total }),
      errors: found,
    },
    sources: { can: 'stocktake.read', input: z.object({ id }), output: z.array(Source), errors: found },
    /** Sites, stores and shelves where a scan of this stocktake may be made. */
    places: {
      can: 'stocktake.read',
      input: z.object({ id }),
      output: z.object({
        stores: z.array(ItemPlace.omit({ shelf: true })),
        shelves: z.array(z.string()),
      }),
      errors: found,
    },
    /** Scans that follow one another: by one person or file, on one day, at one shelf. */
    runs: {
      can: 'stocktake.read',
      input: z.object({ id }),
      output: z.array(
        z.object({
          key: z.string(),
          day: isoDate,
          by: z.string(),
          source: z.string(),
          place: ItemPlace,
          scans: z.int(),
        }),
      ),
      errors: found,
    },
    /** Which books of a run stand in a wrong place, and between which two each belongs. */
    shelfOrder: {
      can: 'stocktake.read',
      input: z.object({ id, run: z.string().max(300) }),
      output: z.object({
        checked: z.int(),
        /** Scans beyond what is checked at once. */
        left: z.int(),
        /** Without a call number, or of a code nobody knows. */
        without: z.int(),
        strays: z.array(
          z.object({
            position: z.int(),
            copy: OrderedCopy(),
            after: OrderedCopy().nullable(),
            before: OrderedCopy().nullable(),
          }),
        ),
      }),
      errors: [...found, 'run_not_found'],
    },
    /** What closing would write down, before it does. */
    previewClosing: {
      can: 'stocktake.write',
      input: z.object({ id }),
      output: z.object({
        classes: ClassCounts,
        scans: ScanCounts,
        /** Found, though the books had them as missing: they come back. */
        comeBack: z.int(),
      }),
      errors: [...found, 'not_closable'],
      inPieces: true,
    },
  },
  commands: {
    add: { can: 'stocktake.write', input: StocktakeFields, output: Stocktake, errors: fieldErrors, changes },
    /** What is counted is fixed at the opening; all around it can be put right until the minutes are signed. */
    update: {
      can: 'stocktake.write',
      input: StocktakeFields.extend({ id, rev }),
      output: Stocktake,
      errors: [...found, ...fieldErrors, 'scope_fixed', 'already_closed'],
      changes,
    },
    remove: {
      can: 'stocktake.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: [...found, 'not_planned'],
      changes,
    },
    pause: {
      can: 'stocktake.write',
      input: z.object({ id }),
      output: Stocktake,
      errors: [...found, 'not_open'],
      changes,
    },
    resume: {
      can: 'stocktake.write',
      input: z.object({ id }),
      output: Stocktake,
      errors: [...found, 'not_paused'],
      changes,
    },
    /**
     * What the page read since its last call. No entry of the journal: half a million of them would bury all others.
     * Each scan keeps who, when and where itself, none is ever changed or deleted, and closing seals all by one hash.
     */
    scan: {
      can: 'stocktake.scan',
      input: z.object({ id, scans: z.array(NewScan).min(1).max(100) }),
      output: z.array(ScanAnswer),
      errors: [...found, 'not_open', 'store_not_found'],
      changes: [],
      journal: false,
    },
    undoScan: {
      can: 'stocktake.scan',
      input: z.object({ scanId: id }),
      output: z.object({
        key: z.string(),
        code: z.string(),
        classBefore: ItemClass,
        /** What it is without the scan; null where nothing is left of it. */
        class: ItemClass.nullable(),
        isTwice: z.boolean(),
      }),
      errors: ['scan_not_found', 'scan_undone', 'not_open', 'not_your_scan'],
      changes: [],
      journal: false,
    },
    /** Takes a file's scans out again; it may be merged anew. */
    takeOutSource: {
      can: 'stocktake.scan',
      input: z.object({ sourceId: id }),
      output: z.object({ scans: z.int() }),
      errors: ['source_not_found', 'source_taken_out', 'not_open'],
      changes,
    },
    reopen: {
      can: 'stocktake.write',
      input: z.object({ id }),
      output: Stocktake,
      errors: [...found, 'not_closed', 'already_signed'],
      changes,
    },
    /** From here on nothing of it changes any more. */
    sign: {
      can: 'stocktake.write',
      input: z.object({ id, minutesNumber: text(100).default(''), signedOn: isoDate }),
      output: Stocktake,
      errors: [...found, 'not_closed', 'already_signed', 'signed_in_future', 'signed_before_closing'],
      changes,
    },
  },
  jobs: runContract.jobs,
})

function OrderedCopy() {
  return z.object({ copyId: id, accessionNumber: z.string(), title: z.string(), callNumber: z.string() })
}
