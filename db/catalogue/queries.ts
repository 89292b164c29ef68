import * as z from 'zod'
import { TitleRow } from '../../shared/catalogue/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import { rankedIds } from './search.ts'
import { titleColumns } from './titles.ts'

const rowColumns = TitleRow.keyof().options

export const queries: QueriesOf<'catalogue'> = {
  async search({ text, cursor, limit }, { db, fail }) {
    if (text.trim() === '') return browse(db, readCursor(cursor, SortPlace, fail), limit)
    const { ids, isExact } = await rankedIds(db, text)
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const rows = await rowsInOrder(db, ids.slice(from, from + limit))
    const next = from + limit < ids.length ? String(from + limit) : null
    return { rows, next, total: { count: ids.length, isExact } }
  },

  async title({ id }, { db, fail }) {
    const title = await db.selectFrom('title').select(titleColumns).where('id', '=', id).executeTakeFirst()
    return title ?? fail('title_not_found', { id })
  },
}

const SortPlace = z.tuple([z.string(), z.int()])

/** The whole catalogue in Vietnamese alphabetical order; the cursor is the last row's place in it. */
async function browse(db: Reader, after: [string, number] | null, limit: number) {
  const page = await db
    .selectFrom('title')
    .select([...rowColumns, 'sortKey'])
    .where('removedOn', 'is', null)
    .$if(after !== null, (query) =>
      query.where((is) => is(is.refTuple('sortKey', 'id'), '>', is.tuple(after?.[0] ?? '', after?.[1] ?? 0))),
    )
    .orderBy('sortKey')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const last = page[limit - 1]
  const next = page.length > limit && last ? JSON.stringify([last.sortKey, last.id]) : null
  const { count } = await db
    .selectFrom('title')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('removedOn', 'is', null)
    .executeTakeFirstOrThrow()
  const rows = page.slice(0, limit).map(({ sortKey: _, ...row }) => row)
  return { rows, next, total: { count, isExact: true } }
}

async function rowsInOrder(db: Reader, ids: readonly number[]): Promise<TitleRow[]> {
  const rows = await db.selectFrom('title').select(rowColumns).where('id', 'in', ids).execute()
  const rowById = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => rowById.get(id) ?? [])
}
