import type { CommandsOf, QueriesOf } from '../context.ts'
import { requireStocktake } from './reading.ts'

export const sourceQueries: Pick<QueriesOf<'stocktake'>, 'sources' | 'places'> = {
  async sources({ id }, { db, fail }) {
    await requireStocktake(db, id, fail)
    const rows = await db
      .selectFrom('stocktakeSource as source')
      .leftJoin('user', 'user.id', 'source.userId')
      .select(['source.id', 'kind', 'fileName', 'label', 'lines', 'added', 'known', 'doubles', 'unknown'])
      .select(['takenFrom', 'mergedAt', 'takenOutAt', 'user.name as by'])
      .where('stocktakeId', '=', id)
      .orderBy('source.id', 'desc')
      .execute()
    return rows.map(({ by, ...row }) => ({ ...row, by: by ?? '' }))
  },

  async places({ id }, { db, fail }) {
    const { siteId, storeId } = await requireStocktake(db, id, fail)
    const stores = await db
      .selectFrom('site')
      .leftJoin('store', (join) =>
        join.onRef('store.siteId', '=', 'site.id').on('store.closedOn', 'is', null),
      )
      .select([
        'site.id as siteId',
        'site.name as siteName',
        'store.id as storeId',
        'store.name as storeName',
      ])
      .where('site.closedOn', 'is', null)
      .$if(siteId !== null, (query) => query.where('site.id', '=', siteId ?? 0))
      .$if(storeId !== null, (query) => query.where('store.id', '=', storeId ?? 0))
      .orderBy('site.id')
      .orderBy('store.id')
      .execute()
    const shelves = await db
      .selectFrom('copy')
      .select('shelf')
      .distinct()
      .where('shelf', '!=', '')
      .where('withdrawnOn', 'is', null)
      .where('cancelledOn', 'is', null)
      .$if(siteId !== null, (query) => query.where('siteId', '=', siteId ?? 0))
      .$if(storeId !== null, (query) => query.where('storeId', '=', storeId ?? 0))
      .orderBy('shelf')
      .limit(mostShelves)
      .execute()
    return {
      stores: stores.map((each) => ({ ...each, storeName: each.storeName ?? '' })),
      shelves: shelves.map(({ shelf }) => shelf),
    }
  },
}

const mostShelves = 2000

export const sourceCommands: Pick<CommandsOf<'stocktake'>, 'takeOutSource'> = {
  async takeOutSource({ sourceId }, { db, fail, now }) {
    const source = await db
      .selectFrom('stocktakeSource')
      .select(['stocktakeId', 'fileName', 'takenOutAt'])
      .where('id', '=', sourceId)
      .executeTakeFirst()
    if (!source) return fail('source_not_found', { id: sourceId })
    const { stocktakeId, fileName, takenOutAt } = source
    if (takenOutAt !== null) fail('source_taken_out', { name: fileName })
    const { state, name } = await db
      .selectFrom('stocktake')
      .select(['state', 'name'])
      .where('id', '=', stocktakeId)
      .executeTakeFirstOrThrow()
    if (state !== 'open') fail('not_open', { name, state })
    const { numDeletedRows } = await db
      .deleteFrom('stocktakeScan')
      .where('sourceId', '=', sourceId)
      .executeTakeFirstOrThrow()
    await db.updateTable('stocktakeSource').set({ takenOutAt: now }).where('id', '=', sourceId).execute()
    return { scans: Number(numDeletedRows) }
  },
}
