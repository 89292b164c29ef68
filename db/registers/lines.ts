import type { TFunction } from 'i18next'
import { sql } from 'kysely'
import { columnIndex } from '../../shared/registers/rules.ts'
import type { RegisterKind } from '../../shared/registers/contract.ts'
import { lastClosedYear } from '../closed-year.ts'
import type { Reader, Writer } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { sha256 } from '../hash.ts'
import { insertRows, type Value } from '../insert-rows.ts'
import { bookFor, lastLineOf, type BookKey } from './books.ts'
import { libraryWords } from '../words.ts'

type Cause = { copyId?: number | null; voucherId?: number | null; withdrawalId?: number | null }
/** A line to be written at the end of its book; `cells` stand in the order of `registerColumns`. */
export type NewLine = BookKey & Cause & { cells: readonly string[]; correctsId?: number | null }

/** Entries of a command: all go into an open year, or none is written. */
export async function writeLines(
  db: Writer,
  lines: readonly NewLine[],
  { fail, today }: { fail: Fail<'year_is_closed'>; today: string },
): Promise<void> {
  const closed = await lastClosedYear(db)
  const late = lines.find((line) => line.year <= closed)
  if (late) fail('year_is_closed', { year: late.year })
  await insertLines(db, lines, today)
}

/** Many lines at once, without asking whether their years are open; answers what a bulk entry of the journal holds. */
export async function insertLines(db: Writer, lines: readonly NewLine[], today: string) {
  const nextByBook = new Map<string, { bookId: number; next: number }>()
  const rows: Value[][] = []
  for (const { register, year, seriesId, cells, ...cause } of lines) {
    const name = `${register} ${year} ${seriesId}`
    let book = nextByBook.get(name)
    if (!book) {
      const bookId = await bookFor(db, { register, year, seriesId })
      book = { bookId, next: (await lastLineOf(db, bookId)) + 1 }
      nextByBook.set(name, book)
    }
    const { correctsId = null, copyId = null, voucherId = null, withdrawalId = null } = cause
    const kind = correctsId ? 'correction' : 'entry'
    const written = JSON.stringify(cells)
    rows.push([book.bookId, book.next++, kind, correctsId, today, copyId, voucherId, withdrawalId, written])
  }
  await insertRows(db, 'registerLine', lineColumns, rows)
  return { lines: rows.length, digest: sha256(JSON.stringify(rows)) }
}

const lineColumns = [
  'bookId',
  'number',
  'kind',
  'correctsId',
  'writtenOn',
  'copyId',
  'voucherId',
  'withdrawalId',
  'cells',
] as const

type LastLine = {
  id: number
  number: number
  copyId: number | null
  voucherId: number | null
  withdrawalId: number | null
  cells: string
  register: RegisterKind
  year: number
  seriesId: number | null
}
export type Subject = 'copyId' | 'voucherId' | 'withdrawalId'
const registerOf = { copyId: 'individual', voucherId: 'accessions', withdrawalId: 'withdrawals' } as const
export type Correction = {
  subject: Subject
  ids: readonly number[]
  /** New texts by column, from the cells as they stand. */
  patch: (cells: readonly string[], id: number) => Record<string, string>
  reason: string
  cause?: Cause
  /** Written even where no cell changes: the remark is the correction. */
  isAlways?: boolean
}

/**
 * The red line: for each copy, delivery or decision the line that holds now is written anew as it should be, and the
 * old one stays. It goes into the same book, or, when that year is closed, into the books of the first open year.
 */
export async function correctLines(
  db: Writer,
  { subject, ids, patch, reason, cause, isAlways = false }: Correction,
  today: string,
): Promise<void> {
  const register = registerOf[subject]
  const standing = await standingLines(db, subject, ids)
  const closed = await lastClosedYear(db)
  const t = await libraryWords(db)
  const lines = standing.flatMap((line): NewLine[] => {
    const cells = JSON.parse(line.cells) as string[]
    const changed = cells.slice()
    for (const [key, text] of Object.entries(patch(cells, line[subject] ?? 0)))
      changed[columnIndex(register, key)] = text
    if (!isAlways && changed.every((cell, index) => cell === cells[index])) return []
    const year = openYearFor(line.year, closed, today)
    changed[changed.length - 1] = remark(t, { line: line.number, lineYear: line.year, year, reason })
    const { copyId, voucherId, withdrawalId } = line
    return [
      {
        register,
        seriesId: line.seriesId,
        year,
        cells: changed,
        correctsId: line.id,
        copyId,
        voucherId,
        withdrawalId,
        ...cause,
      },
    ]
  })
  await insertLines(db, lines, today)
}

type Remark = { line: number; lineYear: number; year: number; reason: string }

function remark(t: TFunction, { line, lineYear, year, reason }: Remark): string {
  return year === lineYear
    ? t('registers.cells.corrects', { line, reason })
    : t('registers.cells.correctsEarlier', { line, year: lineYear, reason })
}

/** What a correction's last cell says: which line it puts right, and why. */
export async function remarkOf(db: Reader, said: Remark): Promise<string> {
  return remark(await libraryWords(db), said)
}

/** A correction stays in its year while that is open. */
export function openYearFor(year: number, closed: number, today: string): number {
  return year > closed ? year : Math.max(closed + 1, Number(today.slice(0, 4)))
}

/** The line of each that no other has put right. */
async function standingLines(db: Writer, subject: Subject, ids: readonly number[]): Promise<LastLine[]> {
  // CROSS JOIN keeps the order: without statistics, SQLite would read whole books.
  const { rows } = await sql<LastLine>`
    select line.id, line.number, line.copyId, line.voucherId, line.withdrawalId, line.cells,
      book.register, book.year, book.seriesId
    from json_each(${JSON.stringify(ids)}) as wanted
    cross join registerLine as line on line.${sql.ref(subject)} = wanted.value and line.${sql.ref(subject)} is not null
    join registerBook as book on book.id = line.bookId
    where book.register = ${registerOf[subject]} and book.mergerId is null
      and not exists (select 1 from registerLine as later where later.correctsId = line.id)
    order by line.id`.execute(db)
  return rows
}
