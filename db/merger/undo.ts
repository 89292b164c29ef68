import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Reader } from '../connection.ts'
import type { ChunkContext, JobHandler } from '../context.ts'
import { requireOpenPast } from '../interchange/index.ts'
import { findMerger, requireMerger, type MergerRow } from './mergers.ts'
import { obstaclesOf } from './obstacles.ts'
import { changedOpening } from './openings.ts'
import { takeBackMerger } from './take-back.ts'

/** Takes a whole merger back, as long as nothing of it was touched. One that was cut off goes on by itself. */
export const undo: JobHandler<SpecOf<'merger.undo'>, { mergerId: number }> = {
  async run({ id }, { db, fail, progress, write }) {
    const merger = await requireMerger(db, { id, states: ['written', 'undoing'] }, fail)
    await requireOpenPast(db, merger.run, fail)
    const [used] = await obstaclesOf(db, merger.run, { after: 0, limit: 1 })
    if (used) fail('used_since', { title: used.label })
    const site = await changedOpening(db, merger)
    if (site !== null) fail('used_since', { title: site })
    const before = await leftOf(db, merger)
    const total = before.titles + before.copies + before.lines
    for (;;) {
      const left = await leftOf(db, merger)
      progress(total - left.titles - left.copies - left.lines, total)
      await write({ mergerId: id })
      if ((await findMerger(db, id))?.run.state === 'undone') break
    }
    const after = await leftOf(db, merger)
    progress(total, total)
    return { titles: before.titles - after.titles, copies: before.copies - after.copies }
  },

  async apply({ mergerId }, context) {
    return { bulk: { mergerId, isLeft: await undoSome(context, mergerId) } }
  },

  async takeBack(context) {
    const { db, jobId } = context
    const job = await db.selectFrom('job').select('input').where('id', '=', jobId).executeTakeFirst()
    const { id } = JSON.parse(job?.input ?? '{}') as { id?: number }
    const merger = id === undefined ? undefined : await findMerger(db, id)
    return merger?.run.state === 'undoing' && (await undoSome(context, merger.id))
  },
}

async function undoSome(context: ChunkContext, mergerId: number): Promise<boolean> {
  const { db, now } = context
  const merger = await findMerger(db, mergerId)
  if (!merger || (merger.run.state !== 'written' && merger.run.state !== 'undoing')) return false
  const isLeft = await takeBackMerger(context, merger)
  await db
    .updateTable('importRun')
    .set((is) => ({
      state: isLeft ? 'undoing' : 'undone',
      undoneAt: isLeft ? null : now,
      rev: is('rev', '+', 1),
    }))
    .where('id', '=', merger.runId)
    .execute()
  return isLeft
}

type Left = { titles: number; copies: number; lines: number }

async function leftOf(db: Reader, { id, runId, run }: MergerRow): Promise<Left> {
  const vouchers = sql.join([0, ...Object.values(run.written.voucherBySource)])
  const { rows } = await sql<Left>`select
    (select count(*) from importRecord where runId = ${runId} and revAfter = 1) as titles,
    (select count(*) from copy where voucherId in (${vouchers})) as copies,
    (select count(*) from registerLine where bookId in (
      select registerBook.id from registerBook where mergerId = ${id})) as lines`.execute(db)
  return rows[0] ?? { titles: 0, copies: 0, lines: 0 }
}
