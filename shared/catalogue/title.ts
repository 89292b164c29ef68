import * as z from 'zod'
import { id, instant, isoDate, requiredText, rev, text } from '../fields.ts'

export const materials = [
  'book',
  'serial',
  'map',
  'audiovisual',
  'microform',
  'manuscript',
  'hannom',
  'braille',
  'talking_book',
  'large_print',
  'digital',
  'link',
  'article',
] as const
export const Material = z.enum(materials)
export type Material = z.output<typeof Material>

/** How a digital document came to the library: Công văn 2024/BVHTTDL-TV, 2b names the first three. */
export const digitalOrigins = ['self', 'bought', 'exchanged', 'open'] as const
/** Classes that digitization puts first; Quyết định 206/QĐ-TTg and practice. */
export const specialClasses = [
  'rare',
  'ancient',
  'local_history',
  'out_of_copyright',
  'endogenous',
  'special_value',
] as const
export const SpecialClass = z.enum(specialClasses)
export type SpecialClass = z.output<typeof SpecialClass>

/** The plain form: a lens on the MARC record, one text for each box. Several headings stand in one box, parted by "; ". */
export const TitleFields = z.object({
  material: Material.default('book'),
  title: requiredText(1000),
  subtitle: text(1000).default(''),
  part: text(300).default(''),
  responsibility: text(1000).default(''),
  authors: text(2000).default(''),
  organisations: text(2000).default(''),
  edition: text(300).default(''),
  place: text(300).default(''),
  publisher: text(300).default(''),
  publishedYear: z.int().min(1000).max(2200).nullable().default(null),
  extent: text(300).default(''),
  series: text(1000).default(''),
  isbn: text(400).default(''),
  issn: text(100).default(''),
  language: z.string().max(8).default('vie'),
  ddc: text(30).default(''),
  callNumber: text(100).default(''),
  subjects: text(3000).default(''),
  keywords: text(2000).default(''),
  summary: text(20_000).default(''),
  note: text(20_000).default(''),
  url: text(2000).default(''),
  digitalOrigin: z.enum(digitalOrigins).nullable().default(null),
})
/** What a form, or whoever makes up a title, begins with. */
export const emptyTitleFields: TitleFields = {
  material: 'book',
  title: '',
  subtitle: '',
  part: '',
  responsibility: '',
  authors: '',
  organisations: '',
  edition: '',
  place: '',
  publisher: '',
  publishedYear: null,
  extent: '',
  series: '',
  isbn: '',
  issn: '',
  language: 'vie',
  ddc: '',
  callNumber: '',
  subjects: '',
  keywords: '',
  summary: '',
  note: '',
  url: '',
  digitalOrigin: null,
}

export const Title = TitleFields.extend({
  id,
  rev,
  /** The special classes it is in today, parted by spaces. */
  classes: z.string(),
  /** The journal or book an article stands in. */
  hostId: id.nullable(),
  mergedIntoId: id.nullable(),
  addedOn: isoDate,
  removedOn: isoDate.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export const TitleRow = Title.pick({
  id: true,
  material: true,
  title: true,
  subtitle: true,
  part: true,
  responsibility: true,
  authors: true,
  publisher: true,
  publishedYear: true,
  isbn: true,
  language: true,
  ddc: true,
  callNumber: true,
  digitalOrigin: true,
  classes: true,
  addedOn: true,
  rev: true,
}).extend({ copies: z.int() })
export type TitleFields = z.output<typeof TitleFields>
export type Title = z.output<typeof Title>
export type TitleRow = z.output<typeof TitleRow>

/** Whatever counts titles may count otherwise once one has changed. */
export const holdingsChanges = [
  'catalogue',
  'copies',
  'labels',
  'weeding',
  'products',
  'stock',
  'indicators',
  'reports',
] as const
