import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { CopyStatus } from '../../shared/copies/contract.ts'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { ChunkContext, JobHandler } from '../context.ts'
import { bringTo, idsIn, openPlaces, putStatus, readCopies } from '../copies/index.ts'
import type { Fail } from '../failure.ts'
import { itemList } from './items.ts'
import { isClosed, requireStocktake } from './reading.ts'

const copiesAtOnce = 200
/** How a row is marked that an act was done about. */
const settledAs = { mark_missing: 'marked_missing', move: 'moved' } as const

type Destination = { siteId: number; storeId: number | null; shelf: string | null }
type Settled = { itemId: number; copyId: number }
type Settling = { act: 'mark_missing'; items: Settled[] } | { act: 'move'; items: Settled[]; to: Destination }

/** What a closed stocktake found is written into the copies, a piece at a time; each copy keeps what it was. */
export const settle: JobHandler<SpecOf<'stocktake.settle'>, Settling> = {
  leavesRows: true,

  async run({ id, act, itemIds, filters }, { db, fail, write, progress, jobId, today }) {
    const stocktake = await requireClosed(db, id, fail)
    const itemClass = act === 'move' ? 'misplaced' : 'missing'
    const list = await itemList(db, stocktake, { ...filters, class: itemClass, isSettled: false })
    const wanted = new Set(itemIds ?? (await list.keys(-1, 0)).map(({ itemId }) => itemId))
    const asked = (await unsettled(db, id, itemClass)).filter(({ itemId }) => wanted.has(itemId))
    const pieces = act === 'move' ? await moves(db, asked, today) : marks(asked)
    let done = 0
    for (const piece of pieces) {
      progress(done, asked.length)
      await write(piece)
      done += piece.items.length
    }
    const { copies } = await db
      .selectFrom('stocktakeItem')
      .select((is) => is.fn.countAll<number>().as('copies'))
      .where('stocktakeId', '=', id)
      .where('settledJobId', '=', jobId)
      .executeTakeFirstOrThrow()
    return { copies, skipped: asked.length - copies }
  },

  async apply(settling, context) {
    const changed =
      settling.act === 'move' ? await moveThem(settling, context) : await markThem(settling, context)
    return { bulk: { act: settling.act, copies: changed } }
  },

  takeBack: async (context) => (await giveBack(context, { jobId: context.jobId, limit: copiesAtOnce })) > 0,
}

/** Takes back what was settled, for every copy that nobody has changed since. */
export const unsettle: JobHandler<SpecOf<'stocktake.unsettle'>, { jobId: number }> = {
  leavesRows: true,

  async run({ id, act, settledBy }, { db, fail, write, progress }) {
    await requireClosed(db, id, fail)
    const kinds = act === null ? Object.values(settledAs) : [settledAs[act]]
    const runs = await db
      .selectFrom('stocktakeItem')
      .select((is) => ['settledJobId', is.fn.countAll<number>().as('items')])
      .where('stocktakeId', '=', id)
      .where('settled', 'in', kinds)
      .$if(settledBy !== null, (query) => query.where('settledJobId', '=', settledBy))
      .groupBy('settledJobId')
      .execute()
    const total = runs.reduce((sum, { items }) => sum + items, 0)
    let copies = 0
    for (const { settledJobId, items } of runs) {
      if (settledJobId === null) continue
      for (let from = 0; from < items; from += copiesAtOnce) {
        progress(copies, total)
        await write({ jobId: settledJobId })
        copies += Math.min(copiesAtOnce, items - from)
      }
    }
    return { copies }
  },

  async apply({ jobId }, context) {
    return { bulk: { copies: await giveBack(context, { jobId, limit: copiesAtOnce }) } }
  },
}

async function requireClosed(
  db: Reader,
  id: number,
  fail: Fail<'stocktake_not_found' | 'not_closed'>,
): Promise<Stocktake> {
  const stocktake = await requireStocktake(db, id, fail)
  return isClosed(stocktake) ? stocktake : fail('not_closed', { name: stocktake.name })
}

type Unsettled = Settled & {
  status: CopyStatus
  siteId: number
  storeId: number | null
  lastOn: string
  seenSiteId: number | null
  seenStoreId: number | null
  seenShelf: string
}

/** Copies of a class that are still in stock and that nothing was done about. */
async function unsettled(db: Reader, id: number, itemClass: 'missing' | 'misplaced'): Promise<Unsettled[]> {
  const { rows } = await sql<Unsettled>`
    select item.id as itemId, copy.id as copyId, copy.status, copy.siteId, copy.storeId,
      max(copy.accessionedOn, ifnull((select max(untilOn) from copyPast where copyId = copy.id), '')) as lastOn,
      scan.siteId as seenSiteId, scan.storeId as seenStoreId, ifnull(scan.shelf, '') as seenShelf
    from stocktakeItem as item join copy on copy.id = item.copyId
    left join stocktakeScan as scan on scan.id = item.scanId
    where item.stocktakeId = ${id} and item.class = ${itemClass} and item.settled is null
      and copy.withdrawnOn is null and copy.cancelledOn is null order by item.id`.execute(db)
  return rows
}

function pieces<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / copiesAtOnce) }, (_, at) =>
    rows.slice(at * copiesAtOnce, (at + 1) * copiesAtOnce),
  )
}

const named = ({ itemId, copyId }: Settled): Settled => ({ itemId, copyId })

/** One that turned up meanwhile, on loan or in repair, is not missing any more. */
function marks(rows: readonly Unsettled[]): Settling[] {
  const here = rows.filter(({ status }) => status === 'available' || status === 'in_process')
  return pieces(here).map((items) => ({ act: 'mark_missing', items: items.map(named) }))
}

async function moves(db: Reader, rows: readonly Unsettled[], today: string): Promise<Settling[]> {
  const problemOf = await openPlaces(db)
  const goable = rows
    .map((row) => ({ row, to: destinationOf(row) }))
    .filter(({ row, to }) => problemOf(to) === null && row.lastOn <= today)
  return [...Map.groupBy(goable, ({ to }) => JSON.stringify(to)).values()].flatMap((group) =>
    pieces(group).map((some): Settling => ({
      act: 'move',
      items: some.map(({ row }) => named(row)),
      to: some[0]?.to ?? { siteId: 0, storeId: null, shelf: null },
    })),
  )
}

/** Where it was seen; what nobody stated there stays as it is, within the same site. */
function destinationOf({ siteId, storeId, seenSiteId, seenStoreId, seenShelf }: Unsettled): Destination {
  const isSameSite = seenSiteId === null || seenSiteId === siteId
  return {
    siteId: seenSiteId ?? siteId,
    storeId: seenStoreId ?? (isSameSite ? storeId : null),
    shelf: seenShelf === '' ? null : seenShelf,
  }
}

async function markThem({ items }: Settling, { db, jobId }: ChunkContext): Promise<number> {
  const copies = await readCopies(
    db,
    items.map(({ copyId }) => copyId),
  )
  const here = copies.filter(
    ({ status, withdrawnOn, cancelledOn }) =>
      withdrawnOn === null && cancelledOn === null && (status === 'available' || status === 'in_process'),
  )
  const before = here.map(({ id, status }) => ({ copyId: id, before: { status } }))
  await note(db, { items, before, settled: 'marked_missing', jobId })
  const ids = here.map(({ id }) => id)
  await putStatus(db, ids, 'missing')
  return ids.length
}

type Moving = Extract<Settling, { act: 'move' }>

async function moveThem({ items, to }: Moving, { db, jobId, today }: ChunkContext): Promise<number> {
  const copies = await readCopies(
    db,
    items.map(({ copyId }) => copyId),
  )
  const here = copies.filter(({ withdrawnOn, cancelledOn }) => withdrawnOn === null && cancelledOn === null)
  const changed = new Set(await bringTo(db, here, { ...to, movedOn: today }))
  const before = here
    .filter(({ id }) => changed.has(id))
    .map(({ id, siteId, storeId, shelf }) => ({ copyId: id, before: { siteId, storeId, shelf, to } }))
  await note(db, { items, before, settled: 'moved', jobId })
  return changed.size
}

type Noted = {
  items: readonly Settled[]
  before: readonly { copyId: number; before: object }[]
  settled: 'marked_missing' | 'moved'
  jobId: number
}

async function note(db: Writer, { items, before, settled, jobId }: Noted): Promise<void> {
  const itemByCopy = new Map(items.map(({ itemId, copyId }) => [copyId, itemId]))
  const rows = before.map((each) => ({
    id: itemByCopy.get(each.copyId),
    before: JSON.stringify(each.before),
  }))
  await sql`update stocktakeItem set settled = ${settled}, settledJobId = ${jobId},
      before = (select value ->> 'before' from json_each(${JSON.stringify(rows)})
        where value ->> 'id' = stocktakeItem.id)
    where id in (select value ->> 'id' from json_each(${JSON.stringify(rows)}))`.execute(db)
}

type Before = {
  status?: CopyStatus
  siteId?: number
  storeId?: number | null
  shelf?: string
  to?: Destination
}

/** Copies get back what a run took from them, unless somebody has changed just that since; answers how many it looked at. */
export async function giveBack(
  { db }: ChunkContext,
  { jobId, limit }: { jobId: number; limit: number },
): Promise<number> {
  const { rows } = await sql<{ id: number; copyId: number; settled: string; before: string }>`
    select id, copyId, settled, before from stocktakeItem
    where settledJobId = ${jobId} and settled is not null limit ${limit}`.execute(db)
  const copies = new Map(
    (
      await readCopies(
        db,
        rows.map(({ copyId }) => copyId),
      )
    ).map((copy) => [copy.id, copy]),
  )
  for (const { copyId, settled, before: text } of rows) {
    const copy = copies.get(copyId)
    const before = JSON.parse(text) as Before
    if (!copy || copy.withdrawnOn !== null || copy.cancelledOn !== null) continue
    if (settled === 'moved') await moveBack(db, copy, before)
    else if (before.status && copy.status === (settled === 'marked_missing' ? 'missing' : 'available'))
      await putStatus(db, [copyId], before.status)
  }
  await db
    .updateTable('stocktakeItem')
    .set({ settled: null, settledJobId: null, before: null })
    .where('id', 'in', idsIn(rows.map(({ id }) => id)))
    .execute()
  return rows.length
}

type Standing = { id: number; siteId: number; storeId: number | null; shelf: string }

/** As if it had never been moved: the place it left is no past of it. */
async function moveBack(db: Writer, copy: Standing, { siteId, storeId, shelf, to }: Before): Promise<void> {
  const isThere =
    to &&
    copy.siteId === to.siteId &&
    copy.storeId === to.storeId &&
    (to.shelf === null || copy.shelf === to.shelf)
  if (!isThere || siteId === undefined || storeId === undefined || shelf === undefined) return
  if (siteId !== copy.siteId || storeId !== copy.storeId) {
    const past = await db
      .selectFrom('copyPast')
      .select(['id', 'siteId', 'storeId'])
      .where('copyId', '=', copy.id)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    // What came after the move stands on it.
    if (!past || past.siteId !== siteId || past.storeId !== storeId) return
    await db.deleteFrom('copyPast').where('id', '=', past.id).execute()
  }
  await db
    .updateTable('copy')
    .set((is) => ({ siteId, storeId, shelf, rev: is('rev', '+', 1) }))
    .where('id', '=', copy.id)
    .execute()
}
