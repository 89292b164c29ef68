import * as z from 'zod'
import { id, instant, isoDate, requiredText, rev, text } from '../fields.ts'
import { runStates, Verdict } from '../interchange/contract.ts'

/** How a copy whose number is another's here goes on being called. */
export const numberPolicies = [
  /** By its number with a prefix before it. */
  'prefix',
  /** By the next number of a series of this library. */
  'renumber',
  /** As somebody decides for each. */
  'by_hand',
] as const
/** Which copies that concerns: those that clash, or all of the former unit. */
export const numberScopes = ['clashing', 'all'] as const

/** Beyond this a number fits neither a spine nor a barcode of usual width. */
export const longestNumber = 24

export const Numbering = z.object({
  policy: z.enum(numberPolicies),
  scope: z.enum(numberScopes),
  prefix: text(12).default(''),
  /** The series that gives new numbers. */
  seriesId: id.nullable().default(null),
})
export type Numbering = z.output<typeof Numbering>

/** Whose record of a title that both have goes on: ours, or that of the former unit. */
export const winners = ['copies', 'overlay'] as const
export const Winner = z.enum(winners)

export const UnitFields = z.object({
  unitName: requiredText(300),
  unitCode: text(40).default(''),
  formerProvinceCode: z.string().max(2).default(''),
  decisionNumber: text(100).default(''),
  decidedOn: isoDate.nullable().default(null),
  /** The day from which its stock counts as this library's. */
  mergedOn: isoDate,
})
export type UnitFields = z.output<typeof UnitFields>

/** A site of the former unit and what it is called here. */
export const SitePlan = z.object({ formerId: id, formerName: z.string(), name: requiredText(300) })
export type SitePlan = z.output<typeof SitePlan>

/** What stays behind, so that nobody has to guess: counts by what it is. */
export const leftBehind = [
  'users',
  'removed_titles',
  'products',
  'stocktakes',
  'weedings',
  'labels',
  'reports',
  /** Libraries merged into the former unit before: their stock comes over, their own books and old numbers do not. */
  'mergers',
] as const

export const Found = z.object({
  titles: z.int(),
  byVerdict: z.partialRecord(Verdict, z.int()),
  /** Those in stock, which come over; and those that had left it, of which only their history does. */
  copies: z.int(),
  gone: z.int(),
  away: z.int(),
  numberClashes: z.int(),
  barcodeClashes: z.int(),
  books: z.int(),
  lines: z.int(),
  withdrawals: z.int(),
  /** Subscriptions that run, and numbers of serials that were followed. */
  subscriptions: z.int(),
  issues: z.int(),
  /** Copies that stand in the opening balances only, and stay such a balance here. */
  openingCopies: z.int(),
  leftBehind: z.array(z.object({ code: z.enum(leftBehind), count: z.int() })),
})
export type Found = z.output<typeof Found>

export const Merger = UnitFields.extend({
  id,
  rev,
  runId: id,
  state: z.enum(runStates),
  unitUuid: z.string(),
  sites: z.array(SitePlan),
  numbering: Numbering,
  onMatch: Winner,
  found: Found,
  /** What was written, once it was; the sites it became. */
  written: z.object({ created: z.int(), overlaid: z.int(), copies: z.int(), siteIds: z.array(id) }),
  fileName: z.string(),
  fileKind: z.enum(['database', 'export']),
  /** The head of the former unit's journal, and the file in which its lines are kept. */
  journalPosition: z.int(),
  journalHash: z.string(),
  isJournalWhole: z.boolean(),
  archiveHash: z.string(),
  archiveSize: z.int(),
  startedAt: instant,
  userName: z.string().nullable(),
  writtenAt: instant.nullable(),
  undoneAt: instant.nullable(),
})
export type Merger = z.output<typeof Merger>

/** A copy as the former unit knew it, and what it is called here. */
export const FormerCopy = z.object({
  id,
  title: z.string(),
  material: z.string(),
  accessionNumber: z.string(),
  barcode: z.string(),
  siteName: z.string(),
  storeName: z.string(),
  condition: z.string(),
  source: z.string(),
  accessionedOn: isoDate,
  withdrawnOn: isoDate.nullable(),
  decisionNumber: z.string(),
  cancelledOn: isoDate.nullable(),
  /** The copies of this library that bear its number, or its barcode. */
  numberTwin: z.object({ id, title: z.string(), accessionNumber: z.string() }).nullable(),
  barcodeTwin: z.object({ id, title: z.string(), accessionNumber: z.string() }).nullable(),
  /** Null where the series gives the number when it is written. */
  newNumber: z.string().nullable(),
  newBarcode: z.string(),
  isDecided: z.boolean(),
  copyId: id.nullable(),
})
export type FormerCopy = z.output<typeof FormerCopy>
