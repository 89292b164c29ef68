import { emptyTitleFields, TitleFields, type Material, type Title } from '../../shared/catalogue/contract.ts'
import { id, isoDate } from '../../shared/fields.ts'

/** What the form changes of a title: its fields, the place an article stands in, and the day it came. */
export const EditedTitle = TitleFields.extend({ hostId: id.nullable(), addedOn: isoDate.nullable() })
export type EditedTitle = TitleFields & { hostId: number | null; addedOn: string | null }
export type TitleFieldName = Exclude<keyof EditedTitle, 'material'>

export const editedNames = EditedTitle.keyof().options

export const emptyTitle: EditedTitle = { ...emptyTitleFields, hostId: null, addedOn: null }

export function fieldsOf(title: Title): EditedTitle {
  const { id, rev, removedOn, createdAt, updatedAt, classes, mergedIntoId, ...fields } = title
  return fields
}

/** Where a refusal is shown: at the field it speaks of. */
export const fieldOfRefusal = {
  duplicate_isbn: 'isbn',
  isbn_invalid: 'isbn',
  issn_invalid: 'issn',
  year_in_future: 'publishedYear',
  unknown_language: 'language',
  added_in_future: 'addedOn',
  host_not_found: 'hostId',
} as const

/** The order of the form, as a title page and its back are read, and how many twelfths of a line a field takes. */
const spanByField: Record<TitleFieldName, number> = {
  title: 8,
  subtitle: 4,
  hostId: 12,
  part: 3,
  responsibility: 6,
  edition: 3,
  authors: 6,
  organisations: 6,
  place: 2,
  publisher: 4,
  publishedYear: 2,
  extent: 4,
  series: 4,
  isbn: 4,
  issn: 2,
  language: 2,
  ddc: 3,
  callNumber: 3,
  subjects: 6,
  keywords: 6,
  url: 4,
  digitalOrigin: 3,
  addedOn: 3,
  summary: 5,
  note: 5,
}
export const spanOf = (name: TitleFieldName) => spanByField[name]
const formOrder = Object.keys(spanByField) as TitleFieldName[]

const always: TitleFieldName[] = [
  'title',
  'subtitle',
  'responsibility',
  'authors',
  'organisations',
  'publishedYear',
  'language',
  'ddc',
  'callNumber',
  'subjects',
  'keywords',
  'note',
  'addedOn',
]
const published: TitleFieldName[] = ['part', 'edition', 'place', 'publisher', 'extent', 'series', 'summary']

/** Beside what every material has; all other fields wait under "more". */
const ownFields: Record<Material, TitleFieldName[]> = {
  book: [...published, 'isbn'],
  serial: ['part', 'place', 'publisher', 'extent', 'issn', 'summary'],
  map: published,
  audiovisual: published,
  microform: published,
  manuscript: ['part', 'place', 'extent', 'summary'],
  hannom: ['part', 'edition', 'place', 'extent', 'summary'],
  braille: [...published, 'isbn'],
  talking_book: [...published, 'isbn'],
  large_print: [...published, 'isbn'],
  digital: [...published, 'isbn', 'url', 'digitalOrigin'],
  link: ['publisher', 'url', 'summary'],
  article: ['hostId', 'extent', 'url', 'summary'],
}

/** What the form of a material shows, and what it keeps back until asked. */
export function fieldsFor(material: Material): { shown: TitleFieldName[]; more: TitleFieldName[] } {
  const wanted = new Set([...always, ...ownFields[material]])
  return {
    shown: formOrder.filter((name) => wanted.has(name)),
    more: formOrder.filter((name) => !wanted.has(name) && (name !== 'hostId' || material === 'article')),
  }
}
