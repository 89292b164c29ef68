import type { ChunkContext } from '../context.ts'
import { copyCounts } from '../copies/index.ts'
import { setRemoved } from '../catalogue/index.ts'
import { keepWritten } from './begin.ts'
import type { RunRow } from './runs.ts'

/** Titles that their source has given up leave the catalogue too, unless copies of them stand here. */
export async function removeVanished(run: RunRow, ids: readonly number[], { db, now, today }: ChunkContext) {
  const removed: number[] = []
  for (const id of ids) {
    const { all } = await copyCounts(db, id)
    if (all > 0) continue
    const title = await db
      .selectFrom('title')
      .select('rev')
      .where('id', '=', id)
      .where('removedOn', 'is', null)
      .executeTakeFirst()
    if (!title) continue
    await setRemoved(db, { id, rev: title.rev, removedOn: today, mergedIntoId: null }, { now })
    removed.push(id)
  }
  run.written.removed += removed.length
  run.written.removedTitleIds.push(...removed)
  await keepWritten(db, run)
  return { bulk: { runId: run.id, removed: removed.length } }
}
