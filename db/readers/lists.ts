import { sql } from 'kysely'
import * as z from 'zod'
import { fold, words } from '../../shared/fold.ts'
import { standingOf } from '../../shared/readers/lending.ts'
import type { ReaderRow } from '../../shared/readers/contract.ts'
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

export const listQueries: ListQueries = {
  async list({ text, groupId, standing, cursor, limit }, { db, fail, today }) {
    const after = readCursor(cursor, place, fail) ?? (['', 0] as const)
    const rows = await readersAfter(db, { text, groupId, standing, after, limit: limit + 1, today })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: shown.map(({ sortKey: _, suspendedOn, suspendedUntil, ...row }) => ({
        ...row,
        standing: standingOf({ expiresOn: row.expiresOn, suspendedOn, suspendedUntil }, today),
      })),
      next: rows.length > limit && last ? JSON.stringify([last.sortKey, last.id]) : null,
    }
  },

  reader: ({ id }, { db, fail, today }) => requireReader(db, { id, today }, fail),

  deskReader: ({ id }, { db, fail, today }) => deskReader(db, { id, today }, fail),

  async loans({ state, readerId, siteId, cursor, limit }, { db, fail, today }) {
    const after = readCursor(cursor, place, fail) ?? (['', 0] as const)
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
    return { rows: shown, next: rows.length > limit && last ? JSON.stringify([last.dueOn, last.id]) : null }
  },
}

type Asked = {
  text: string
  groupId: number | null
  standing: string | null
  after: readonly [string, number]
  limit: number
  today: string
}

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
  }[standing ?? '']
  const { rows } = await sql<Row>`
    select reader.id, reader.sortKey, reader.name, reader.groupId, reader.unit, reader.suspendedOn,
      reader.suspendedUntil, card.number as cardNumber, card.expiresOn,
      (select count(*) from loan where readerId = reader.id and returnedOn is null and lostOn is null) as openLoans,
      (select count(*) from loan where readerId = reader.id and returnedOn is null and lostOn is null
        and dueOn < ${today}) as overdue
    from reader left join readerCard as card on card.id = (
      select id from readerCard where readerId = reader.id and endedOn is null order by id desc limit 1)
    where (reader.sortKey, reader.id) > (${after[0]}, ${after[1]}) and ${isMeant}
      ${groupId === null ? sql`` : sql`and reader.groupId = ${groupId}`} ${stands ?? sql``}
    order by reader.sortKey, reader.id limit ${limit}`.execute(db)
  return rows
}
