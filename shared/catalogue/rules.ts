import { fold, otherSpelling, words } from '../fold.ts'
import { sortKey } from '../collate.ts'
import { shelfKey } from './call-number.ts'
import { splitHeadings, type RecordFields } from './marc-form.ts'

export * from './call-number.ts'
export { isbdEntry, type IsbdEntry } from './isbd.ts'
export * from './marc-form.ts'
export { withoutClosing, withoutNextMark } from './marc-text.ts'
export { normalIsbn, normalIssn, splitIsbns } from './numbers.ts'

/** What is stored beside a title so that SQLite, which folds no đ and sorts no Vietnamese, can find and order it. */
export function searchForms(title: string): { sortKey: string; foldedTitle: string } {
  return { sortKey: sortKey(title), foldedTitle: words(fold(title)).join(' ') }
}

export type TitleKeys = { sortKey: string; foldedTitle: string; authorKey: string; shelfKey: string }

/** The same for a whole title: parts stand after one another by number, authors as their heading is written. */
export function titleKeys(
  fields: Pick<RecordFields, 'title' | 'part' | 'authors' | 'organisations' | 'callNumber' | 'ddc'>,
): TitleKeys {
  const [author = ''] = [...splitHeadings(fields.authors), ...splitHeadings(fields.organisations)]
  return {
    sortKey: sortKey(`${fields.title} ${fields.part}`),
    foldedTitle: searchForms(fields.title).foldedTitle,
    authorKey: sortKey(author),
    shelfKey: shelfKey(fields.callNumber || fields.ddc),
  }
}

export type Ranked = {
  id: number
  title: string
  subtitle: string
  responsibility: string
  sortKey: string
  foldedTitle: string
}

/**
 * How well a row answers a query, smaller is better: the title begins with the words, has them all, has words that
 * begin so, or they stand elsewhere in the record. A query typed with accents puts every row that has them so first;
 * of two rows that answer alike, the one that spells the words as they were typed.
 */
export function tierFor(query: string): (row: Ranked) => number {
  const typed = words(query.normalize('NFC').toLowerCase().replace(/[ðɖ]/g, 'đ'))
  const folded = words(fold(query))
  const hasAccents = typed.join(' ') !== folded.join(' ')
  const hasSpellings = folded.some((word) => otherSpelling(word) !== null)
  const tierOf = (row: Ranked, asked: { typed: string[]; folded: string[] }) => {
    const asTyped = hasAccents ? placeAsTyped(row, asked.typed) : null
    return asTyped ?? placeOf(asked.folded, row.foldedTitle) + elsewhere + 1
  }
  if (!hasSpellings) return (row) => tierOf(row, { typed, folded }) * 2
  const one = { typed: inOneSpelling(typed), folded: inOneSpelling(folded) }
  return (row) => {
    const exact = tierOf(row, { typed, folded })
    const either = tierOf(spelledAsOne(row), one)
    return exact <= either ? exact * 2 : either * 2 + 1
  }
}

/** Of two ways to write a word the one with i, which is no shorter for a begun word. */
function inOneSpelling(given: readonly string[]): string[] {
  return given.map((word) => (fold(word).endsWith('y') ? (otherSpelling(word) ?? word) : word))
}

function spelledAsOne(row: Ranked): Ranked {
  const one = (text: string) => inOneSpelling(words(text.normalize('NFC').toLowerCase())).join(' ')
  const { title, subtitle, responsibility, foldedTitle } = row
  return {
    ...row,
    title: one(title),
    subtitle: one(subtitle),
    responsibility: one(responsibility),
    foldedTitle: one(foldedTitle),
  }
}

/** Null where the accents are other ones. */
function placeAsTyped(row: Ranked, typed: readonly string[]): number | null {
  const place = placeOf(typed, words(row.title.toLowerCase()).join(' '))
  if (place < elsewhere) return place
  const record = `${row.title} ${row.subtitle} ${row.responsibility}`.toLowerCase()
  return typed.every((word) => record.includes(word)) ? elsewhere : null
}

const elsewhere = 3

function placeOf(queryWords: readonly string[], title: string): number {
  const bounded = ` ${title} `
  if (title.startsWith(queryWords.join(' '))) return 0
  if (queryWords.every((word) => bounded.includes(` ${word} `))) return 1
  return queryWords.every((word) => bounded.includes(` ${word}`)) ? 2 : elsewhere
}
