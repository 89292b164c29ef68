import { sql } from 'kysely'
import type { Disposal, Weeding, WeedingGround, WeedingRecord } from '../../shared/weeding/contract.ts'
import type { Reader } from '../connection.ts'
import { readWithdrawals, stockOn, withdrawalPreview } from '../copies/index.ts'
import { readPapers, shareOf } from './reading.ts'

/** So many copies that cannot leave are named; the rest are only counted. */
const mostNamed = 100

/** A dossier with its sums, its papers, and what still keeps it from being carried out. */
export async function recordOf(db: Reader, weeding: Weeding, today: string): Promise<WeedingRecord> {
  const { id, copies, withdrawnOn } = weeding
  const sums = await sumsOf(db, id)
  const copyIds = await listedCopies(db, id)
  const preview = withdrawnOn === null ? await withdrawalPreview(db, { copyIds, withdrawnOn: today }) : null
  // Of an approved one the stock is that before its copies left.
  const stock = preview?.stockBefore ?? (await stockOn(db, withdrawnOn ?? today)) + copies
  const { backReason } = await db
    .selectFrom('weeding')
    .select('backReason')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    ...weeding,
    ...sums,
    backReason,
    lastCopiesOf: preview?.lastCopiesOf ?? 0,
    share: shareOf(copies, stock),
    cannotCount: preview?.cannot.length ?? 0,
    cannot: preview?.cannot.slice(0, mostNamed) ?? [],
    sameYear: await sameYear(db, weeding),
    papers: await readPapers(db, id),
    withdrawals: await withdrawalsOf(db, id),
  }
}

export async function listedCopies(db: Reader, weedingId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('weedingItem')
    .select('copyId')
    .where('weedingId', '=', weedingId)
    .where('state', '=', 'listed')
    .execute()
  return rows.map(({ copyId }) => copyId)
}

type Group = { ground: WeedingGround; disposal: Disposal; copies: number; amountMinor: number }

export async function sumsOf(db: Reader, weedingId: number) {
  const { rows: groups } = await sql<Group>`
    select item.ground, ifnull(item.disposal, weeding.disposal) as disposal, count(*) as copies,
      ifnull(sum(copy.priceMinor), 0) as amountMinor
    from weedingItem as item
    join weeding on weeding.id = item.weedingId
    join copy on copy.id = item.copyId
    where item.weedingId = ${weedingId} and item.state = 'listed'
    group by 1, 2`.execute(db)
  const { rows: states } = await sql<{ titles: number; struck: number; removed: number }>`
    select count(distinct iif(state = 'listed', copy.titleId, null)) as titles,
      ifnull(sum(state = 'struck'), 0) as struck, ifnull(sum(state = 'removed'), 0) as removed
    from weedingItem as item join copy on copy.id = item.copyId
    where item.weedingId = ${weedingId}`.execute(db)
  return {
    ...(states[0] ?? { titles: 0, struck: 0, removed: 0 }),
    amountMinor: groups.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    byGround: summed(groups, ({ ground }) => ground).map(({ key, ...sums }) => ({ ground: key, ...sums })),
    byDisposal: summed(groups, ({ disposal }) => disposal).map(({ key, ...sums }) => ({
      disposal: key,
      ...sums,
    })),
  }
}

/** The largest first. */
function summed<Key>(groups: readonly Group[], keyOf: (group: Group) => Key) {
  return [...Map.groupBy(groups, keyOf)]
    .map(([key, members]) => ({
      key,
      copies: members.reduce((sum, { copies }) => sum + copies, 0),
      amountMinor: members.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    }))
    .toSorted((a, b) => b.copies - a.copies)
}

/** What other dossiers of the same year hold. */
async function sameYear(db: Reader, { id, year }: Pick<Weeding, 'id' | 'year'>) {
  const { rows } = await sql<{ dossiers: number; copies: number }>`
    select count(distinct weeding.id) as dossiers, count(item.id) as copies from weeding
    left join weedingItem as item on item.weedingId = weeding.id and item.state = 'listed'
    where weeding.year = ${year} and weeding.id != ${id}`.execute(db)
  return rows[0] ?? { dossiers: 0, copies: 0 }
}

async function withdrawalsOf(db: Reader, weedingId: number): Promise<WeedingRecord['withdrawals']> {
  const rows = await db
    .selectFrom('weedingItem')
    .select('withdrawalId')
    .distinct()
    .where('weedingId', '=', weedingId)
    .where('withdrawalId', 'is not', null)
    .orderBy('withdrawalId')
    .execute()
  const withdrawals = await readWithdrawals(
    db,
    rows.flatMap(({ withdrawalId }) => withdrawalId ?? []),
  )
  return withdrawals.map(({ id, ground, copies, takenBackOn }) => ({ id, ground, copies, takenBackOn }))
}
