import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import type { ChunkContext, JobHandler } from '../context.ts'
import type { Fail } from '../failure.ts'
import { findRun, requireRun, type RunRow } from './runs.ts'
import { takeBackSome } from './take-back.ts'
import { usedTitles } from './used.ts'

type Left = { titles: number; copies: number; restorable: number }

/** Takes a whole run back. One that was cut off goes on by itself: half a run taken back is nobody's wish. */
export const undo: JobHandler<SpecOf<'interchange.undo'>, { runId: number }> = {
  async run({ id, keepsUsed }, { db, fail, progress, write }) {
    const run = await requireRun(db, { id, states: ['written', 'undoing'] }, fail)
    await requireOpenPast(db, run, fail)
    const [used] = keepsUsed ? [] : await usedTitles(db, run, { after: 0, limit: 1 })
    if (used) fail('used_since', { title: used.label })
    const before = await leftOf(db, run)
    const total = before.titles + before.copies + before.restorable
    for (;;) {
      const left = await leftOf(db, run)
      progress(total - left.titles - left.copies - left.restorable, total)
      await write({ runId: id })
      const state = (await findRun(db, id))?.state
      if (state === 'undone') break
    }
    const after = await leftOf(db, run)
    progress(total, total)
    return {
      titles: before.titles - after.titles,
      copies: before.copies - after.copies,
      restored: before.restorable,
      kept: after.titles,
    }
  },

  async apply({ runId }, context) {
    return { bulk: { runId, isLeft: await undoSome(context, runId) } }
  },

  async takeBack(context) {
    const { db, jobId } = context
    const job = await db.selectFrom('job').select('input').where('id', '=', jobId).executeTakeFirst()
    const { id } = JSON.parse(job?.input ?? '{}') as { id?: number }
    const run = id === undefined ? undefined : await findRun(db, id)
    return run?.state === 'undoing' && (await undoSome(context, run.id))
  },
}

async function undoSome(context: ChunkContext, runId: number): Promise<boolean> {
  const { db, now } = context
  const run = await findRun(db, runId)
  if (!run || (run.state !== 'written' && run.state !== 'undoing')) return false
  const isLeft = await takeBackSome(context, run)
  await db
    .updateTable('importRun')
    .set((is) => ({
      state: isLeft ? 'undoing' : 'undone',
      undoneAt: isLeft ? null : now,
      rev: is('rev', '+', 1),
    }))
    .where('id', '=', runId)
    .execute()
  return isLeft
}

/** What was signed, and books that were closed, count what the run brought. */
export async function requireOpenPast(
  db: Reader,
  run: RunRow,
  fail: Fail<'period_signed' | 'year_is_closed'>,
): Promise<void> {
  const vouchers = sql.join([0, ...Object.values(run.written.voucherBySource)])
  const { rows: days } = await sql<{ earliest: string | null }>`
    select min(accessionedOn) as earliest from copy where voucherId in (${vouchers})`.execute(db)
  const earliest = [run.options.effectiveOn, days[0]?.earliest ?? run.options.effectiveOn].toSorted()[0] ?? ''
  const signed = await db
    .selectFrom('period')
    .select(['fromOn', 'toOn'])
    .where('state', '=', 'signed')
    .where('signedAt', '>=', run.writtenAt ?? '')
    .where('toOn', '>=', earliest)
    .orderBy('fromOn', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (signed) fail('period_signed', { from: displayDate(signed.fromOn), to: displayDate(signed.toOn) })
  const { rows: sealed } = await sql<{ year: number }>`
    select book.year from registerLine as line join registerBook as book on book.id = line.bookId
    where book.closedAt is not null and line.voucherId in (${vouchers}) limit 1`.execute(db)
  if (sealed[0]) fail('year_is_closed', sealed[0])
}

async function leftOf(db: Reader, run: RunRow): Promise<Left> {
  const vouchers = sql.join([0, ...Object.values(run.written.voucherBySource)])
  const { rows } = await sql<Left>`select
    (select count(*) from importRecord where runId = ${run.id} and revAfter = 1) as titles,
    (select count(*) from copy where voucherId in (${vouchers})) as copies,
    (select count(*) from importRecord where runId = ${run.id} and before is not null) as restorable`.execute(
    db,
  )
  return rows[0] ?? { titles: 0, copies: 0, restorable: 0 }
}
