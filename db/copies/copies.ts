import { sql } from 'kysely'
import type { CopyFields, CopyStatus, Condition } from '../../shared/copies/contract.ts'
import type * as z from 'zod'
import type { Reader, Writer } from '../connection.ts'
import { sha256 } from '../hash.ts'
import { insertRows } from '../insert-rows.ts'

/** A copy as it is written: every column but the key. */
export type CopyRow = z.output<typeof CopyFields> & {
  titleId: number
  seriesId: number
  number: number
  accessionNumber: string
  siteId: number
  storeId: number | null
  status: CopyStatus
  condition: Condition
  voucherId: number
  accessionedOn: string
  withdrawnOn?: string | null
  withdrawalId?: number | null
  cancelledOn?: string | null
}

const rowColumns = [
  'titleId',
  'seriesId',
  'number',
  'accessionNumber',
  'siteId',
  'storeId',
  'status',
  'condition',
  'voucherId',
  'accessionedOn',
  'withdrawnOn',
  'withdrawalId',
  'cancelledOn',
  'priceMinor',
  'barcode',
  'shelf',
  'callNumber',
  'enumeration',
  'note',
] as const satisfies (keyof CopyRow)[]

/** Many copies; their keys follow one another in the order given. */
export async function insertCopies(db: Writer, rows: readonly CopyRow[]) {
  const values = rows.map((row) => rowColumns.map((column) => row[column] ?? null))
  await insertRows(db, 'copy', rowColumns, values)
  const { lastId } = await db
    .selectFrom('copy')
    .select((is) => is.fn.max('id').as('lastId'))
    .executeTakeFirstOrThrow()
  return {
    copies: rows.length,
    firstId: lastId - rows.length + 1,
    lastId,
    digest: sha256(JSON.stringify(values)),
  }
}

/** Hands the copies of one title to another, all of them or only those named; answers which they were. */
export async function moveToTitle(
  db: Writer,
  fromId: number,
  toId: number,
  onlyIds?: readonly number[],
): Promise<number[]> {
  const moved = await db
    .updateTable('copy')
    .set((is) => ({ titleId: toId, rev: is('rev', '+', 1) }))
    .where('titleId', '=', fromId)
    .$if(onlyIds !== undefined, (query) => query.where('id', 'in', idsIn(onlyIds ?? [])))
    .returning('id')
    .execute()
  return moved.map((row) => row.id).toSorted((a, b) => a - b)
}

/** How many copies a title has in stock today, and how many were ever entered, cancelled ones left out. */
export async function copyCounts(db: Reader, titleId: number): Promise<{ live: number; all: number }> {
  return db
    .selectFrom('copy')
    .select((is) => [
      is.fn.countAll<number>().as('all'),
      is.fn.countAll<number>().filterWhere('withdrawnOn', 'is', null).as('live'),
    ])
    .where('titleId', '=', titleId)
    .where('cancelledOn', 'is', null)
    .executeTakeFirstOrThrow()
}

/** A list of ids as one bound value, however long it is. */
export function idsIn(ids: readonly number[]) {
  return idsFrom(JSON.stringify(ids))
}

/** The same, written down already. */
export function idsFrom(json: string) {
  return sql<number>`(select value from json_each(${json}))`
}
