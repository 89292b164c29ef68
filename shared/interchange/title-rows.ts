import { normalIsbn, normalIssn } from '../catalogue/rules.ts'
import type { TitleFields } from '../catalogue/contract.ts'
import { cleanText } from '../fold.ts'
import type { ColumnMap } from './columns.ts'
import type { CopyDraft } from './copy-draft.ts'
import { authorAndTitleIn, imprintIn, namesIn } from './personal-names.ts'
import { copyMaker, type CopyTexts } from './row-copies.ts'
import type { Row, RowProblem, ValueCode } from './table.ts'
import { copyTargets, joinOf, type ColumnTarget, type CopyTarget } from './targets.ts'
import { languageOf, materialOf, noRules, type RowRules } from './value-maps.ts'
import { classIn, yearIn } from './values.ts'

export type RowTitle = {
  at: number
  /** The title may be empty: then a problem says so, and nothing can be made of the row alone. */
  fields: TitleFields
  controlNumber: string
  copies: CopyDraft[]
  problems: RowProblem[]
}

/** Reads one row after another by a map of its columns; make it once for a file. */
export function rowReader(map: ColumnMap, rules: RowRules = noRules): (row: Row) => RowTitle {
  const columnsByTarget = new Map<ColumnTarget, number[]>()
  for (const [column, { target }] of map.entries()) {
    if (target !== 'ignored') columnsByTarget.set(target, [...(columnsByTarget.get(target) ?? []), column])
  }
  const dateOrder = map.find(({ target }) => target === 'accessionedOn')?.dateOrder ?? 'dmy'
  const copiesFrom = copyMaker({ ...rules, dateOrder, hasLists: true })
  const hasNumbers = columnsByTarget.has('accessionNumber')
  return (row) => {
    const problems: RowProblem[] = [...row.problems]
    const text = (target: ColumnTarget) => textOf(row, columnsByTarget.get(target) ?? [], target)
    const tell = (target: ColumnTarget, code: ValueCode, detail: string) => {
      const column = columnsByTarget.get(target)?.[0] ?? null
      problems.push({ at: row.at, column, code, detail: detail.slice(0, 300) })
    }
    const fields = fieldsFrom(text, rules, tell)
    const texts: CopyTexts = { callNumber: fields.callNumber }
    for (const target of copyTargets) texts[target] = text(target)
    const copies = copiesFrom(texts, tell)
    if (hasNumbers && copies.some(({ accessionNumber }) => accessionNumber === ''))
      tell('accessionNumber', 'number_missing', '')
    for (const { isWithdrawn, accessionNumber, barcode } of copies)
      if (isWithdrawn) tell('status', 'copy_withdrawn', accessionNumber || barcode || (texts.status ?? ''))
    return { at: row.at, fields, controlNumber: cleanText(text('controlNumber')), copies, problems }
  }
}

export function titleFromRow(row: Row, map: ColumnMap, rules: RowRules = noRules): RowTitle {
  return rowReader(map, rules)(row)
}

function textOf({ cells }: Row, columns: readonly number[], target: ColumnTarget): string {
  const [only] = columns
  if (only === undefined) return ''
  if (columns.length === 1) return (cells[only] ?? '').trim()
  const texts = columns.map((column) => (cells[column] ?? '').trim()).filter((text) => text !== '')
  return [...new Set(texts)].join(joinOf(target) ?? ' ')
}

type Text = (target: ColumnTarget) => string
type Tell = (target: Exclude<ColumnTarget, CopyTarget>, code: ValueCode, detail: string) => void

function fieldsFrom(text: Text, rules: RowRules, tell: Tell): TitleFields {
  const joined = joinedTitle(text('authorAndTitle'), tell)
  const names = namesIn(text('authors') || joined.authors)
  const organisations = listOf(text('organisations'))
  const imprint = imprintIn(text('imprint'))
  const shelved = classesFrom(text, tell)
  const named = statementIn(cleanText(text('title')) || joined.title)
  if (named.title === '') tell('title', 'title_missing', '')
  const responsibility = [cleanText(text('responsibility')), named.responsibility, names.responsibility]
  return {
    title: named.title,
    subtitle: [named.subtitle, cleanText(text('subtitle'))].filter((part) => part !== '').join(' : '),
    part: partFrom(cleanText(text('part'))),
    responsibility: responsibility.find((part) => part !== '') ?? joined.responsibility,
    authors: names.authors.join('; '),
    organisations: [...new Set([...names.organisations, ...organisations])].join('; '),
    edition: cleanText(text('edition')),
    place: cleanText(text('place')) || imprint.place,
    publisher: cleanText(text('publisher')) || imprint.publisher,
    publishedYear: yearFrom(text('publishedYear'), imprint.year, tell),
    extent: extentFrom(text),
    series: cleanText(text('series')),
    isbn: isbnsFrom(text('isbn'), tell),
    issn: issnFrom(text('issn'), tell),
    ...shelved,
    subjects: listOf(text('subjects')).join('; '),
    keywords: keywordsFrom(text('keywords')),
    summary: cleanText(text('summary')),
    note: cleanText(text('note')),
    url: cleanText(text('url')),
    language: languageFrom(text('language'), rules, tell),
    material: materialFrom(text('material'), rules, tell),
    digitalOrigin: null,
  }
}

/** A title copied from a catalogue card has its parts between ISBD's marks, which have a space on either side. */
function statementIn(text: string): { title: string; subtitle: string; responsibility: string } {
  const [, before = text, responsibility = ''] = /^(.+?) \/ (.+)$/s.exec(text) ?? []
  const [, title = before, subtitle = ''] = /^(.+?) : (.+)$/s.exec(before) ?? []
  return { title, subtitle, responsibility }
}

/** “Tập: 1” is T.1 on the card. */
function partFrom(text: string): string {
  return /^(?:\d{1,4}|[IVXLC]{1,6})$/.test(text) ? `T.${text}` : text
}

function joinedTitle(text: string, tell: Tell): { title: string; authors: string; responsibility: string } {
  const parted = authorAndTitleIn(text)
  if (parted) return parted
  if (text !== '') tell('authorAndTitle', 'author_title_unclear', text)
  return { title: cleanText(text), authors: '', responsibility: '' }
}

function listOf(text: string): string[] {
  return cleanText(text)
    .split(/[;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/** Keywords are parted by commas where nothing else parts them. */
function keywordsFrom(text: string): string {
  const pieces = listOf(text)
  return (pieces.length > 1 ? pieces : pieces.flatMap((piece) => piece.split(/\s*,\s*/)))
    .filter((piece) => piece !== '')
    .join('; ')
}

function yearFrom(text: string, other: string, tell: Tell): number | null {
  const year = yearIn(text) ?? yearIn(other)
  if (year === null && text !== '') tell('publishedYear', 'year_unclear', text)
  return year
}

/** “300 tr. ; 21 cm”, from one column or from two that have the bare numbers. */
function extentFrom(text: Text): string {
  const pages = cleanText(text('pages'))
  const size = cleanText(text('size'))
  const named = [
    /^\d+$/.test(pages) ? `${pages} tr.` : pages,
    /^\d+(?:[.,]\d+)?(?:\s*[x×]\s*\d+(?:[.,]\d+)?)?$/.test(size) ? `${size} cm` : size,
  ]
  return [cleanText(text('extent')), ...named].filter((part) => part !== '').join(' ; ')
}

/** What a spreadsheet has shortened cannot be had back, and would stand for thousands of books. */
const rounded = /^\d(?:[.,]\d+)?E\+1\d$/i

function isbnsFrom(text: string, tell: Tell): string {
  const pieces = listOf(text.replace(/[/,](?=\s*97[89])|,(?!\d{3}\b)/g, ';'))
  const kept = pieces.filter((piece) => !rounded.test(piece))
  for (const piece of pieces) {
    if (rounded.test(piece)) tell('isbn', 'isbn_rounded', piece)
    else if (isbnIn(piece) === null) tell('isbn', 'isbn_wrong', piece)
  }
  return [...new Set(kept.map((piece) => isbnIn(piece) ?? piece))].join('; ')
}

/** A number that begins with zeros has lost them in a spreadsheet. */
function isbnIn(piece: string): string | null {
  const bare = piece.replace(/\s*\([^]*$/, '').replace(/\s:[^]*$/, '')
  return normalIsbn(bare) ?? (/^\d{7,8}[\dX]$/i.test(bare) ? normalIsbn(bare.padStart(10, '0')) : null)
}

function issnFrom(text: string, tell: Tell): string {
  return listOf(text)
    .map((piece) => {
      const issn =
        normalIssn(piece) ?? (/^\d{5,6}[\dX]$/i.test(piece) ? normalIssn(piece.padStart(8, '0')) : null)
      if (issn === null) tell('issn', 'issn_wrong', piece)
      return issn ?? piece
    })
    .join('; ')
}

/** A class that is none of Dewey's is how the library shelves all the same. */
function classesFrom(text: Text, tell: Tell): { ddc: string; callNumber: string } {
  const callNumber = cleanText(text('callNumber'))
  const whole = cleanText(text('ddc'))
  if (whole === '') return { ddc: '', callNumber }
  const found = classIn(whole)
  if (!found || /^[;,]/.test(found.rest)) tell('ddc', 'ddc_unclear', whole)
  if (!found) return { ddc: '', callNumber: callNumber || whole }
  const isMark = found.rest !== '' && !/^[;,]/.test(found.rest)
  return { ddc: found.ddc, callNumber: callNumber || (isMark ? `${found.ddc} ${found.rest}` : '') }
}

function languageFrom(text: string, { valueMaps, defaults }: RowRules, tell: Tell): string {
  if (text === '') return defaults.language
  const language = languageOf(valueMaps, text)
  if (language === null) tell('language', 'language_unknown', text)
  return language ?? defaults.language
}

function materialFrom(text: string, { valueMaps, defaults }: RowRules, tell: Tell): TitleFields['material'] {
  if (text === '') return defaults.material
  const material = materialOf(valueMaps, text)
  if (material === null) tell('material', 'material_unknown', text)
  return material ?? defaults.material
}
