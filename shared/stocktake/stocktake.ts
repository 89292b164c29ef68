import * as z from 'zod'
import { Material } from '../catalogue/contract.ts'
import { CopyStatus } from '../copies/contract.ts'
import { id, instant, isoDate, requiredText, rev, text } from '../fields.ts'
import { itemClasses, scanRepairs } from './rules.ts'

export const stocktakeStates = ['planned', 'open', 'paused', 'closing', 'closed', 'signed'] as const
export const StocktakeState = z.enum(stocktakeStates)
export type StocktakeState = z.output<typeof StocktakeState>

export const duties = ['chair', 'deputy', 'secretary', 'member', 'keeper'] as const
export const Member = z.object({
  name: requiredText(200),
  /** Post in the library: Phó Giám đốc, Trưởng phòng… */
  position: text(200).default(''),
  duty: z.enum(duties).default('member'),
})
export type Member = z.output<typeof Member>

/** What is counted: copies that meet every part that is given. */
export const Scope = z.object({
  siteId: id.nullable().default(null),
  storeId: id.nullable().default(null),
  shelfFrom: text(100).default(''),
  shelfTo: text(100).default(''),
  /** Call numbers in the order of the shelf, both ends included with all that begins like them. */
  callFrom: text(100).default(''),
  callTo: text(100).default(''),
  /** First digits of the class number. */
  ddc: text(10).default(''),
  material: Material.nullable().default(null),
})
export type Scope = z.output<typeof Scope>

export const StocktakeFields = Scope.extend({
  name: requiredText(300),
  plannedFrom: isoDate.nullable().default(null),
  plannedTo: isoDate.nullable().default(null),
  /** The decision or plan the stocktake rests on. */
  basis: text(2000).default(''),
  note: text(5000).default(''),
  members: z.array(Member).max(50).default([]),
})
export type StocktakeFields = z.output<typeof StocktakeFields>

export const ItemClass = z.enum(itemClasses)
export type ItemClass = z.output<typeof ItemClass>
export const ScanRepair = z.enum(scanRepairs)

/** How many of each class; one that is not named has none. */
export const ClassCounts = z.partialRecord(ItemClass, z.int())
export type ClassCounts = z.output<typeof ClassCounts>

/** What was scanned: how often, and how often for nothing. */
export const ScanCounts = z.object({
  scans: z.int(),
  twice: z.int(),
  undone: z.int(),
  repaired: z.int(),
})
export type ScanCounts = z.output<typeof ScanCounts>

export const Stocktake = StocktakeFields.extend({
  id,
  rev,
  uuid: z.string(),
  state: StocktakeState,
  siteName: z.string(),
  storeName: z.string(),
  createdAt: instant,
  openedAt: instant.nullable(),
  /** Copies on the list drawn up at the opening. */
  expected: z.int().nullable(),
  closedOn: isoDate.nullable(),
  /** What it came to; null until it is closed. */
  tallies: z.object({ classes: ClassCounts, scans: ScanCounts }).nullable(),
  minutesNumber: z.string(),
  signedOn: isoDate.nullable(),
})
export type Stocktake = z.output<typeof Stocktake>

/** Where a copy belongs, or where it was seen; what nobody stated is empty. */
export const ItemPlace = z.object({
  siteId: id.nullable(),
  siteName: z.string(),
  storeId: id.nullable(),
  storeName: z.string(),
  shelf: z.string(),
})
export type ItemPlace = z.output<typeof ItemPlace>

/** A copy, or a code that no copy bears, and what became of it in a stocktake. */
export const Item = z.object({
  /** Negative while the stocktake is open and the copy was not expected: nothing is written down yet. */
  id: z.int(),
  copyId: id.nullable(),
  /** As it was read, where no copy bears it. */
  code: z.string(),
  accessionNumber: z.string(),
  barcode: z.string(),
  titleId: id.nullable(),
  title: z.string(),
  callNumber: z.string(),
  priceMinor: z.int().nullable(),
  class: ItemClass,
  isExpected: z.boolean(),
  /** At the opening; today's where it was not expected. */
  status: CopyStatus.nullable(),
  belongs: ItemPlace,
  seen: ItemPlace.nullable(),
  seenAt: instant.nullable(),
  seenBy: z.string(),
  withdrawalId: id.nullable(),
  decisionNumber: z.string(),
  goneOn: isoDate.nullable(),
  settled: z.enum(['marked_missing', 'brought_back', 'moved']).nullable(),
})
export type Item = z.output<typeof Item>

export const Scan = z.object({
  id,
  code: z.string(),
  reading: z.string(),
  repair: ScanRepair,
  copyId: id.nullable(),
  accessionNumber: z.string(),
  title: z.string(),
  at: instant,
  by: z.string(),
  sourceId: id.nullable(),
  source: z.string(),
  place: ItemPlace,
  /** The class of what was scanned; `twice` for every scan of it after the first. */
  class: z.enum([...itemClasses, 'twice', 'undone']),
})
export type Scan = z.output<typeof Scan>

export const Source = z.object({
  id,
  kind: z.enum(['file', 'satellite']),
  fileName: z.string(),
  label: z.string(),
  lines: z.int(),
  added: z.int(),
  known: z.int(),
  doubles: z.int(),
  unknown: z.int(),
  /** The stocktake the file was made for, where it was taken over from another. */
  takenFrom: z.string(),
  by: z.string(),
  mergedAt: instant,
  takenOutAt: instant.nullable(),
})
export type Source = z.output<typeof Source>
