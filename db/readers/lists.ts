import { sql } from 'kysely'
import * as z from 'zod'
import { fold, words } from '../../shared/fold.ts'
import { standingOf } from '../../shared/readers/lending.ts'
import type { LoanFilters, LoanRow, ReaderFilters, ReaderRow } from '../../shared/readers/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { readCursor } from '../cursor.ts'
import { loanRows } from './loan-rows.ts'
import { deskReader, requireReader } from './reading.ts'

const place = z.tuple([z.string(), z.int()])

type Row = Omit<ReaderRow, 'standing'> & {
  sortKey: string
  suspendedOn: string | null
  suspendedUntil: string | null
}

type ListQueries = Pick<QueriesOf<'readers'>, 'list' | 'reader' | 'deskReader' | 'loans'>
type Place = z.output<typeof place>
type Start = { after: Place; limit: number; today: string }
/** So many rows from a place on, and the place after which the next ones come. */
type Piece<Shown> = { rows: Shown[]; next: Place | null }

const beginning: Place = ['', 0]

export const listQueries: ListQueries = {
  async list({ cursor, limit, ...filters }, { db, fail, today }) {
    const after = readCursor(cursor, place, fail) ?? beginning
    const { rows, next } = await readersFrom(db, filters, { after, limit, today })
    return { rows, next: next && JSON.stringify(next) }
  },

  reader: ({ id }, { db, fail, today }) => requireReader(db, { id, today }, fail),

  deskReader: ({ id }, { db, fail, today }) => deskReader(db, { id, today }, fail),

  async loans({ cursor, limit, ...filters }, { db, fail, today }) {
    const after = readCursor(cursor, place, fail) ?? beginning
    const { rows, next } = await loansFrom(db, filters, { after, limit, today })
    return { rows, next: next && JSON.stringify(next) }
  },
}

const readAtOnce = 500

/** A whole list, piece by piece. */
export async function* piecesOf<Filters, Shown>(
  piece: (db: Reader, filters: Filters, start: Start) => Promise<Piece<Shown>>,
  { db, filters, today }: { db: Reader; filters: Filters; today: string },
): AsyncGenerator<Shown[]> {
  for (let after: Place | null = beginning; after !== null;) {
    const { rows, next }: Piece<Shown> = await piece(db, filters, { after, limit: readAtOnce, today })
    yield rows
    after = next
  }
}

/** By name. */
export async function readersFrom(
  db: Reader,
  filters: ReaderFilters,
  { after, limit, today }: Start,
): Promise<Piece<ReaderRow>> {
  const rows = await readersAfter(db, { ...filters, after, limit: limit + 1, today })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ sortKey: _, suspendedOn, suspendedUntil, ...row }) => ({
      ...row,
      standing: standingOf({ expiresOn: row.expiresOn, suspendedOn, suspendedUntil }, today),
    })),
    next: rows.length > limit && last ? [last.sortKey, last.id] : null,
  }
}

/** Open ones by the day they are due; ended ones from the newest back. */
export async function loansFrom(
  db: Reader,
  { state, readerId, siteId }: LoanFilters,
  { after, limit, today }: Start,
): Promise<Piece<LoanRow>> {
  const own = readerId === null ? sql`` : sql`and readerId = ${readerId}`
  const here = siteId === null ? sql`` : sql`and siteId = ${siteId}`
  const isOpen = sql`returnedOn is null and lostOn is null`
  const isEnded = state === 'returned' || state === 'lost'
  const chosen = isEnded
    ? sql`select id from loan where ${state === 'lost' ? sql`lostOn is not null` : sql`returnedOn is not null`}
        ${own} ${here} ${after[1] === 0 ? sql`` : sql`and id < ${after[1]}`} order by id desc limit ${limit + 1}`
    : sql`select id from loan where ${isOpen} ${own} ${here} ${state === 'overdue' ? sql`and dueOn < ${today}` : sql``}
        and (dueOn, id) > (${after[0]}, ${after[1]}) order by dueOn, id limit ${limit + 1}`
  const rows = await loanRows(db, chosen, today)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? [last.dueOn, last.id] : null }
}

type Asked = ReaderFilters & Start

/** A number of a card is looked up by its index; words are looked for in the index of names alone. */
async function readersAfter(db: Reader, asked: Asked): Promise<Row[]> {
  const { text, groupId, standing, after, limit, today } = asked
  const wanted = words(fold(text)).map((word) => sql`reader.folded like ${`%${word}%`}`)
  const byCard = text.trim() === '' ? null : text.trim().toUpperCase()
  const isNamed = wanted.length > 0 ? sql`(${sql.join(wanted, sql` and `)})` : sql`true`
  const isMeant = byCard
    ? sql`(${isNamed} or reader.id in (select readerId from readerCard where number = ${byCard}))`
    : isNamed
  const isSuspended = sql`(suspendedOn is not null and (suspendedUntil is null or suspendedUntil >= ${today}))`
  const stands = {
    none: sql`and card.id is null`,
    suspended: sql`and card.id is not null and ${isSuspended}`,
    expired: sql`and card.expiresOn < ${today} and not ${isSuspended}`,
    valid: sql`and card.expiresOn >= ${today} and not ${isSuspended}`,
  }
  const { rows } = await sql<Row>`
    select reader.id, reader.sortKey, reader.name, reader.groupId, reader.unit, reader.suspendedOn,
      reader.suspendedUntil, card.number as cardNumber, card.expiresOn,
      (select count(*) from loan where readerId = reader.id and returnedOn is null and lostOn is null) as openLoans,
      (select count(*) from loan where readerId = reader.id and returnedOn is null and lostOn is null
        and dueOn < ${today}) as overdue
    from reader left join readerCard as card on card.id = (
      select id from readerCard where readerId = reader.id and endedOn is null order by id desc limit 1)
    where (reader.sortKey, reader.id) > (${after[0]}, ${after[1]}) and ${isMeant}
      ${groupId === null ? sql`` : sql`and reader.groupId = ${groupId}`} ${standing === null ? sql`` : stands[standing]}
    order by reader.sortKey, reader.id limit ${limit}`.execute(db)
  return rows
}
