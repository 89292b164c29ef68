import { createHash } from 'node:crypto'
import { sql, type SqlBool } from 'kysely'
import { bookNumber, columnIndex, readBookNumber, signedNumber } from '../../shared/registers/rules.ts'
import { displayDate } from '../../shared/dates.ts'
import { lastClosedYear } from '../closed-year.ts'
import type { Reader, Writer } from '../connection.ts'
import { insertLines } from './lines.ts'
import { openingLeftOn } from '../stock/index.ts'
import { libraryWords } from '../words.ts'

export type YearFigures = {
  broughtForward: number
  broughtForwardTitles: number
  /** What facts of closed years became known since: withdrawals taken back, copies cancelled, old stock registered. */
  adjusted: number
  cameIn: number
  wentOut: number
  held: number
  heldTitles: number
}

/**
 * The year as part III balances it: held = brought forward + adjusted + came in − went out. A sealed year stays as it
 * was closed, so its end is brought forward and what differs by now is the adjustment. Before the first sealed year,
 * what came in by opening vouchers or stands in the opening balance was there already and is brought forward.
 */
export async function figuresOf(db: Reader, year: number): Promise<YearFigures> {
  const counted = await countedOf(db, year)
  const sealed = await sealedBefore(db, year)
  if (!sealed) return counted
  const { titles, copies } = sealed
  const adjusted = counted.broughtForward - copies
  return { ...counted, broughtForward: copies, broughtForwardTitles: titles, adjusted }
}

async function countedOf(db: Reader, year: number): Promise<YearFigures> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const { rows } = await sql<
    Omit<YearFigures, 'broughtForward' | 'broughtForwardTitles' | 'adjusted'> & { before: number }
  >`
    with counted as (
      select titleId, voucherId, accessionedOn, withdrawnOn from copy
      where cancelledOn is null and accessionedOn <= ${last}),
    entry as (
      select titleId, accessionedOn >= ${first} and isOpening = 0 as isNew,
        withdrawnOn between ${first} and ${last} as isOut,
        withdrawnOn is null or withdrawnOn > ${last} as isHeld
      from counted join voucher on voucher.id = voucherId
      where withdrawnOn is null or withdrawnOn >= ${first})
    select ifnull(sum(isNew), 0) as cameIn, ifnull(sum(isOut), 0) as wentOut, ifnull(sum(isHeld), 0) as held,
      count(distinct iif(isHeld, titleId, null)) as heldTitles,
      count(distinct iif(isNew, null, titleId)) as before
    from entry`.execute(db)
  const { cameIn = 0, wentOut = 0, held = 0, heldTitles = 0, before = 0 } = rows[0] ?? {}
  const left = await openingLeftOn(db, last)
  return {
    broughtForward: held + left.copies - cameIn + wentOut,
    broughtForwardTitles: before + left.titles,
    adjusted: 0,
    cameIn,
    wentOut,
    held: held + left.copies,
    heldTitles: heldTitles + left.titles,
  }
}

/**
 * What the sealed year before closed with, as its line stands now. While another year is open in between, its end is
 * not known yet.
 */
async function sealedBefore(db: Reader, year: number): Promise<{ titles: number; copies: number } | null> {
  if ((await earlierOpenYear(db, year)) !== null) return null
  const { rows } = await sql<{ cells: string }>`
    with recursive standing(id) as (
      select max(line.id) from registerLine as line join registerBook as book on book.id = line.bookId
      where register = 'stock' and kind = 'entry' and closedAt is not null and mergerId is null and year = (
        select max(year) from registerBook
        where register = 'stock' and closedAt is not null and mergerId is null and year < ${year})
      union all
      select later.id from standing join registerLine as later on later.correctsId = standing.id)
    select cells from registerLine where id = (select max(id) from standing)`.execute(db)
  const [line] = rows
  if (!line) return null
  const cells = JSON.parse(line.cells) as string[]
  const cell = (key: string) => readBookNumber(cells[columnIndex('stock', key)] ?? '') ?? 0
  return { titles: cell('heldTitles'), copies: cell('heldCopies') }
}

/** Deliveries of the year that would lack their line: those without a copy have nothing to write. */
export async function openVouchers(db: Reader, year: number): Promise<{ id: number; number: string }[]> {
  return db
    .selectFrom('voucher')
    .select(['id', 'number'])
    .where('receivedOn', '>=', `${year}-01-01`)
    .where('receivedOn', '<=', `${year}-12-31`)
    .where('completedOn', 'is', null)
    .where(hasCopies)
    .orderBy('receivedOn')
    .orderBy('id')
    .execute()
}

const hasCopies = sql<SqlBool>`exists (
  select 1 from copy where copy.voucherId = voucher.id and copy.cancelledOn is null)`

/** The first year before this one that still takes lines and has some, or waits for a delivery. */
export async function earlierOpenYear(db: Reader, year: number): Promise<number | null> {
  const closed = await lastClosedYear(db)
  const { rows } = await sql<{ year: number | null }>`select min(year) as year from (
    select year from registerBook where closedAt is null and mergerId is null
    union all select cast(substr(receivedOn, 1, 4) as integer) from voucher
      where completedOn is null and isOpening = 0 and ${hasCopies})
    where year > ${closed} and year < ${year}`.execute(db)
  return rows[0]?.year ?? null
}

export async function writeThirdPart(db: Writer, year: number, today: string): Promise<void> {
  const figures = await figuresOf(db, year)
  const t = await libraryWords(db)
  const cells = [
    displayDate(`${year}-12-31`),
    bookNumber(figures.broughtForwardTitles),
    bookNumber(figures.broughtForward),
    signedNumber(figures.adjusted),
    ...[figures.cameIn, figures.wentOut, figures.heldTitles, figures.held].map(bookNumber),
    t('registers.cells.closing', { year }),
  ]
  await insertLines(db, [{ register: 'stock', year, seriesId: null, cells }], today)
}

/** Seals every book of the year, each with a hash over all its lines. */
export async function sealBooks(db: Writer, year: number, now: string) {
  const books = await db
    .selectFrom('registerBook')
    .select('id')
    .where('year', '=', year)
    .where('closedAt', 'is', null)
    .where('mergerId', 'is', null)
    .execute()
  let lines = 0
  for (const { id } of books) {
    const sealed = await hashOf(db, id)
    lines += sealed.lines
    await db
      .updateTable('registerBook')
      .set({ closedAt: now, hash: sealed.hash })
      .where('id', '=', id)
      .execute()
  }
  return { books: books.length, lines }
}

const hashedAtOnce = 5000

/** Over what a reader of the book sees: each line's number, kind, the line it corrects, day and cells. */
export async function hashOf(db: Reader, bookId: number): Promise<{ hash: string; lines: number }> {
  const hash = createHash('sha256')
  let [lines, last] = [0, 0]
  for (;;) {
    const { rows } = await sql<{ number: number; text: string }>`
      select number, json_array(number, kind, correctsId, writtenOn, json(cells)) as text from registerLine
      where bookId = ${bookId} and number > ${last} order by number limit ${hashedAtOnce}`.execute(db)
    for (const { text } of rows) hash.update(`${text}\n`)
    lines += rows.length
    last = rows.at(-1)?.number ?? last
    if (rows.length < hashedAtOnce) return { hash: hash.digest('hex'), lines }
  }
}
