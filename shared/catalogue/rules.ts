import { fold, words } from '../fold.ts'
import { sortKey } from '../collate.ts'

/** Digits (and a final X) only; ISBN-10 becomes its ISBN-13, so both forms are one number. Null when the check digit is wrong. */
export function normalIsbn(text: string): string | null {
  const bare = text
    .replace(/^\s*isbn(?:-1[03])?[\s:]*/i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase()
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
 * begin so, or they stand elsewhere in the record. A query typed with accents puts every row that has them so first.
 */
export function tierFor(query: string): (row: Ranked) => number {
  const typed = words(query.normalize('NFC').toLowerCase())
  const folded = words(fold(query))
  const hasAccents = typed.join(' ') !== folded.join(' ')
  return (row) => {
    const asTyped = hasAccents ? placeAsTyped(row, typed) : null
    return asTyped ?? placeOf(folded, row.foldedTitle) + elsewhere + 1
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
