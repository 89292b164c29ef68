import { sql } from 'kysely'
import type { Book, Line, LineOf } from '../../shared/registers/contract.ts'
import { pageOf } from '../../shared/registers/rules.ts'
import type * as z from 'zod'
import type { Reader } from '../connection.ts'

export type BookRow = z.output<typeof Book>
export type LineRow = z.output<typeof Line>
type LineOfRow = z.output<typeof LineOf>

export async function readBooks(db: Reader, id: number | null = null): Promise<BookRow[]> {
  const { rows } = await sql<Omit<BookRow, 'pages'>>`
    select book.id, register, year, book.seriesId, ifnull(series.name, book.seriesName) as seriesName, linesPerPage,
      ifnull(merger.unitName, '') as unitName, book.mergerId,
      ifnull((select max(number) from registerLine where bookId = book.id), 0) as lines, closedAt, hash
    from registerBook as book left join accessionSeries as series on series.id = book.seriesId
    left join merger on merger.id = book.mergerId
    where ${id} is null or book.id = ${id}
    order by book.mergerId is not null, book.mergerId, year desc, register, seriesName, book.id`.execute(db)
  return rows.map((row) => ({ ...row, pages: pageOf(row.lines, row.linesPerPage) }))
}

type RawLine = Omit<LineRow, 'page' | 'cells'> & { cells: string; linesPerPage: number }

const lineColumns = sql`line.id, line.number, line.kind, corrected.number as corrects,
  later.number as correctedBy, line.writtenOn, line.cells, book.linesPerPage`
const lineTables = sql`registerLine as line
  join registerBook as book on book.id = line.bookId
  left join registerLine as corrected on corrected.id = line.correctsId
  left join registerLine as later on later.correctsId = line.id`

/** Lines of a book from one number to another. */
export async function readLines(
  db: Reader,
  bookId: number,
  { from, to }: { from: number; to: number },
): Promise<LineRow[]> {
  const { rows } = await sql<RawLine>`select ${lineColumns} from ${lineTables}
    where line.bookId = ${bookId} and line.number between ${from} and ${to} order by line.number`.execute(db)
  return rows.map(asLine)
}

export async function readLine(db: Reader, id: number): Promise<LineRow | null> {
  const { rows } = await sql<RawLine>`select ${lineColumns} from ${lineTables} where line.id = ${id}`.execute(
    db,
  )
  return rows[0] ? asLine(rows[0]) : null
}

/** Every line that speaks of a copy, in the order they were written. */
export async function linesOfCopy(db: Reader, copyId: number): Promise<LineOfRow[]> {
  const { rows } = await sql<RawLine & Omit<LineOfRow, keyof LineRow>>`
    select ${lineColumns}, book.id as bookId, book.register, book.year, ifnull(series.name, book.seriesName) as seriesName,
      ifnull(merger.unitName, '') as unitName
    from ${lineTables} left join merger on merger.id = book.mergerId left join accessionSeries as series on series.id = book.seriesId
    where line.copyId = ${copyId} order by line.id`.execute(db)
  return rows.map(asLine)
}

function asLine<Row extends RawLine>({ cells, linesPerPage, ...line }: Row) {
  return { ...line, page: pageOf(line.number, linesPerPage), cells: JSON.parse(cells) as string[] }
}
