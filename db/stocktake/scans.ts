import { sql, type RawBuilder } from 'kysely'
import type { ItemPlace, Scan } from '../../shared/stocktake/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { classesOfCopies, marksOf } from './class-sql.ts'
import { stateOfFile } from './moment.ts'
import { requireStocktake } from './reading.ts'

type Asked = Parameters<QueriesOf<'stocktake'>['scans']>[0]

/** Each scan by itself, newest first: who made it, when, where, and what came of it. */
export const scanQueries: Pick<QueriesOf<'stocktake'>, 'scans'> = {
  async scans(asked, { db, fail, actor, remembered }) {
    const { id, limit, offset } = asked
    await requireStocktake(db, id, fail)
    const where = conditionsOf(asked, actor?.userId ?? 0)
    const { rows: ids } = await sql<{ id: number }>`
      select scan.id from stocktakeScan as scan where ${where} order by scan.id desc
      limit ${limit} offset ${offset}`.execute(db)
    const key = `stocktake.scans ${JSON.stringify({ ...asked, limit: 0, offset: 0 })} ${actor?.userId} ${await stateOfFile(db)}`
    const count = await remembered(key, () => countWhere(db, where))
    return {
      rows: await readScans(
        db,
        id,
        ids.map((row) => row.id),
      ),
      total: { count, isExact: true },
    }
  },
}

const isLater = sql`exists (select 1 from stocktakeScan as first where first.stocktakeId = scan.stocktakeId
  and first.copyId is scan.copyId and (scan.copyId is not null or first.code = scan.code)
  and first.undoneAt is null and (first.at, first.key) < (scan.at, scan.key))`

function conditionsOf(
  { id, kind, isMine, userId, sourceId, copyId }: Asked,
  me: number,
): RawBuilder<unknown> {
  const kinds: Record<Asked['kind'], RawBuilder<unknown>> = {
    all: sql`1`,
    twice: sql`scan.undoneAt is null and ${isLater}`,
    repaired: sql`scan.repair not in ('none', 'number')`,
    undone: sql`scan.undoneAt is not null`,
    unknown: sql`scan.copyId is null and scan.undoneAt is null`,
  }
  return sql.join(
    [
      // The newest rows of the table are those of the stocktake that goes on: walked backwards, it needs no sorting.
      copyId === null
        ? sql`+scan.stocktakeId = ${id}`
        : sql`scan.stocktakeId = ${id} and scan.copyId = ${copyId}`,
      kinds[kind],
      ...(isMine ? [sql`scan.userId = ${me} and scan.sourceId is null`] : []),
      ...(userId === null ? [] : [sql`scan.userId = ${userId} and scan.sourceId is null`]),
      ...(sourceId === null ? [] : [sql`scan.sourceId = ${sourceId}`]),
    ],
    sql` and `,
  )
}

async function countWhere(db: Reader, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from stocktakeScan as scan where ${where}`.execute(db)
  return rows[0]?.count ?? 0
}

type Row = Omit<Scan, 'place' | 'class'> &
  Pick<ItemPlace, 'siteId' | 'siteName' | 'storeId' | 'storeName' | 'shelf'> & {
    isLater: number
    isUndone: number
  }

async function readScans(db: Reader, stocktakeId: number, ids: readonly number[]): Promise<Scan[]> {
  const { rows } = await sql<Row>`
    select scan.id, scan.code, scan.reading, scan.repair, scan.copyId, scan.at, scan.sourceId,
      ifnull(copy.accessionNumber, '') as accessionNumber, ifnull(title.title, '') as title,
      ifnull(user.name, '') as by,
      ifnull(iif(source.label = '', source.fileName, source.label), '') as source,
      site.id as siteId, ifnull(site.name, '') as siteName, store.id as storeId, ifnull(store.name, '') as storeName,
      scan.shelf, scan.undoneAt is not null as isUndone, ${isLater} as isLater
    from json_each(${JSON.stringify(ids)}) as wanted
    cross join stocktakeScan as scan on scan.id = wanted.value
    left join copy on copy.id = scan.copyId
    left join title on title.id = copy.titleId
    left join user on user.id = scan.userId
    left join stocktakeSource as source on source.id = scan.sourceId
    left join site on site.id = scan.siteId
    left join store on store.id = scan.storeId
    order by wanted.key`.execute(db)
  const copyIds = rows.flatMap(({ copyId }) => (copyId === null ? [] : [copyId]))
  const classes = await classesOfCopies(db, await marksOf(db, stocktakeId), copyIds)
  return rows.map(({ siteId, siteName, storeId, storeName, shelf, isLater: later, isUndone, ...scan }) => ({
    ...scan,
    place: { siteId, siteName, storeId, storeName, shelf },
    class: isUndone ? 'undone' : later ? 'twice' : (classes.get(scan.copyId ?? 0) ?? 'unknown'),
  }))
}
