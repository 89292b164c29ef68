import { sql, type RawBuilder } from 'kysely'
import type { Batch } from '../../shared/labels/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { idCursor, readCursor } from '../cursor.ts'

export const batchQueries: Pick<QueriesOf<'labels'>, 'batches'> = {
  async batches({ cursor, limit }, { db, fail }) {
    const before = readCursor(cursor, idCursor, fail)
    const rows = await readBatches(db, { before, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return { rows: shown, next: rows.length > limit && last ? JSON.stringify(last.id) : null }
  },
}

export const batchCommands: Pick<CommandsOf<'labels'>, 'forgetBatch'> = {
  async forgetBatch({ id, isForgotten }, { db, fail, now }) {
    const batch = await readBatch(db, id)
    if (!batch) return fail('batch_not_found', { id })
    await db
      .updateTable('labelBatch')
      .set({ forgottenAt: isForgotten ? now : null })
      .where('id', '=', id)
      .execute()
    return { ...batch, forgottenAt: isForgotten ? now : null }
  },
}

/** What was printed, newest first. */
async function readBatches(
  db: Reader,
  { id, before, limit }: { id?: number; before?: number | null; limit: number },
): Promise<Batch[]> {
  const rows = await db
    .selectFrom('labelBatch')
    .leftJoin('user', 'user.id', 'labelBatch.userId')
    .select(['labelBatch.id', 'kind', 'templateName', 'sheetName', 'by', 'labels', 'each', 'madeAt'])
    .select(['forgottenAt', 'user.name as userName'])
    .select((is) =>
      is
        .selectFrom('labelBatchCopy')
        .select((copy) => copy.fn.countAll<number>().as('copies'))
        .whereRef('labelBatchCopy.batchId', '=', 'labelBatch.id')
        .as('copies'),
    )
    .select([endOf('min').as('first'), endOf('max').as('last')])
    .$if(id !== undefined, (query) => query.where('labelBatch.id', '=', id ?? 0))
    .$if(before !== undefined && before !== null, (query) => query.where('labelBatch.id', '<', before ?? 0))
    .orderBy('labelBatch.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, copies: row.copies ?? 0, userName: row.userName ?? '' }))
}

/** Copies are kept in the order in which their labels were drawn. */
function endOf(end: 'min' | 'max'): RawBuilder<string> {
  return sql<string>`ifnull((select copy.accessionNumber from copy where copy.id =
    (select copyId from labelBatchCopy where id =
      (select ${sql.raw(end)}(id) from labelBatchCopy where batchId = labelBatch.id))), '')`
}

async function readBatch(db: Reader, id: number): Promise<Batch | null> {
  return (await readBatches(db, { id, limit: 1 }))[0] ?? null
}
