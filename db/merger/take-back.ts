import { sql } from 'kysely'
import type { ChunkContext } from '../context.ts'
import type { Writer } from '../connection.ts'
import { takeBackSome } from '../interchange/index.ts'
import type { MergerRow } from './mergers.ts'
import { removeOpenings } from './openings.ts'
import { removeSerials } from './serials.ts'

const piece = 2000

/**
 * Takes back some of what a merger wrote, false once nothing is left: its books, serials and balances first, then copies that bear their
 * former numbers, which nobody here ever gave; what is left is taken back as any import is.
 */
export async function takeBackMerger(context: ChunkContext, merger: MergerRow): Promise<boolean> {
  const { db } = context
  if (await removeBooks(db, merger)) return true
  await removeSerials(db, merger)
  await removeOpenings(db, merger)
  if (await removeKept(db, merger)) return true
  await sql`update formerCopy set copyId = null where mergerId = ${merger.id} and copyId is not null
    and not exists (select 1 from journalRow where tableName = 'copy' and rowId = copyId)`.execute(db)
  await removeClasses(db, merger)
  if (await takeBackSome(context, merger.run)) return true
  await removeSeries(db, merger)
  return false
}

async function removeBooks(db: Writer, { id }: MergerRow): Promise<boolean> {
  // Corrections point to the lines they put right, so the last go first.
  const { numAffectedRows = 0n } = await sql`delete from registerLine where id in (
    select line.id from registerLine as line where line.bookId in (select book.id from registerBook as book where book.mergerId = ${id})
    order by line.id desc limit ${piece})`.execute(db)
  if (numAffectedRows > 0n) return true
  await sql`delete from registerBook where mergerId = ${id}`.execute(db)
  return false
}

async function removeKept(db: Writer, { id, numbering }: MergerRow): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    select copy.id from formerCopy as former cross join copy on copy.id = former.copyId
    where former.mergerId = ${id} and former.copyId is not null
      and copy.accessionNumber in (former.accessionNumber, ${numbering.prefix} || former.accessionNumber)
      and not exists (select 1 from journalRow where tableName = 'copy' and rowId = copy.id)
    order by copy.id desc limit ${piece}`.execute(db)
  if (rows.length === 0) return false
  const ids = sql`(select value from json_each(${JSON.stringify(rows.map((row) => row.id))}))`
  await sql`update formerCopy set copyId = null where copyId in ${ids}`.execute(db)
  await sql`delete from registerLine where copyId in ${ids}`.execute(db)
  await sql`delete from copyPast where copyId in ${ids}`.execute(db)
  await sql`delete from copy where id in ${ids}`.execute(db)
  return true
}

/** Special classes that titles brought along; one that somebody gave or ended since stays, and its title with it. */
async function removeClasses(db: Writer, { runId }: MergerRow): Promise<void> {
  await sql`delete from titleClass where titleId in (
      select importRecord.titleId from importRecord where runId = ${runId} and revAfter = 1)
    and not exists (select 1 from journalRow where tableName = 'titleClass' and rowId = titleClass.id)`.execute(
    db,
  )
}

async function removeSeries(db: Writer, { run }: MergerRow): Promise<void> {
  const made = sql.join([0, ...run.written.seriesIds])
  await sql`delete from accessionSeries as found where id in (${made})
    and not exists (select 1 from copy where seriesId = found.id)
    and not exists (select 1 from voidNumber where seriesId = found.id)
    and not exists (select 1 from registerBook where seriesId = found.id)`.execute(db)
}
