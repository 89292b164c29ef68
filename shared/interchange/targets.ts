/** What a column may be of a title. The last four are parts of a box, or several boxes in one cell, as registers have them. */
export const titleTargets = [
  'title',
  'subtitle',
  'part',
  'responsibility',
  'authors',
  'organisations',
  'edition',
  'place',
  'publisher',
  'publishedYear',
  'extent',
  'series',
  'isbn',
  'issn',
  'language',
  'ddc',
  'callNumber',
  'subjects',
  'keywords',
  'summary',
  'note',
  'url',
  'material',
  'pages',
  'size',
  'imprint',
  'authorAndTitle',
] as const
export const copyTargets = [
  'accessionNumber',
  'barcode',
  'copyCount',
  'site',
  'store',
  'shelf',
  'price',
  'accessionedOn',
  'source',
  'voucher',
  'condition',
  'status',
  'enumeration',
  'copyNote',
] as const
export const columnTargets = [...titleTargets, ...copyTargets, 'controlNumber', 'ignored'] as const

export type CopyTarget = (typeof copyTargets)[number]
export type ColumnTarget = (typeof columnTargets)[number]

/** How the cells of several columns with one target stand together; a target that is not here has one column. */
const joins: Partial<Record<ColumnTarget, string>> = {
  subtitle: ' : ',
  responsibility: ' ; ',
  authors: '; ',
  organisations: '; ',
  series: '; ',
  isbn: '; ',
  subjects: '; ',
  keywords: '; ',
  callNumber: ' ',
  summary: '\n',
  note: '\n',
  shelf: ' ',
  copyNote: '\n',
}

/** Null for a target that only one column can be. */
export function joinOf(target: ColumnTarget): string | null {
  return joins[target] ?? null
}
