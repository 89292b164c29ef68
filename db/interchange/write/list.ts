import type { TFunction } from 'i18next'
import { csvBegin, csvLine } from '../../../shared/csv.ts'
import { displayDate } from '../../../shared/dates.ts'
import { runtimeKey } from '../../../shared/texts.ts'
import type { ListColumn } from '../../documents/index.ts'
import type { Exported, ExportedCopy, ExportedTitle, ExportWriter } from '../../standards/index.ts'

/** A line of a list: a title, or one of its copies beside it. */
export type ListRow = { title: ExportedTitle; copies: number; copy: ExportedCopy | null }
export type Column = ListColumn<ListRow>

/** With copies a title has a line for each of them, and one by itself where it has none. */
export function rowsOf(items: readonly Exported[], hasCopies: boolean): ListRow[] {
  return items.flatMap(({ title, copies }): ListRow[] =>
    hasCopies && copies.length > 0
      ? copies.map((copy) => ({ title, copies: copies.length, copy }))
      : [{ title, copies: copies.length, copy: null }],
  )
}

/** All that the plain form shows, in its order; codes of languages stay codes, so that another program can read them. */
export function listColumns(t: TFunction, hasCopies: boolean): Column[] {
  const word = remembered((key) => t(runtimeKey(key)))
  const own = (name: string, width: number, value: (row: ListRow) => string | number | null): Column => ({
    head: word('catalogue.fields', name),
    width,
    value,
  })
  const plain = (name: keyof ExportedTitle, width: number) => own(name, width, ({ title }) => title[name])
  return [
    { head: t('interchange.columns.id'), width: 8, value: ({ title }) => title.id },
    own('material', 16, ({ title }) => word('catalogue.materials', title.material)),
    plain('title', 50),
    plain('subtitle', 30),
    plain('part', 12),
    plain('responsibility', 30),
    plain('authors', 30),
    plain('organisations', 30),
    plain('edition', 16),
    plain('place', 14),
    plain('publisher', 24),
    plain('publishedYear', 8),
    plain('extent', 20),
    plain('series', 24),
    plain('isbn', 16),
    plain('issn', 12),
    plain('language', 8),
    plain('ddc', 12),
    plain('callNumber', 18),
    plain('subjects', 30),
    plain('keywords', 30),
    plain('summary', 40),
    plain('note', 30),
    plain('url', 30),
    own('digitalOrigin', 14, ({ title: { digitalOrigin } }) =>
      digitalOrigin === null ? '' : word('catalogue.digitalOrigins', digitalOrigin),
    ),
    {
      head: t('interchange.columns.classes'),
      width: 24,
      value: ({ title }) => namesOf(title.classes, (code) => word('catalogue.specialClasses', code)),
    },
    own('addedOn', 12, ({ title }) => displayDate(title.addedOn)),
    { head: t('interchange.columns.copies'), width: 8, value: ({ copies }) => copies },
    ...(hasCopies ? copyColumns(word) : []),
  ]
}

/** A list asks for the same few words in every line. */
function remembered(wordAt: (key: string) => string): (place: string, code: string) => string {
  const known = new Map<string, string>()
  return (place, code) => {
    const key = `${place}.${code}`
    const word = known.get(key) ?? wordAt(key)
    known.set(key, word)
    return word
  }
}

function namesOf(codes: string, nameOf: (code: string) => string): string {
  return codes
    .split(' ')
    .filter((code) => code !== '')
    .map(nameOf)
    .join(', ')
}

function copyColumns(word: (place: string, code: string) => string): Column[] {
  const column = (
    key: string,
    width: number,
    value: (copy: ExportedCopy) => string | number | null,
  ): Column => ({
    head: word('copies.export', key),
    width,
    value: ({ copy }) => (copy === null ? null : value(copy)),
  })
  return [
    column('accessionNumber', 16, (copy) => copy.accessionNumber),
    column('barcode', 16, (copy) => copy.barcode),
    column('enumeration', 14, (copy) => copy.enumeration),
    column('site', 22, (copy) => copy.siteName),
    column('store', 18, (copy) => copy.storeName),
    column('shelf', 12, (copy) => copy.shelf),
    column('callNumber', 18, (copy) => copy.callNumber),
    column('status', 16, (copy) => word('copies.statuses', copy.status)),
    column('condition', 12, (copy) => word('copies.conditions', copy.condition)),
    column('price', 12, (copy) => copy.priceMinor),
    column('voucher', 16, (copy) => copy.voucherNumber),
    column('source', 14, (copy) => word('registers.sources', copy.source)),
    column('accessionedOn', 12, (copy) => displayDate(copy.accessionedOn)),
    column('note', 30, (copy) => copy.note),
  ]
}

export function csvWriter({
  columns,
  hasCopies,
}: {
  columns: readonly Column[]
  hasCopies: boolean
}): ExportWriter {
  return {
    head: () => csvBegin + csvLine(columns.map(({ head }) => head)),
    add: (items) =>
      rowsOf(items, hasCopies)
        .map((row) => csvLine(columns.map(({ value }) => value(row))))
        .join(''),
    foot: () => '',
  }
}
