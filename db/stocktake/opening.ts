import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Reader, Writer } from '../connection.ts'
import type { JobHandler, QueriesOf } from '../context.ts'
import { requireStocktake } from './reading.ts'
import { copiesWithin, partsOf, type ScopeParts } from './scope.ts'

export const openingQueries: Pick<QueriesOf<'stocktake'>, 'previewOpening'> = {
  async previewOpening({ id }, { db, fail }) {
    const stocktake = await requireStocktake(db, id, fail)
    if (stocktake.state !== 'planned') fail('not_planned', { name: stocktake.name })
    const parts = await partsOf(db, stocktake)
    const others = await db
      .selectFrom('stocktake')
      .select(['id', 'name'])
      .where('state', 'in', ['open', 'paused'])
      .orderBy('id')
      .execute()
    const overlaps = []
    for (const { id: otherId, name } of others) {
      const copies = await countWithin(db, parts, otherId)
      if (copies > 0) overlaps.push({ id: otherId, name, copies })
    }
    return { expected: await countWithin(db, parts), overlaps }
  },
}

/** Copies that a scope means; of another stocktake's list only, where one is given. */
async function countWithin(db: Reader, parts: ScopeParts, alsoIn: number | null = null): Promise<number> {
  const isIn =
    alsoIn === null
      ? sql``
      : sql` and exists (select 1 from stocktakeItem as item where item.stocktakeId = ${alsoIn}
          and item.copyId = copy.id and item.isExpected = 1)`
  const { rows } = await sql<{ copies: number }>`
    select count(*) as copies from ${copiesWithin(parts)}${isIn}`.execute(db)
  return rows[0]?.copies ?? 0
}

type Opening = { id: number; parts: ScopeParts }

/** One piece and one transaction: the list is of one moment, and there as a whole or not at all. */
export const open: JobHandler<SpecOf<'stocktake.open'>, Opening> = {
  leavesRows: true,

  async run({ id }, { db, fail, write, progress }) {
    const stocktake = await requireStocktake(db, id, fail)
    if (stocktake.state !== 'planned') fail('not_planned', { name: stocktake.name })
    progress(0, null)
    const { siteId, storeId, shelfFrom, shelfTo, callFrom, callTo, ddc, material } = stocktake
    const scope = { siteId, storeId, shelfFrom, shelfTo, callFrom, callTo, ddc, material }
    await write({ id, parts: await partsOf(db, scope) })
    const { expected } = await requireStocktake(db, id, fail)
    return { expected: expected ?? 0 }
  },

  async apply({ id, parts }, { db, now, jobId }) {
    const begun = await db
      .updateTable('stocktake')
      .set((is) => ({ state: 'open', openedAt: now, jobId, rev: is('rev', '+', 1) }))
      .where('id', '=', id)
      .where('state', '=', 'planned')
      .returning('id')
      .executeTakeFirst()
    if (!begun) return { bulk: { id, expected: null } }
    const expected = await drawUp(db, id, parts)
    await sql`update stocktake set expected = ${expected},
      firstItemId = (select ifnull(max(id), 0) from stocktakeItem) - ${expected} + 1,
      lastCopyId = (select ifnull(max(id), 0) from copy),
      lastPastId = (select ifnull(max(id), 0) from copyPast) where id = ${id}`.execute(db)
    return { bulk: { id, expected } }
  },

  /** Only a run cut off between its one piece and its end comes here; nobody has scanned yet. */
  async takeBack({ db, jobId }) {
    const opened = await db
      .updateTable('stocktake')
      .set({ state: 'planned', openedAt: null, expected: null, firstItemId: null })
      .where('jobId', '=', jobId)
      .where('state', 'in', ['open', 'planned'])
      .where('id', 'not in', (is) => is.selectFrom('stocktakeScan').select('stocktakeId'))
      .returning('id')
      .executeTakeFirst()
    if (!opened) return false
    const { numAffectedRows } = await sql`
      delete from stocktakeItem where id in (
        select id from stocktakeItem where stocktakeId = ${opened.id} limit ${takenBackAtOnce})`.execute(db)
    return Number(numAffectedRows ?? 0) > 0
  },
}

const takenBackAtOnce = 20_000

/** In the order of the shelf, so that every list of them comes in that order by itself. */
async function drawUp(db: Writer, id: number, parts: ScopeParts): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into stocktakeItem (stocktakeId, copyId, code, isExpected, siteId, storeId, shelf, status)
    select ${id}, copy.id, '', 1, copy.siteId, copy.storeId, copy.shelf, copy.status
    from ${copiesWithin(parts)} order by title.shelfKey, title.id, copy.id`.execute(db)
  return Number(numAffectedRows ?? 0)
}
