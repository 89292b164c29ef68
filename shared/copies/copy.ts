import * as z from 'zod'
import { AcquisitionSource } from '../catalogue/contract.ts'
import { id, instant, isoDate, requiredText, rev, text } from '../fields.ts'

/** What a copy is at today. Loans and rotation set their own, withdrawal and cancelling are dates of their own. */
export const copyStatuses = [
  'available',
  'in_process',
  'on_loan',
  'in_rotation',
  'in_repair',
  'missing',
] as const
export const CopyStatus = z.enum(copyStatuses)
export type CopyStatus = z.output<typeof CopyStatus>
export const conditions = ['good', 'worn', 'damaged'] as const
export const Condition = z.enum(conditions)
export type Condition = z.output<typeof Condition>
/** Who shows copies as they stand, and is told whenever one of them changes. */
export const showsCopies = ['copies', 'stocktake', 'weeding', 'labels', 'readers', 'rotation'] as const
/** Thông tư 02/2020/TT-BVHTTDL names the first five. */
export const withdrawalGrounds = [
  'out_of_scope',
  'surplus',
  'outdated',
  'damaged',
  'lost',
  'transferred',
  'other',
] as const
export const WithdrawalGround = z.enum(withdrawalGrounds)

export const SiteFields = z.object({
  name: requiredText(300),
  code: text(40).default(''),
  note: text(1000).default(''),
})
export const StoreFields = z.object({
  siteId: id,
  name: requiredText(300),
  code: text(40).default(''),
  /** Its copies are read in the library and never lent home. */
  isReadingOnly: z.boolean().default(false),
})
export const Store = StoreFields.extend({ id, rev, closedOn: isoDate.nullable() })
export const Site = SiteFields.extend({ id, rev, closedOn: isoDate.nullable(), stores: z.array(Store) })

export const SeriesFields = z.object({
  name: requiredText(200),
  /** Stands before the number on the book and in the register. */
  prefix: text(20).default(''),
  digits: z.int().min(1).max(12).default(6),
  /** Kinds of material whose copies get their number here without asking. */
  materials: z.array(z.string().max(20)).max(20).default([]),
})
export const Series = SeriesFields.extend({
  id,
  rev,
  /** The greatest a copy has or that was declared void; 0 while there is none. The next is one more. */
  lastNumber: z.int(),
  copies: z.int(),
  /** Numbers that no copy has and nobody declared void. */
  gaps: z.int(),
})

export const VoucherFields = z.object({
  number: requiredText(100),
  receivedOn: isoDate,
  source: AcquisitionSource,
  /** Who sold, gave or sent. */
  supplier: text(500).default(''),
  /** Invoice, contract or decision that came with it. */
  document: text(500).default(''),
  /** What the paper says, to compare with what is entered. */
  statedCopies: z.int().min(0).nullable().default(null),
  statedAmountMinor: z.int().min(0).nullable().default(null),
  note: text(5000).default(''),
  /** Copies that were there before the library began with this program; they fill the opening balance instead of adding to it. */
  isOpening: z.boolean().default(false),
})
export const Voucher = VoucherFields.extend({
  id,
  rev,
  titles: z.int(),
  copies: z.int(),
  amountMinor: z.int(),
  completedOn: isoDate.nullable(),
  createdAt: instant,
  /** The merger by which its copies came. */
  mergerId: id.nullable(),
})

export const Copy = z.object({
  id,
  rev,
  titleId: id,
  title: z.string(),
  material: z.string(),
  seriesId: id,
  number: z.int(),
  accessionNumber: z.string(),
  barcode: z.string(),
  siteId: id,
  siteName: z.string(),
  storeId: id.nullable(),
  storeName: z.string(),
  shelf: z.string(),
  callNumber: z.string(),
  /** What it stands on the shelf by: its own call number, else its title's. */
  shelvedBy: z.string(),
  /** Volume or years of a bound volume. */
  enumeration: z.string(),
  status: CopyStatus,
  condition: Condition,
  priceMinor: z.int().nullable(),
  voucherId: id,
  voucherNumber: z.string(),
  source: AcquisitionSource,
  note: z.string(),
  accessionedOn: isoDate,
  withdrawnOn: isoDate.nullable(),
  withdrawalId: id.nullable(),
  /** Entered by mistake: the number stays used, the copy never counts. */
  cancelledOn: isoDate.nullable(),
  /** What it was in the library that was merged into this one. */
  former: z
    .object({
      unitName: z.string(),
      accessionNumber: z.string(),
      barcode: z.string(),
      accessionedOn: isoDate,
    })
    .nullable(),
})
export type Copy = z.output<typeof Copy>

/** What may be put right later; what the register says of it is corrected by a new line there. */
export const CopyFields = z.object({
  barcode: text(100).default(''),
  shelf: text(100).default(''),
  callNumber: text(100).default(''),
  enumeration: text(200).default(''),
  priceMinor: z.int().min(0).max(1_000_000_000_000).nullable().default(null),
  note: text(2000).default(''),
})

/** One line of the delivery grid. */
export const NewCopy = CopyFields.extend({
  titleId: id,
  seriesId: id,
  /** Null takes the next of the series. */
  number: z.int().min(1).max(999_999_999_999).nullable().default(null),
  siteId: id,
  storeId: id.nullable().default(null),
  condition: Condition.default('good'),
  status: CopyStatus.default('available'),
})
export type NewCopy = z.output<typeof NewCopy>

/** A state a copy has left, and the day it left it. */
export const CopyPast = z.object({
  id,
  untilOn: isoDate,
  siteName: z.string(),
  storeName: z.string(),
  condition: Condition,
})

export const WithdrawalFields = z.object({
  decisionNumber: requiredText(100),
  decidedOn: isoDate,
  /** The day the copies leave the stock. */
  withdrawnOn: isoDate,
  ground: WithdrawalGround,
  note: text(5000).default(''),
})
export const Withdrawal = WithdrawalFields.extend({
  id,
  rev,
  copies: z.int(),
  amountMinor: z.int(),
  takenBackOn: isoDate.nullable(),
  takenBackReason: z.string(),
})

/** What narrows a list of copies; every figure of the stock opens as one of these. */
export const CopyFilters = z.object({
  text: z.string().max(300).default(''),
  titleId: id.nullable().default(null),
  voucherId: id.nullable().default(null),
  withdrawalId: id.nullable().default(null),
  seriesId: id.nullable().default(null),
  /** The stock as it was at the end of this day; null means today. */
  asOf: isoDate.nullable().default(null),
  /** Copies that came in, or went out, within these days. */
  accessionedFrom: isoDate.nullable().default(null),
  accessionedTo: isoDate.nullable().default(null),
  withdrawnFrom: isoDate.nullable().default(null),
  withdrawnTo: isoDate.nullable().default(null),
  /** `counted` is live and withdrawn: what came in, whatever became of it, but for slips. */
  state: z.enum(['live', 'withdrawn', 'counted', 'cancelled', 'all']).default('live'),
  siteId: id.nullable().default(null),
  storeId: id.nullable().default(null),
  status: CopyStatus.nullable().default(null),
  condition: Condition.nullable().default(null),
  source: AcquisitionSource.nullable().default(null),
  material: z.string().max(20).nullable().default(null),
  language: z.string().max(8).nullable().default(null),
  /** First digits of the class number; '-' for titles that have none. */
  ddc: z.string().max(10).nullable().default(null),
  /** First year of the ten it was published in, as 1990; '-' for titles that have no year. */
  decade: z
    .string()
    .regex(/^(-|\d{3,4})$/)
    .nullable()
    .default(null),
  /** Whether the copy was there before the library began with this program. */
  isOpening: z.boolean().nullable().default(null),
  /** Whether it came with a library that was merged into this one. */
  isMerged: z.boolean().nullable().default(null),
  class: z.string().max(30).nullable().default(null),
})
export type CopyFilters = z.output<typeof CopyFilters>
export const copySorts = ['accession_number', 'title', 'call_number', 'newest'] as const
