import { sql } from 'kysely'
import type { ClassCounts, ItemClass, ScanCounts, Stocktake } from '../../shared/stocktake/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import {
  classOfItem,
  expectedItems,
  marksOf,
  otherRows,
  tellingScanOfOther,
  type Marks,
} from './class-sql.ts'
import { stateOfFile } from './moment.ts'
import { isClosed, requireStocktake } from './reading.ts'

export const progressQueries: Pick<QueriesOf<'stocktake'>, 'progress'> = {
  async progress({ id }, { db, fail, remembered }) {
    const stocktake = await requireStocktake(db, id, fail)
    return remembered(`stocktake.progress ${id} ${await stateOfFile(db)}`, async () => {
      const { cells, scans } = await tallyOf(db, stocktake)
      return {
        classes: summed(cells),
        scans,
        places: await placesOf(db, cells),
        people: await peopleOf(db, id),
      }
    })
  },
}

/** So many of one class at one place; expected ones where they belong, others where they were seen. */
export type Cell = {
  siteId: number | null
  storeId: number | null
  isExpected: number
  class: ItemClass
  count: number
}
export type Tally = { cells: Cell[]; scans: ScanCounts }

export async function tallyOf(db: Reader, stocktake: Stocktake): Promise<Tally> {
  const { id, state, tallies } = stocktake
  if (state === 'planned') return { cells: [], scans: { scans: 0, twice: 0, undone: 0, repaired: 0 } }
  if (isClosed(stocktake) && tallies) return { cells: await writtenCells(db, id), scans: tallies.scans }
  return { cells: await liveCells(db, await marksOf(db, id)), scans: await countScans(db, id) }
}

export async function writtenCells(db: Reader, id: number): Promise<Cell[]> {
  const { rows } = await sql<Cell>`
    select siteId, storeId, isExpected, class, count(*) as count from stocktakeItem
    where stocktakeId = ${id} and class is not null group by siteId, storeId, isExpected, class`.execute(db)
  return rows
}

/** Few enough that whoever else asks is not kept waiting. */
const itemsAtOnce = 50_000

async function liveCells(db: Reader, marks: Marks): Promise<Cell[]> {
  const pieces: Cell[] = []
  const { lastItemId } = marks
  for (let first = marks.firstItemId; first <= lastItemId; first += itemsAtOnce) {
    const piece = { ...marks, firstItemId: first, lastItemId: Math.min(lastItemId, first + itemsAtOnce - 1) }
    const { rows } = await sql<Cell>`
      select siteId, storeId, 1 as isExpected, class, count(*) as count
      from (select item.siteId, item.storeId, ${classOfItem} as class from ${expectedItems(piece)})
      group by siteId, storeId, class`.execute(db)
    pieces.push(...rows)
  }
  const { rows: others } = await sql<Cell>`
    select telling.siteId, telling.storeId, 0 as isExpected, other.class, count(*) as count
    from (${otherRows(marks)}) as other left join copy on copy.id = other.copyId
    join stocktakeScan as telling on telling.id = ${tellingScanOfOther(marks)}
    group by telling.siteId, telling.storeId, other.class`.execute(db)
  return merged([...pieces, ...others])
}

function merged(cells: readonly Cell[]): Cell[] {
  const byKey = Map.groupBy(
    cells,
    (cell) => `${cell.siteId} ${cell.storeId} ${cell.isExpected} ${cell.class}`,
  )
  return [...byKey.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, count: others.reduce((sum, { count }) => sum + count, first.count) }] : [],
  )
}

export function summed(cells: readonly Cell[]): ClassCounts {
  const counts: ClassCounts = {}
  for (const cell of cells) counts[cell.class] = (counts[cell.class] ?? 0) + cell.count
  return counts
}

export async function countScans(db: Reader, id: number): Promise<ScanCounts> {
  const { rows } = await sql<ScanCounts & { things: number }>`
    select ifnull(sum(live), 0) as scans, ifnull(sum(undone), 0) as undone, ifnull(sum(repaired), 0) as repaired,
      count(nullif(live, 0)) as things, 0 as twice
    from (select sum(undoneAt is null) as live, sum(undoneAt is not null) as undone,
        sum(undoneAt is null and repair not in ('none', 'number')) as repaired
      from stocktakeScan where stocktakeId = ${id}
      group by copyId, iif(copyId is null, code, ''))`.execute(db)
  const { things = 0, scans = 0, undone = 0, repaired = 0 } = rows[0] ?? {}
  return { scans, twice: scans - things, undone, repaired }
}

type PlaceCounts = {
  siteId: number | null
  siteName: string
  storeId: number | null
  storeName: string
  classes: ClassCounts
}

/** In the order in which sites and stores were made; what nobody said where it was seen comes last. */
export async function placesOf(db: Reader, cells: readonly Cell[]): Promise<PlaceCounts[]> {
  const sites = new Map(
    (await db.selectFrom('site').select(['id', 'name']).execute()).map((each) => [each.id, each.name]),
  )
  const stores = new Map(
    (await db.selectFrom('store').select(['id', 'name']).execute()).map((each) => [each.id, each.name]),
  )
  const last = Number.MAX_SAFE_INTEGER
  return [...Map.groupBy(cells, ({ siteId, storeId }) => `${siteId} ${storeId}`).values()]
    .map((group) => {
      const { siteId = null, storeId = null } = group[0] ?? {}
      return {
        siteId,
        siteName: sites.get(siteId ?? 0) ?? '',
        storeId,
        storeName: stores.get(storeId ?? 0) ?? '',
        classes: summed(group),
      }
    })
    .toSorted((a, b) => (a.siteId ?? last) - (b.siteId ?? last) || (a.storeId ?? last) - (b.storeId ?? last))
}

async function peopleOf(db: Reader, id: number) {
  const { rows } = await sql<{
    userId: number | null
    name: string
    sourceId: number | null
    source: string
    scans: number
    lastAt: string
  }>`
    select counted.userId, ifnull(user.name, '') as name, counted.sourceId,
      ifnull(iif(source.label = '', source.fileName, source.label), '') as source, counted.scans, counted.lastAt
    from (select userId, sourceId, count(*) as scans, max(at) as lastAt from stocktakeScan
      where stocktakeId = ${id} and undoneAt is null group by userId, sourceId) as counted
    left join user on user.id = counted.userId
    left join stocktakeSource as source on source.id = counted.sourceId
    order by counted.sourceId is not null, counted.scans desc`.execute(db)
  return rows
}
