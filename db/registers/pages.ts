import { sql } from 'kysely'
import { readBookNumber, registerColumns, type ColumnKind } from '../../shared/registers/rules.ts'
import type { Reader } from '../connection.ts'
import type { BookRow } from './reading.ts'

/** A line as paper shows it. What other books say of it later is not seen, so a closed book prints alike for ever. */
export type PrintedLine = {
  number: number
  cells: string[]
  isCorrection: boolean
  /** Put right further down in the same book. */
  isStruck: boolean
}
export type PrintedPage = {
  number: number
  lines: PrintedLine[]
  /** Sums by column, in the order of the columns; null where a column is not summed. */
  before: Sums
  own: Sums
}
type Sums = (number | null)[]

type RawLine = { number: number; cells: string; kind: string; isStruck: number; isOfOtherBook: number }

/** Pages from one to another; the sums before the first of them are of the whole book up to there. */
export async function* pagesOf(
  db: Reader,
  book: BookRow,
  { from, to }: { from: number; to: number },
): AsyncGenerator<PrintedPage> {
  let before = await sumsBefore(db, book, from)
  for (let number = from; number <= to; number += 1) {
    const raw = await linesOfPage(db, book, number)
    const own = before.map((sum, index) => (sum === null ? null : sumOf(raw, index)))
    yield { number, lines: raw.map(asPrinted), before, own }
    before = before.map((sum, index) => (sum === null ? null : sum + (own[index] ?? 0)))
  }
}

/** One query however far down the page lies: cells are written as 12.000. */
async function sumsBefore(db: Reader, book: BookRow, page: number): Promise<Sums> {
  const columns = registerColumns[book.register]
  // Part III is one line a year: its figures are states, which no sum adds up.
  const isSummed = (kind: ColumnKind) => book.register !== 'stock' && (kind === 'money' || kind === 'count')
  const summed = columns.flatMap(({ kind }, index) => (isSummed(kind) ? [index] : []))
  if (summed.length === 0) return columns.map(() => null)
  const sums = summed.map(
    (index) =>
      sql`ifnull(sum(cast(replace(line.cells ->> ${`$[${index}]`}, '.', '') as integer)), 0) as ${sql.ref(`c${index}`)}`,
  )
  const { rows } = await sql<Record<string, number>>`
    select ${sql.join(sums)} from registerLine as line
    where line.bookId = ${book.id} and line.number <= ${(page - 1) * book.linesPerPage}
      and not ${isStruck} and not ${isOfOtherBook}`.execute(db)
  return columns.map((_, index) => (summed.includes(index) ? (rows[0]?.[`c${index}`] ?? 0) : null))
}

const isStruck = sql`exists (select 1 from registerLine as later where later.correctsId = line.id
  and later.bookId = line.bookId)`
const isOfOtherBook = sql`ifnull((select corrected.bookId != line.bookId from registerLine as corrected
  where corrected.id = line.correctsId), 0)`

/** Struck lines count no more, and what a line of another book should say counts there. */
function sumOf(lines: readonly RawLine[], index: number): number {
  return lines
    .filter((line) => !line.isStruck && !line.isOfOtherBook)
    .reduce((sum, line) => sum + (readBookNumber(cellsOf(line)[index] ?? '') ?? 0), 0)
}

function cellsOf({ cells }: RawLine): string[] {
  return JSON.parse(cells) as string[]
}

function asPrinted(line: RawLine): PrintedLine {
  const { number, kind } = line
  return {
    number,
    cells: cellsOf(line),
    isCorrection: kind === 'correction',
    isStruck: line.isStruck === 1,
  }
}

async function linesOfPage(db: Reader, book: BookRow, page: number): Promise<RawLine[]> {
  const last = page * book.linesPerPage
  const { rows } = await sql<RawLine>`
    select line.number, line.cells, line.kind, ${isStruck} as isStruck, ${isOfOtherBook} as isOfOtherBook
    from registerLine as line
    where line.bookId = ${book.id} and line.number > ${last - book.linesPerPage} and line.number <= ${last}
    order by line.number`.execute(db)
  return rows
}

/** Where a sheet's first sum stands: the label of the sum fills the cells before it. */
export function firstSummed({ before }: PrintedPage): number | null {
  const index = before.findIndex((sum) => sum !== null)
  return index < 0 ? null : index
}
