import { sql } from 'kysely'
import type { RegisterKind } from '../../shared/registers/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import { hashOf } from '../registers/index.ts'

export type FormerBook = {
  id: number
  register: RegisterKind
  year: number
  seriesName: string
  linesPerPage: number
  closedAt: string | null
  hash: string
}
export type FormerLine = {
  bookId: number
  number: number
  kind: 'entry' | 'correction'
  correctsBookId: number | null
  correctsNumber: number | null
  writtenOn: string
  copyId: number | null
  cells: string
}

/** The books that the former unit kept; one that was still open ends here, sealed like the others. */
export async function unitBooks(unit: Reader): Promise<FormerBook[]> {
  const { rows } = await sql<Omit<FormerBook, 'hash'> & { hash: string | null }>`
    select book.id, register, year, ifnull(series.name, '') as seriesName, linesPerPage, closedAt, hash
    from registerBook as book left join accessionSeries as series on series.id = book.seriesId
    where book.mergerId is null order by book.id`.execute(unit)
  return Promise.all(
    rows.map(async (book) => ({ ...book, hash: book.hash ?? (await hashOf(unit, book.id)).hash })),
  )
}

const readAtOnce = 2000

/** Lines in the order they were written; none stands in one piece with the line it puts right. */
export async function* unitLines(unit: Reader): AsyncGenerator<FormerLine[]> {
  let piece: FormerLine[] = []
  let names = new Set<string>()
  for (let after = 0; ;) {
    const { rows } = await sql<FormerLine & { id: number }>`
      select line.id, line.bookId, line.number, line.kind, corrected.bookId as correctsBookId,
        corrected.number as correctsNumber, line.writtenOn, line.copyId, line.cells
      from registerLine as line
      join registerBook as book on book.id = line.bookId
      left join registerLine as corrected on corrected.id = line.correctsId
      where line.id > ${after} and book.mergerId is null order by line.id limit ${readAtOnce}`.execute(unit)
    for (const line of rows) {
      const isNear =
        line.correctsNumber !== null && names.has(`${line.correctsBookId} ${line.correctsNumber}`)
      if (isNear || piece.length >= readAtOnce) {
        yield piece
        piece = []
        names = new Set()
      }
      piece.push(line)
      names.add(`${line.bookId} ${line.number}`)
    }
    const last = rows.at(-1)
    if (!last) break
    after = last.id
  }
  if (piece.length > 0) yield piece
}

/** Books take lines only while they are open, so they are closed once all is in them. */
export async function makeBooks(db: Writer, mergerId: number, books: readonly FormerBook[]) {
  const ids: Record<string, number> = {}
  for (const { id: formerId, register, year, seriesName, linesPerPage } of books) {
    const { id } = await db
      .insertInto('registerBook')
      .values({ register, year, seriesName, linesPerPage, mergerId })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids[formerId] = id
  }
  return ids
}

export async function addLines(
  db: Writer,
  { mergerId, bookByFormer }: { mergerId: number; bookByFormer: Readonly<Record<string, number>> },
  lines: readonly FormerLine[],
) {
  const rows = lines.map((line) => [
    bookByFormer[line.bookId],
    line.number,
    line.kind,
    line.correctsBookId === null ? null : bookByFormer[line.correctsBookId],
    line.correctsNumber,
    line.writtenOn,
    line.copyId,
    line.cells,
  ])
  await sql`insert into registerLine (bookId, number, kind, correctsId, writtenOn, copyId, cells)
    select value ->> 0, value ->> 1, value ->> 2,
      (select id from registerLine as corrected
        where corrected.bookId = value ->> 3 and corrected.number = value ->> 4),
      value ->> 5,
      (select copyId from formerCopy where mergerId = ${mergerId} and formerId = value ->> 6),
      value ->> 7
    from json_each(${JSON.stringify(rows)})`.execute(db)
  return { lines: rows.length }
}

export async function closeBooks(
  db: Writer,
  bookByFormer: Readonly<Record<string, number>>,
  { books, now }: { books: readonly FormerBook[]; now: string },
): Promise<void> {
  for (const { id, closedAt, hash } of books)
    await db
      .updateTable('registerBook')
      .set({ closedAt: closedAt ?? now, hash })
      .where('id', '=', bookByFormer[id] ?? 0)
      .execute()
}
