import * as z from 'zod'
import { CopyStatus, showsCopies } from '../copies/contract.ts'
import { id, instant, isoDate, text } from '../fields.ts'
import { ItemClass, ItemPlace, ScanRepair } from './stocktake.ts'

export const changes = ['stocktake', 'indicators', 'reports'] as const
/** Statuses and places of copies change with these. */
export const copyChanges = [...showsCopies, 'catalogue', 'stock', 'indicators', 'reports'] as const

export const statedPlace = {
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
export const NewScan = z.object({
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

export const found = ['stocktake_not_found'] as const
export const fieldErrors = [
  'site_not_found',
  'store_not_found',
  'range_wrong',
  'days_wrong',
  'duplicate_name',
] as const
