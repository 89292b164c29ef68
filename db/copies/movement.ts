import { sql } from 'kysely'
import type { Copy } from '../../shared/copies/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { keepPast } from './changes.ts'
import { idsIn } from './copies.ts'
import { requireHere } from './here.ts'
import { openPlaces } from './places.ts'

export const movementQueries: Pick<QueriesOf<'copies'>, 'pastOf'> = {
  pastOf({ copyId }, { db }) {
    return db
      .selectFrom('copyPast')
      .innerJoin('site', 'site.id', 'copyPast.siteId')
      .leftJoin('store', 'store.id', 'copyPast.storeId')
      .select(['copyPast.id', 'copyPast.untilOn', 'copyPast.condition', 'site.name as siteName'])
      .select((is) => is.fn.coalesce('store.name', sql<string>`''`).as('storeName'))
      .where('copyPast.copyId', '=', copyId)
      .orderBy('copyPast.untilOn', 'desc')
      .orderBy('copyPast.id', 'desc')
      .execute()
  },
}

export const movementCommands: Pick<CommandsOf<'copies'>, 'moveCopies' | 'setCondition'> = {
  async moveCopies({ copyIds, siteId, storeId, shelf, movedOn }, { db, fail, today }) {
    const copies = await requireHere(db, copyIds, fail)
    const problem = (await openPlaces(db))({ siteId, storeId })
    if (problem) fail(problem, { id: problem === 'site_not_found' ? siteId : storeId })
    await requireAfterLast(db, leavingFor({ siteId, storeId }, copies), { on: movedOn, today, fail })
    const changed = await bringTo(db, copies, { siteId, storeId, shelf, movedOn })
    return { copies: changed.length }
  },

  async setCondition({ copyIds, condition, on }, { db, fail, today }) {
    const copies = await requireHere(db, copyIds, fail)
    const changed = copies.filter((copy) => copy.condition !== condition).map(({ id }) => id)
    await requireAfterLast(db, changed, { on, today, fail })
    await keepPast(db, changed, on)
    await db
      .updateTable('copy')
      .set((is) => ({ condition, rev: is('rev', '+', 1) }))
      .where('id', 'in', idsIn(changed))
      .execute()
    return { copies: changed.length }
  },
}

export type Destination = { siteId: number; storeId: number | null; shelf: string | null; movedOn: string }

/** Brings copies to a place, which keeps where they were until then; answers those that were not there already. */
export async function bringTo(
  db: Writer,
  copies: readonly Copy[],
  { siteId, storeId, shelf, movedOn }: Destination,
): Promise<number[]> {
  const leaving = leavingFor({ siteId, storeId }, copies)
  const reshelved = copies.filter((copy) => shelf !== null && copy.shelf !== shelf).map(({ id }) => id)
  await keepPast(db, leaving, movedOn)
  const changed = [...new Set([...leaving, ...reshelved])]
  await db
    .updateTable('copy')
    .set((is) => ({ siteId, storeId, ...(shelf === null ? {} : { shelf }), rev: is('rev', '+', 1) }))
    .where('id', 'in', idsIn(changed))
    .execute()
  return changed
}

function leavingFor(
  { siteId, storeId }: Pick<Destination, 'siteId' | 'storeId'>,
  copies: readonly Copy[],
): number[] {
  return copies.filter((copy) => copy.siteId !== siteId || copy.storeId !== storeId).map(({ id }) => id)
}

type When = { on: string; today: string; fail: Fail<'moved_in_future' | 'moved_before_last'> }

/** Changes of a copy are told in their order: none before it came in, none before the last one known. */
async function requireAfterLast(
  db: Writer,
  ids: readonly number[],
  { on, today, fail }: When,
): Promise<void> {
  if (on > today) fail('moved_in_future', { on: displayDate(on) })
  const { rows } = await sql<{ id: number; accessionNumber: string; last: string }>`
    select id, accessionNumber, last from (
      select copy.id, copy.accessionNumber, max(copy.accessionedOn,
        ifnull((select max(untilOn) from copyPast where copyId = copy.id), '')) as last
      from copy where copy.id in ${idsIn(ids)})
    where last > ${on} order by id limit 1`.execute(db)
  const [late] = rows
  if (late)
    fail('moved_before_last', {
      id: late.id,
      accessionNumber: late.accessionNumber,
      on: displayDate(on),
      last: displayDate(late.last),
    })
}
