import { sql, type RawBuilder } from 'kysely'
import type { ItemFilters, Stocktake } from '../../shared/stocktake/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { copiesNamed } from '../copies/index.ts'
import type { Remember } from '../memory.ts'
import {
  classesOfCopies,
  classOfItem,
  expectedItems,
  marksOf,
  otherRows,
  tellingScan,
  tellingScanOfOther,
} from './class-sql.ts'
import { readItems, type ItemKey } from './item-rows.ts'
import { stateOfFile } from './moment.ts'
import { isClosed, requireStocktake } from './reading.ts'

export const itemQueries: Pick<QueriesOf<'stocktake'>, 'items' | 'item'> = {
  async items({ id, filters, limit, offset }, { db, fail, remembered }) {
    const stocktake = await requireStocktake(db, id, fail)
    const list = await itemList(db, stocktake, filters)
    const keys = await list.keys(limit, offset)
    const count = await countOf(db, { list, stocktake, filters }, remembered)
    return { rows: await readItems(db, keys), total: { count, isExact: true } }
  },

  async item({ id }, { db, fail }) {
    const row = await db
      .selectFrom('stocktakeItem')
      .innerJoin('stocktake', 'stocktake.id', 'stocktakeItem.stocktakeId')
      .select(['stocktakeId', 'copyId', 'code', 'scanId', 'class', 'stocktake.state', 'stocktake.name'])
      .where('stocktakeItem.id', '=', id)
      .executeTakeFirst()
    if (!row) return fail('item_not_found', { id })
    const { stocktakeId, copyId, code, scanId, name } = row
    const live = isClosed(row)
      ? null
      : await classesOfCopies(db, await marksOf(db, stocktakeId), [copyId ?? 0])
    const found = live?.get(copyId ?? 0) ?? row.class ?? 'missing'
    const [item] = await readItems(db, [{ itemId: id, copyId, code, scanId, class: found }])
    return item ? { ...item, stocktakeId, stocktakeName: name } : fail('item_not_found', { id })
  },
}

/** A list that is known by what narrows it, and read page by page. */
export type ItemList = {
  keys: (limit: number, offset: number) => Promise<ItemKey[]>
  count: () => Promise<number>
}

/** A closed stocktake has its classes written down; of any other they are worked out as it stands. */
export async function itemList(db: Reader, stocktake: Stocktake, filters: ItemFilters): Promise<ItemList> {
  const { text } = filters
  const named = text.trim() === '' ? null : await copiesNamed(db, text)
  const rows = isClosed(stocktake)
    ? writtenRows(stocktake.id, filters, named)
    : await liveRows(db, stocktake.id, { filters, named })
  return {
    async keys(limit, offset) {
      const { rows: keys } = await sql<ItemKey>`
        select itemId, copyId, code, class, scanId from (${rows.page(limit, offset)})`.execute(db)
      return keys
    },
    async count() {
      const { rows: counted } = await sql<{ count: number }>`select ${rows.count} as count`.execute(db)
      return counted[0]?.count ?? 0
    },
  }
}

type Rows = { page: (limit: number, offset: number) => RawBuilder<unknown>; count: RawBuilder<unknown> }

function writtenRows(id: number, filters: ItemFilters, named: RawBuilder<unknown> | null): Rows {
  const { status, isSettled, text } = filters
  const conditions = [
    sql`item.stocktakeId = ${id} and item.class = ${filters.class}`,
    ...placeConditions('item', filters),
    ...(status === null ? [] : [sql`item.status = ${status}`]),
    ...(isSettled === null ? [] : [isSettled ? sql`item.settled is not null` : sql`item.settled is null`]),
    ...(named === null
      ? []
      : [sql`(item.copyId in (select copy.id from copy where ${named}) or ${beginsWith('item', text)})`]),
  ]
  const from = sql`from stocktakeItem as item where ${sql.join(conditions, sql` and `)}`
  return {
    page: (limit, offset) => sql`select item.id as itemId, item.copyId, item.code, item.class, item.scanId
      ${from} order by item.id limit ${limit} offset ${offset}`,
    count: sql`(select count(*) ${from})`,
  }
}

function beginsWith(table: 'item' | 'other', text: string): RawBuilder<unknown> {
  const code = sql.ref(`${table}.code`)
  return sql`(${code} != '' and instr(upper(${code}), upper(${text.trim()})) = 1)`
}

type Live = { filters: ItemFilters; named: RawBuilder<unknown> | null }

/** What was expected first, in the order of the shelf; what was only seen after it. */
async function liveRows(db: Reader, id: number, { filters, named }: Live): Promise<Rows> {
  const marks = await marksOf(db, id)
  const expected = sql`from ${expectedItems(marks)} ${andItem(filters, named)}
    and (${classOfItem}) = ${filters.class}`
  const others = sql`from (${otherRows(marks)}) as other left join copy on copy.id = other.copyId
    left join stocktakeScan as telling on telling.id = ${tellingScanOfOther(marks)}
    where other.class = ${filters.class} ${andOther(filters, named)}`
  // Settling is for closed ones: here nothing is settled yet.
  const none = filters.isSettled === true ? sql`and 0` : sql``
  return {
    page: (limit, offset) => sql`
      select item.id as itemId, item.copyId, '' as code, ${filters.class} as class, ${tellingScan} as scanId
      from (select item.id ${expected} ${none} order by item.id) as page
      cross join stocktakeItem as item on item.id = page.id
      cross join copy on copy.id = item.copyId
      union all
      select null, other.copyId, other.code, other.class, telling.id ${others} ${none}
      limit ${limit} offset ${offset}`,
    count: sql`((select count(*) ${expected} ${none}) + (select count(*) ${others} ${none}))`,
  }
}

function placeConditions(table: 'item' | 'telling', { siteId, storeId }: ItemFilters): RawBuilder<unknown>[] {
  const at = sql.ref(table)
  return [
    ...(siteId === null ? [] : [sql`${at}.siteId = ${siteId}`]),
    ...(storeId === null
      ? []
      : [storeId === 0 ? sql`${at}.storeId is null` : sql`${at}.storeId = ${storeId}`]),
  ]
}

function andItem(filters: ItemFilters, named: RawBuilder<unknown> | null) {
  const { status } = filters
  return sql`
    ${sql.join([sql``, ...placeConditions('item', filters)], sql` and `)}
    ${status === null ? sql`` : sql`and item.status = ${status}`}
    ${named === null ? sql`` : sql`and ${named}`}`
}

function andOther(filters: ItemFilters, named: RawBuilder<unknown> | null) {
  const { status, text } = filters
  return sql`
    ${sql.join([sql``, ...placeConditions('telling', filters)], sql` and `)}
    ${status === null ? sql`` : sql`and copy.status = ${status}`}
    ${named === null ? sql`` : sql`and (${named} or ${beginsWith('other', text)})`}`
}

type Counted = { list: ItemList; stocktake: Stocktake; filters: ItemFilters }

/** Counting looks at every copy of an open stocktake; the answer holds while nothing is written. */
async function countOf(
  db: Reader,
  { list, stocktake, filters }: Counted,
  remembered: Remember,
): Promise<number> {
  const key = `stocktake.items ${stocktake.id} ${JSON.stringify(filters)} ${await stateOfFile(db)}`
  return remembered(key, () => list.count())
}
