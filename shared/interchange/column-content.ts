import { fold } from '../fold.ts'
import { normalIsbn, normalIssn } from '../catalogue/rules.ts'
import { languageByWord, materialByWord } from './vocabulary.ts'
import { dateIn, priceIn } from './values.ts'
import type { ColumnTarget } from './targets.ts'

/** Share of a column's cells that must look like something before it is taken for that. */
const enough = 0.7
const fewest = 3

type Look = { target: ColumnTarget; is: (cell: string) => boolean }

/** From what nothing else looks like to what much does. */
const looks: readonly Look[] = [
  { target: 'isbn', is: (cell) => cell.split(/[;,\n/]/).some((number) => normalIsbn(number) !== null) },
  { target: 'issn', is: (cell) => /^\d{4}-\d{3}[\dX]$/.test(cell) && normalIssn(cell) !== null },
  { target: 'url', is: (cell) => /^(?:https?:\/\/|www\.)\S+$/i.test(cell) },
  { target: 'accessionedOn', is: (cell) => !/^\d{5}$/.test(cell) && dateIn(cell, 'dmy') !== null },
  { target: 'publishedYear', is: (cell) => /^(?:c\.|cop\.|©)?\s*\[?(?:1[6-9]|20)\d{2}\]?$/i.test(cell) },
  { target: 'size', is: isSize },
  { target: 'pages', is: (cell) => /^\d{1,4}\s*(?:tr|tr\.|trang|p|p\.)$/i.test(cell) },
  { target: 'ddc', is: (cell) => /^\d{3}[.,]\d{1,12}(?:\s|$)/.test(cell) },
  { target: 'language', is: (cell) => languageByWord(cell) !== null },
  { target: 'material', is: (cell) => materialByWord(cell) !== null },
  { target: 'price', is: isPrice },
  { target: 'accessionNumber', is: (cell) => /^\p{L}{1,6}[.\-/ ]{0,2}\d{3,10}$/u.test(cell) },
]

export function isSize(cell: string): boolean {
  return (
    /^\d{1,2}(?:[.,]\d)?\s*(?:[x×]\s*\d{1,2}(?:[.,]\d)?\s*)?cm\.?$/i.test(cell) ||
    /^\d{2}\s*[x×]\s*\d{2}$/i.test(cell)
  )
}

export function isPrice(cell: string): boolean {
  const price = priceIn(cell)
  return price !== null && (price >= 500 || /đ|vnd/i.test(cell)) && price % 50 === 0
}

/** What a column without a telling head looks like; null where its cells agree on nothing. */
export function targetByContent(
  cells: readonly string[],
  free: (target: ColumnTarget) => boolean,
): ColumnTarget | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length < fewest) return null
  return looks.find(({ target, is }) => free(target) && shareOf(filled, is) >= enough)?.target ?? null
}

/** Without any head the title is the column with most to read; null where none has much. */
export function titleByContent(
  columns: readonly { column: number; cells: readonly string[] }[],
): number | null {
  const lengths = columns.map(({ column, cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== '')
    const isText = shareOf(filled, (cell) => /\p{L}+\s+\S/u.test(cell)) >= 0.5
    const total = filled.reduce((sum, cell) => sum + cell.length, 0)
    return { column, length: isText && filled.length >= fewest ? total / filled.length : 0 }
  })
  const [longest] = lengths.toSorted((a, b) => b.length - a.length)
  return longest && longest.length >= 6 ? longest.column : null
}

export function shareOf(cells: readonly string[], is: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length === 0 ? 0 : filled.filter((cell) => is(cell.trim())).length / filled.length
}

/** Which of two meanings of a head the cells below it bear out. */
export function betterOf(first: ColumnTarget, other: ColumnTarget, cells: readonly string[]): ColumnTarget {
  switch (other) {
    case 'size':
      return shareOf(cells, isSize) >= 0.5 ? other : first
    case 'shelf':
      if (first === 'price') return shareOf(cells, (cell) => priceIn(cell) !== null) >= 0.5 ? first : other
      // A shelf has a short mark, a series a name.
      return shareOf(cells, (cell) => fold(cell).length <= 6) >= 0.5 ? other : first
    default:
      return first
  }
}

/**
 * Dates of a program set to English have the month first. The column says so itself where a second number is above
 * twelve and no first one is.
 */
export function dateOrderIn(cells: readonly string[]): 'dmy' | 'mdy' {
  const pairs = cells.flatMap((cell) => {
    const found = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/.exec(cell.trim())
    return found ? [[Number(found[1]), Number(found[2])] as const] : []
  })
  const isMonthFirst = pairs.some(([, second]) => second > 12) && !pairs.some(([first]) => first > 12)
  return isMonthFirst ? 'mdy' : 'dmy'
}
