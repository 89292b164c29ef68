import { sql, type SqlBool } from 'kysely'
import { runtimeKey } from '../../shared/texts.ts'
import { parseRecord, setRemoved, tidySearchTables, writeRecord } from '../catalogue/index.ts'
import type { Writer } from '../connection.ts'
import type { ChunkContext } from '../context.ts'
import type { TableName } from '../privacy.ts'
import { libraryWords } from '../words.ts'
import { keepWritten } from './begin.ts'
import type { RunRow } from './runs.ts'

const piece = 2000

/**
 * Takes back some of what a run wrote, what stands on others first; false once nothing is left. Whatever somebody has
 * touched since stays, as its rows in the journal show, and so does what it needs.
 */
export async function takeBackSome(context: ChunkContext, run: RunRow): Promise<boolean> {
  const { db } = context
  if (await removeCopies(context, run)) return true
  if (await restoreOverlaid(context, run)) return true
  if (await restoreRemoved(context, run)) return true
  if (await removeTitles(db, run)) return true
  return removeGround(db, run)
}

const isUntouched = (table: TableName, id: string) =>
  sql<SqlBool>`not exists (select 1 from journalRow where tableName = ${table} and rowId = ${sql.ref(id)})`

type Given = { id: number; seriesId: number; number: number }

/**
 * Copies that nobody touched, with their lines in the registers. A number once given is never given again: what is
 * taken back leaves a gap that says why.
 */
async function removeCopies(context: ChunkContext, run: RunRow): Promise<boolean> {
  const { db, today } = context
  const rows: Given[] = []
  for (const voucherId of Object.values(run.written.voucherBySource)) {
    const { rows: found } = await sql<Given>`
      select id, seriesId, number from copy where voucherId = ${voucherId} and ${isUntouched('copy', 'copy.id')}
      order by id limit ${piece - rows.length}`.execute(db)
    rows.push(...found)
  }
  if (rows.length === 0) return false
  const ids = sql`(select value from json_each(${JSON.stringify(rows.map(({ id }) => id))}))`
  await sql`delete from registerLine where copyId in ${ids}`.execute(db)
  await sql`delete from copyPast where copyId in ${ids}`.execute(db)
  await sql`delete from copy where id in ${ids}`.execute(db)
  const t = await libraryWords(db)
  const reason = t(runtimeKey('interchange.made.void'), { run: run.id })
  const given = rows.toSorted((a, b) => a.seriesId - b.seriesId || a.number - b.number)
  for (const { seriesId, from, to } of runsOf(given))
    await declareVoid(db, { seriesId, from, to, reason, today })
  return true
}

type NumberRun = { seriesId: number; from: number; to: number }

export function runsOf(rows: readonly Given[]): NumberRun[] {
  const runs: NumberRun[] = []
  for (const { seriesId, number } of rows) {
    const last = runs.at(-1)
    if (last?.seriesId === seriesId && last.to + 1 === number) last.to = number
    else runs.push({ seriesId, from: number, to: number })
  }
  return runs
}

async function declareVoid(
  db: Writer,
  { seriesId, from, to, reason, today }: NumberRun & { reason: string; today: string },
): Promise<void> {
  const before = await db
    .selectFrom('voidNumber')
    .select('id')
    .where('seriesId', '=', seriesId)
    .where('toNumber', '=', from - 1)
    .where('reason', '=', reason)
    .executeTakeFirst()
  if (before) {
    await db.updateTable('voidNumber').set({ toNumber: to }).where('id', '=', before.id).execute()
    return
  }
  await db
    .insertInto('voidNumber')
    .values({ seriesId, fromNumber: from, toNumber: to, reason, declaredOn: today })
    .execute()
}

/** The record as it was, unless somebody has changed it since. */
async function restoreOverlaid({ db, now }: ChunkContext, run: RunRow): Promise<boolean> {
  const rows = await db
    .selectFrom('importRecord')
    .innerJoin('title', 'title.id', 'importRecord.titleId')
    .select(['importRecord.id', 'title.id as titleId', 'title.rev', 'before', 'revAfter', 'title.removedOn'])
    .where('runId', '=', run.id)
    .where('before', 'is not', null)
    .limit(100)
    .execute()
  for (const { id, titleId, rev, before, revAfter, removedOn } of rows) {
    if (before !== null && rev === revAfter && removedOn === null)
      await writeRecord(db, { id: titleId, rev, record: parseRecord(before) }, { now })
    await db.updateTable('importRecord').set({ before: null, revAfter: null }).where('id', '=', id).execute()
    await db
      .updateTable('titleOrigin')
      .set({ hash: '' })
      .where('titleId', '=', titleId)
      .where('runId', '=', run.id)
      .execute()
  }
  return rows.length > 0
}

async function restoreRemoved({ db, now }: ChunkContext, run: RunRow): Promise<boolean> {
  const ids = run.written.removedTitleIds.splice(0, 100)
  if (ids.length === 0) return false
  for (const id of ids) {
    const title = await db
      .selectFrom('title')
      .select(['rev', 'removedOn'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (title?.removedOn)
      await setRemoved(db, { id, rev: title.rev, removedOn: null, mergedIntoId: null }, { now })
  }
  await keepWritten(db, run)
  return true
}

/** Titles that the run made: those that nobody touched and nothing hangs on. */
async function removeTitles(db: Writer, run: RunRow): Promise<boolean> {
  const { rows } = await sql<{ recordId: number; id: number }>`
    select importRecord.id as recordId, title.id from importRecord
    join title on title.id = importRecord.titleId
    where importRecord.runId = ${run.id} and importRecord.revAfter = 1 and ${isUntouched('title', 'title.id')}
      and not exists (select 1 from copy where copy.titleId = title.id)
      and not exists (select 1 from title as part where part.hostId = title.id)
      and not exists (select 1 from title as merged where merged.mergedIntoId = title.id)
      and not exists (select 1 from productTitle where productTitle.titleId = title.id)
      and not exists (select 1 from serialIssue where serialIssue.titleId = title.id)
      and not exists (select 1 from subscription where subscription.titleId = title.id)
      and not exists (select 1 from linkCheck where linkCheck.titleId = title.id)
      and not exists (select 1 from titleClass where titleClass.titleId = title.id)
    limit ${piece}`.execute(db)
  if (rows.length === 0) return false
  await tidySearchTables(db, false)
  const records = JSON.stringify(rows.map(({ recordId }) => recordId))
  await sql`update importRecord set titleId = null, revAfter = null
    where id in (select value from json_each(${records}))`.execute(db)
  await sql`delete from title where id in (select value from json_each(${JSON.stringify(rows.map(({ id }) => id))}))`.execute(
    db,
  )
  return true
}

/** Headings, vouchers, series and stores that nothing uses any more. */
async function removeGround(db: Writer, { written }: RunRow): Promise<boolean> {
  const vouchers = sql.join([0, ...Object.values(written.voucherBySource)])
  const { numAffectedRows: authorities = 0n } = await sql`delete from authority where id in (
    select id from authority as found where id > ${written.authoritiesAfter} and isFromTitles = 1
      and not exists (select 1 from titleAuthority where authorityId = found.id)
      and not exists (select 1 from authorityForm where authorityId = found.id)
    limit ${piece})`.execute(db)
  if (authorities > 0n) return true
  const unusedVoucher = sql`not exists (select 1 from copy where copy.voucherId = voucher.id)`
  await sql`delete from registerLine where voucherId in (select id from voucher where id in (${vouchers}) and ${unusedVoucher})`.execute(
    db,
  )
  await sql`delete from voucher where id in (${vouchers}) and ${unusedVoucher}
    and not exists (select 1 from registerLine where registerLine.voucherId = voucher.id)`.execute(db)
  const unused = (table: string, column: string) =>
    sql`not exists (select 1 from ${sql.table(table)} where ${sql.ref(`${table}.${column}`)} = found.id)`
  await sql`delete from registerBook as found where closedAt is null and ${unused('registerLine', 'bookId')}`.execute(
    db,
  )
  await sql`delete from store as found where id in (${sql.join([0, ...written.storeIds])})
    and ${unused('copy', 'storeId')} and ${unused('copyPast', 'storeId')}`.execute(db)
  await sql`delete from site as found where id in (${sql.join([0, ...(written.siteIds ?? [])])})
    and ${unused('store', 'siteId')} and ${unused('copy', 'siteId')} and ${unused('copyPast', 'siteId')}`.execute(
    db,
  )
  await tidySearchTables(db, true)
  return false
}
