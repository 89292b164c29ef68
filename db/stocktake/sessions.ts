import { randomBytes } from 'node:crypto'
import { displayDate } from '../../shared/dates.ts'
import { uuidV7 } from '../../shared/ids.ts'
import type { Scope, StocktakeFields } from '../../shared/stocktake/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'
import { asSaved, isClosed, readStocktakes, requireStocktake } from './reading.ts'
import { isBackwards } from './scope.ts'

export const sessionQueries: Pick<QueriesOf<'stocktake'>, 'list' | 'stocktake'> = {
  async list({ state, cursor, limit }, { db, fail }) {
    const offset = readCursor(cursor, offsetCursor, fail) ?? 0
    const rows = await readStocktakes(db, { state, limit: limit + 1, offset })
    return { rows: rows.slice(0, limit), next: rows.length > limit ? String(offset + limit) : null }
  },

  stocktake: ({ id }, { db, fail }) => requireStocktake(db, id, fail),
}

export const sessionCommands: Pick<CommandsOf<'stocktake'>, 'add' | 'update' | 'remove'> = {
  async add(fields, { db, fail, now }) {
    await requireSound(db, { ...fields, id: 0 }, fail)
    const uuid = uuidV7(Date.parse(now), randomBytes(16))
    const { id } = await db
      .insertInto('stocktake')
      .values({ ...asRow(fields), uuid, state: 'planned', createdAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    return asSaved(db, id)
  },

  async update({ id, rev, ...fields }, { db, fail }) {
    const stocktake = await requireStocktake(db, id, fail)
    const { name, state } = stocktake
    if (isClosed(stocktake) || state === 'closing') fail('already_closed', { name })
    if (stocktake.rev !== rev) fail('stale', { id, rev: stocktake.rev })
    if (state !== 'planned' && scopeNames.some((part) => fields[part] !== stocktake[part]))
      fail('scope_fixed', { name })
    await requireSound(db, { ...fields, id }, fail)
    await db
      .updateTable('stocktake')
      .set({ ...asRow(fields), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return asSaved(db, id)
  },

  async remove({ id, rev }, { db, fail }) {
    const { state, name, rev: newest } = await requireStocktake(db, id, fail)
    if (state !== 'planned') fail('not_planned', { name })
    if (newest !== rev) fail('stale', { id, rev: newest })
    await db.deleteFrom('stocktake').where('id', '=', id).execute()
    return { id }
  },
}

const scopeNames = [
  'siteId',
  'storeId',
  'shelfFrom',
  'shelfTo',
  'callFrom',
  'callTo',
  'ddc',
  'material',
] as const satisfies (keyof Scope)[]

function asRow({ members, ...fields }: StocktakeFields) {
  return { ...fields, members: JSON.stringify(members) }
}

type Unsound = 'site_not_found' | 'store_not_found' | 'range_wrong' | 'days_wrong' | 'duplicate_name'

async function requireSound(
  db: Reader,
  fields: StocktakeFields & { id: number },
  fail: Fail<Unsound>,
): Promise<void> {
  const { siteId, storeId, plannedFrom, plannedTo, id, name } = fields
  if (siteId !== null) {
    const site = await db.selectFrom('site').select('id').where('id', '=', siteId).executeTakeFirst()
    if (!site) fail('site_not_found', { id: siteId })
  }
  if (storeId !== null) {
    const store = await db.selectFrom('store').select('siteId').where('id', '=', storeId).executeTakeFirst()
    if (!store || store.siteId !== siteId) fail('store_not_found', { id: storeId })
  }
  const backwards = isBackwards(fields)
  if (backwards) fail('range_wrong', backwards)
  if (plannedFrom !== null && plannedTo !== null && plannedTo < plannedFrom)
    fail('days_wrong', { from: displayDate(plannedFrom), to: displayDate(plannedTo) })
  const twin = await db
    .selectFrom('stocktake')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (twin) fail('duplicate_name', { id: twin.id, name })
}
