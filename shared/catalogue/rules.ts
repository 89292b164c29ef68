import { fold, words } from '../fold.ts'
import { sortKey } from '../collate.ts'

/** Digits (and a final X) only; ISBN-10 becomes its ISBN-13, so both forms are one number. Null when the check digit is wrong. */
export function normalIsbn(text: string): string | null {
  const bare = text.replace(/[\s-]/g, '').toUpperCase()
  if (/^\d{13}$/.test(bare)) return isbn13Digit(bare) === bare[12] ? bare : null
  if (!/^\d{9}[\dX]$/.test(bare)) return null
  const sum = [...bare].reduce(
    (total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (10 - index),
    0,
  )
  if (sum % 11 !== 0) return null
  const body = `978${bare.slice(0, 9)}`
  return body + isbn13Digit(body)
}

function isbn13Digit(digits: string): string {
  const sum = Array.from(digits.slice(0, 12)).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1),
    0,
  )
  return String((10 - (sum % 10)) % 10)
}

/** What is stored beside a title so that SQLite, which folds no đ and sorts no Vietnamese, can find and order it. */
export function searchForms(title: string): { sortKey: string; foldedTitle: string } {
  return { sortKey: sortKey(title), foldedTitle: words(fold(title)).join(' ') }
}

export type Ranked = { id: number; title: string; subtitle: string; responsibility: string; sortKey: string }

/**
 * Smaller is better. A title that holds the words as typed, accents included, comes before one that only folds to them;
 * then a title that begins with the words, has them all, or has some of them elsewhere in the record.
 */
export function tierOf(row: Ranked, query: string): number {
  const exact = holds(row, query.normalize('NFC').toLowerCase(), (text) =>
    text.normalize('NFC').toLowerCase(),
  )
  const folded = holds(row, fold(query), fold)
  return folded * 2 + (exact === folded ? 0 : 1)
}

function holds(row: Ranked, query: string, form: (text: string) => string): number {
  const queryWords = words(query)
  const title = words(form(row.title)).join(' ')
  if (title.startsWith(queryWords.join(' '))) return 0
  const titleWords = title.split(' ')
  if (queryWords.every((word) => titleWords.includes(word))) return 1
  if (queryWords.every((word) => titleWords.some((titleWord) => titleWord.startsWith(word)))) return 2
  const all = words(form(`${row.title} ${row.subtitle} ${row.responsibility}`))
  return queryWords.every((word) => all.some((each) => each.startsWith(word))) ? 3 : 4
}
