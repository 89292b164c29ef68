import { sql, type ExpressionBuilder } from 'kysely'
import type { Json } from '../../shared/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import type { Schema } from '../schema.generated.ts'
import { idCursor, readCursor } from '../cursor.ts'
import { splitRowHashes } from './append.ts'

export const queries: QueriesOf<'journal'> = {
  async list({ from, to, userId, operation, cursor, limit }, { db, fail }) {
    const before = readCursor(cursor, idCursor, fail)
    const page = await entries(db)
      .$if(before !== null, (query) => query.where('journalCommand.id', '<', before))
      .$if(from !== null, (query) => query.where('journalCommand.at', '>=', dayStart(from ?? '')))
      .$if(to !== null, (query) => query.where('journalCommand.at', '<', dayStart(to ?? '', 1)))
      .$if(userId !== null, (query) => query.where('journalCommand.userId', '=', userId))
      .$if(operation !== null, (query) => query.where('journalCommand.operation', '=', operation))
      .orderBy('journalCommand.id', 'desc')
      .limit(limit + 1)
      .execute()
    const rows = page.slice(0, limit).map(shownEntry)
    return { rows, next: page.length > limit ? String(rows.at(-1)?.id) : null }
  },

  async entry({ id }, { db, fail }) {
    const entry = await entries(db).where('journalCommand.id', '=', id).executeTakeFirst()
    if (!entry) return fail('entry_not_found', { id })
    const rows = await db
      .selectFrom('journalRow')
      .select(['id', 'tableName', 'rowId', 'action', 'before', 'after'])
      .where('commandId', '=', id)
      .orderBy('id')
      .limit(1000)
      .execute()
    return { ...shownEntry(entry), rows: rows.map(shownRow) }
  },

  async ofRecord({ of, cursor, limit }, { db, fail }) {
    const before = readCursor(cursor, idCursor, fail)
    const page = await db
      .selectFrom('journalRow')
      .innerJoin('journalCommand', 'journalCommand.id', 'journalRow.commandId')
      .leftJoin('user', 'user.id', 'journalCommand.userId')
      .select(['journalRow.id', 'commandId', 'tableName', 'rowId', 'action', 'before', 'after'])
      .select(['journalCommand.at', 'journalCommand.operation', 'user.name as userName'])
      .where((is) => is.or(of.map((name) => is.and(name))))
      .$if(before !== null, (query) => query.where('journalRow.id', '<', before))
      .orderBy('journalRow.id', 'desc')
      .limit(limit + 1)
      .execute()
    const rows = page.slice(0, limit).map(shownRow)
    return { rows, next: page.length > limit ? String(rows.at(-1)?.id) : null }
  },
}

/** Who signs in is nobody yet when the entry is opened; its row tells. */
function signedInName(is: ExpressionBuilder<Schema, 'journalCommand'>) {
  return is
    .selectFrom('journalRow')
    .innerJoin('user as person', (join) =>
      join.on('person.id', '=', sql<number>`"journalRow"."after" ->> 'userId'`),
    )
    .select('person.name')
    .whereRef('journalRow.commandId', '=', 'journalCommand.id')
    .where('journalRow.tableName', '=', 'signIn')
    .limit(1)
}

function entries(db: Reader) {
  return db
    .selectFrom('journalCommand')
    .innerJoin('journalChain', 'journalChain.id', 'journalCommand.id')
    .leftJoin('user', 'user.id', 'journalCommand.userId')
    .select(['journalCommand.id', 'journalCommand.at', 'journalCommand.operation', 'journalCommand.isBulk'])
    .select(['journalChain.rowHashes', 'journalChain.hash', 'journalChain.refused'])
    .select((is) => is.fn.coalesce('user.name', signedInName(is)).as('userName'))
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>

function shownEntry({ rowHashes, isBulk, ...entry }: EntryRow) {
  return { ...entry, rowCount: splitRowHashes(rowHashes).length, isBulk: isBulk === 1 }
}

type Image = Record<string, Json> | null

function shownRow<Row extends { before: string | null; after: string | null }>(row: Row) {
  return { ...row, before: image(row.before), after: image(row.after) }
}

function image(text: string | null): Image {
  return text === null ? null : (JSON.parse(text) as Image)
}

/** The instant at which a day begins in Viet Nam. */
function dayStart(day: string, plusDays = 0): string {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + plusDays * 86_400_000).toISOString()
}
