import * as z from 'zod'
import { AcquisitionSource, Material } from '../catalogue/contract.ts'
import { defineContract } from '../contract.ts'
import { fileTicket, id, isoDate, nothing, period, rev, text } from '../fields.ts'

/** What has no copies to count. */
export const materialsWithoutCopies = ['digital', 'link', 'article'] as const
const CountedMaterial = Material.exclude(materialsWithoutCopies)
export const countedMaterials = CountedMaterial.options

/** What the stock is divided by. Site, condition and special class are right as of any day; the others are as they are now. */
export const dimensions = [
  'ddc',
  'language',
  'material',
  'source',
  'site',
  'condition',
  'year',
  'class',
] as const
export const Dimension = z.enum(dimensions)
export type Dimension = z.output<typeof Dimension>

/** Stock that was there on the first day and whose copies are not, or not yet, registered one by one. */
export const OpeningFields = z.object({
  siteId: id,
  material: CountedMaterial.default('book'),
  language: z.string().max(8).default('vie'),
  /** A main class, '' where not known. */
  ddc: z.string().regex(/^\d?$/).default(''),
  source: AcquisitionSource.default('other'),
  titles: z.int().min(0).max(10_000_000),
  copies: z.int().min(0).max(100_000_000),
  /** Register, inventory or report it was taken from. */
  evidence: text(1000).default(''),
})
export type OpeningFields = z.output<typeof OpeningFields>
export const Opening = OpeningFields.extend({
  id,
  rev,
  /** Copies of this kind registered one by one since, which the balance no longer counts. */
  registered: z.int(),
  remaining: z.int(),
  remainingTitles: z.int(),
})
export type Opening = z.output<typeof Opening>
const counts = {
  titles: z.int(),
  copies: z.int(),
  /** Of these, counted by opening balance only: no rows to open. */
  openingTitles: z.int(),
  openingCopies: z.int(),
}
/** A key is what `CopyFilters` asks for; '-' is not known, or not known of an opening balance. */
const Slice = z.object({ key: z.string(), ...counts })
export type Slice = z.output<typeof Slice>
export const Figures = z.object({
  asOf: isoDate,
  ...counts,
  digital: z.int(),
  serials: z.int(),
  by: z.record(Dimension, z.array(Slice)),
})
export type Figures = z.output<typeof Figures>
/** A year's end; `opening` is what came to be counted without having come in that year. */
const YearOfGrowth = z.object({
  year: z.int(),
  cameIn: z.int(),
  /** Received with a library that was merged into this one. */
  merged: z.int(),
  wentOut: z.int(),
  opening: z.int(),
  held: z.int(),
})

export const stock = defineContract({
  queries: {
    figures: {
      can: 'stock.read',
      input: z.object({ asOf: isoDate }),
      output: Figures,
    },
    /** Stock at each year's end, with what came in and went out. */
    growth: {
      can: 'stock.read',
      input: z.object({ from: z.int().min(1900).max(2200), to: z.int().min(1900).max(2200) }),
      output: z.array(YearOfGrowth),
      errors: ['years_wrong'],
    },
    opening: {
      can: 'stock.read',
      input: nothing,
      output: z.object({
        asOf: isoDate.nullable(),
        version: z.string(),
        rows: z.array(Opening),
        titles: z.int(),
        copies: z.int(),
        remaining: z.int(),
        /** The signed report that counts these balances already; they are fixed from then on. */
        reported: period.nullable(),
      }),
    },
  },
  commands: {
    /** The whole opening sheet at once, as a grid leaves it: a row that is not there is taken away. */
    setOpening: {
      can: 'stock.write',
      input: z.object({
        asOf: isoDate,
        rows: z.array(OpeningFields).max(2000),
        /** The sheet that was edited; another one by now is not written over. */
        version: z.string().max(100),
      }),
      output: z.object({ rows: z.int() }),
      errors: [
        'opening_in_future',
        'site_not_found',
        'unknown_language',
        'duplicate_row',
        'more_titles_than_copies',
        'opening_is_reported',
        'year_is_closed',
      ],
      changes: ['stock', 'copies', 'registers', 'indicators', 'reports'],
    },
  },
  jobs: {
    exportFigures: {
      can: 'stock.read',
      input: z.object({ asOf: isoDate, format: z.enum(['xlsx', 'pdf']) }),
      output: z.object({ file: fileTicket }),
      changes: [],
    },
  },
})
