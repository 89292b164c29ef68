import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { CopyStatus } from '../copies/contract.ts'
import { fileTicket, id, instant, isoDate, page, pageInput, rev, text } from '../fields.ts'
import {
  ClassCounts,
  Item,
  ItemClass,
  ItemPlace,
  Scan,
  ScanCounts,
  ScanRepair,
  Source,
  Stocktake,
  StocktakeFields,
  StocktakeState,
} from './stocktake.ts'

export * from './stocktake.ts'

const changes = ['stocktake', 'indicators', 'reports'] as const
/** Statuses and places of copies change with these. */
const copyChanges = [...changes, 'copies', 'catalogue', 'stock'] as const

const rowsInput = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }
const total = z.object({ count: z.int(), isExact: z.boolean() })
const statedPlace = {
  siteId: id.nullable().default(null),
  storeId: id.nullable().default(null),
  shelf: text(100).default(''),
}

/** What narrows the list of a stocktake's copies; every figure of it opens as one of these. */
export const ItemFilters = z.object({
  class: ItemClass.default('missing'),
  siteId: id.nullable().default(null),
  /** 0 means in none of the site's stores. */
  storeId: z.int().min(0).nullable().default(null),
  /** At the opening. */
  status: CopyStatus.nullable().default(null),
  text: z.string().max(300).default(''),
  /** Null: whatever was done about them since. */
  isSettled: z.boolean().nullable().default(null),
})
export type ItemFilters = z.output<typeof ItemFilters>

/** One code as a page read it; `key` is its own, so that sending it again adds nothing. */
const NewScan = z.object({
  key: z.string().regex(/^[\w.-]{4,60}$/),
  /** As the keyboard wrote it: the order of its marks may be needed to read it. */
  code: z.string().min(1).max(200),
  at: instant,
  ...statedPlace,
})

export const ScanAnswer = z.object({
  key: z.string(),
  /** Null for the echo of a shaky scanner, which was not written down. */
  scanId: id.nullable(),
  class: ItemClass,
  /** What it was before this scan; null for what nobody expected or knew. */
  classBefore: ItemClass.nullable(),
  /** Seen before in this stocktake. */
  isTwice: z.boolean(),
  reading: z.string(),
  repair: ScanRepair,
  copyId: id.nullable(),
  accessionNumber: z.string(),
  title: z.string(),
  callNumber: z.string(),
  status: CopyStatus.nullable(),
  belongs: ItemPlace,
  decisionNumber: z.string(),
  goneOn: isoDate.nullable(),
})
export type ScanAnswer = z.output<typeof ScanAnswer>

const found = ['stocktake_not_found'] as const
const fieldErrors = [
  'site_not_found',
  'store_not_found',
  'range_wrong',
  'days_wrong',
  'duplicate_name',
] as const

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
        act: z.enum(['mark_missing', 'move']),
        /** Null means all that the filters leave of the class the act is for. */
        itemIds: z.array(id).min(1).max(5000).nullable().default(null),
        filters: ItemFilters.prefault({}),
      }),
      output: z.object({ copies: z.int(), skipped: z.int() }),
      errors: [...found, 'not_closed'],
      changes: copyChanges,
    },
    /** Copies marked as missing get back the status they had. */
    unsettle: {
      can: 'copies.write',
      input: z.object({ id }),
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

function OrderedCopy() {
  return z.object({ copyId: id, accessionNumber: z.string(), title: z.string(), callNumber: z.string() })
}
