import type { QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import { recordsOf } from '../interchange/index.ts'
import { copiesWhere, countFormerCopies, readFormerCopies } from './former-copies.ts'
import { formerStockOn } from './former-stock.ts'
import { knownMerger, readMerger } from './mergers.ts'
import { numberingOf } from './numbering.ts'
import { obstaclesOf } from './obstacles.ts'

export const queries: QueriesOf<'merger'> = {
  async mergers({ cursor, limit }, { db, fail }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const rows = await db
      .selectFrom('merger')
      .select('id')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .offset(from)
      .execute()
    const mergers = await Promise.all(rows.slice(0, limit).map(({ id }) => readMerger(db, id)))
    return {
      rows: mergers.flatMap((each) => each ?? []),
      next: rows.length > limit ? String(from + limit) : null,
    }
  },

  async merger({ id }, { db, fail }) {
    return (await readMerger(db, id)) ?? fail('merger_not_found', { id })
  },

  async titles({ mergerId, verdicts, offset, limit }, { db, fail }) {
    const { runId } = await knownMerger(db, mergerId, fail)
    return recordsOf(db, { runId, verdicts, problem: null, offset, limit })
  },

  async copies({ mergerId, filters, offset, limit }, { db, fail }) {
    const merger = await knownMerger(db, mergerId, fail)
    const where = copiesWhere(merger, filters)
    return {
      rows: await readFormerCopies(db, merger, { where, offset, limit }),
      total: { count: await countFormerCopies(db, where), isExact: true },
    }
  },

  async numbering({ mergerId }, { db, fail }) {
    return numberingOf(db, await knownMerger(db, mergerId, fail))
  },

  async obstacles({ mergerId, cursor, limit }, { db, fail }) {
    const after = readCursor(cursor, offsetCursor, fail) ?? 0
    const { run } = await knownMerger(db, mergerId, fail)
    if (run.state !== 'written') return { rows: [], next: null }
    const rows = await obstaclesOf(db, run, { after, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    return { rows: shown, next: rows.length > limit ? String(shown.at(-1)?.titleId ?? after) : null }
  },

  async formerStock({ mergerId, asOf }, { db, fail }) {
    const { id } = await knownMerger(db, mergerId, fail)
    return formerStockOn(db, id, asOf)
  },
}
