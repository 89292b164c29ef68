import * as z from 'zod'
import { id, isoDate, text } from '../fields.ts'
import { Material, SpecialClass } from './title.ts'

const word = text(300).default('')
const year = z.int().min(0).max(2200).nullable().default(null)

/** What narrows a search; the address of a list and a saved search hold the same object. */
export const Filters = z.object({
  title: word,
  author: word,
  subject: word,
  publisher: word,
  /** A DDC number or its beginning: 8, 89, 895.92. */
  ddc: word,
  callNumber: word,
  isbn: word,
  accessionNumber: word,
  barcode: word,
  yearFrom: year,
  yearTo: year,
  languages: z.array(z.string().max(8)).max(50).default([]),
  materials: z.array(Material).default([]),
  classes: z.array(SpecialClass).default([]),
  siteIds: z.array(id).max(50).default([]),
  isDigital: z.boolean().nullable().default(null),
  hasCopies: z.boolean().nullable().default(null),
  authorityId: id.nullable().default(null),
  hostId: id.nullable().default(null),
  /** Serials taken, and digital documents of the library's own, that the stock of this day counts beside its copies. */
  countedOn: isoDate.nullable().default(null),
})
export type Filters = z.output<typeof Filters>

export const searchSorts = ['relevance', 'title', 'author', 'call_number', 'year', 'newest'] as const

/** One box, its filters and an order: what a list shows, an export writes and a batch edit changes. */
export const Search = z.object({
  text: z.string().max(1000).default(''),
  filters: Filters.prefault({}),
  sort: z.enum(searchSorts).default('relevance'),
})
export type Search = z.output<typeof Search>

export const Total = z.object({ count: z.int(), isExact: z.boolean() })

export const FacetValue = z.object({ key: z.string(), count: z.int() })
/** Counts beside the list. Above 20,000 hits they are estimates and say so. */
export const Facets = z.object({
  total: Total,
  isEstimate: z.boolean(),
  materials: z.array(FacetValue),
  languages: z.array(FacetValue),
  ddc: z.array(FacetValue),
  decades: z.array(FacetValue),
  sites: z.array(FacetValue),
  classes: z.array(FacetValue),
  digital: z.array(FacetValue),
})

/** Titles chosen one by one, or all that a search finds. */
export const Selection = z.union([
  z.object({ ids: z.array(id).min(1).max(5000) }),
  z.object({ search: Search }),
])
export type Selection = z.output<typeof Selection>
