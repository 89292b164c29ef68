import { namedPeriod } from '../../shared/periods.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import { journalHead } from '../journal/index.ts'
import { hasRecords, measures, weighed, type Measured } from './compute.ts'
import { emptyCount, listed } from './count-in-parts.ts'
import { frozenProgress } from './frozen.ts'
import { changeQueries } from './change.ts'
import { leftOutQueries } from './left-out/queries.ts'
import { earlierQueries } from './earlier.ts'
import { earlierFor } from './earlier-reading.ts'
import { givenQueries } from './given.ts'
import { ownQueries } from './own.ts'
import { supposeQueries } from './suppose.ts'
import { findIndicatorIn } from './own-reading.ts'
import { givenFor } from './given-reading.ts'
import { progressOf } from './progress.ts'
import { countsOf, figureOf, labelled, rowsWith } from './rows.ts'

export const queries: QueriesOf<'indicators'> = {
  ...changeQueries,
  ...earlierQueries,
  ...givenQueries,
  ...leftOutQueries,
  ...ownQueries,
  ...supposeQueries,

  async list({ period, part }, { db, remembered, today }) {
    const { position, hash } = await journalHead(db)
    const count = await remembered(`indicators.list ${hash} ${period} ${today}`, async () => emptyCount())
    const values = await listed(db, count, { period, part, day: today })
    return { on: namedPeriod(period).to, position, values }
  },

  async explain({ code, period, text, measure, cursor, limit }, { db, fail, remembered, today }) {
    const indicator = (await findIndicatorIn(db, code)) ?? fail('unknown_indicator', { code })
    const { figure, isFrozen, position } = await figureOf(db, indicator, period)
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const { rows: all, parameters: _, ...value } = figure
    const sets = measure === null ? all : all.filter((set) => set.measure === measure)
    const progress = isFrozen
      ? await frozenProgress(db, period, code)
      : await progressOf(db, { period, values: [value], day: today })
    const { position: head } = await journalHead(db)
    const key = `indicators.explain ${head} ${code} ${period} ${measure ?? ''} ${text}`
    const found =
      text.trim() === ''
        ? sets
        : await remembered(key, () => rowsWith(db, { figure: { ...figure, rows: sets }, text }))
    const rowCount = found.reduce((sum, { ids }) => sum + ids.length, 0)
    const rows = await rowsBehind(db, found, { from, limit, position })
    const next = from + limit < rowCount ? String(from + limit) : null
    return {
      value,
      progress: progress.get(code) ?? null,
      isFrozen,
      earlier: await earlierFor(db, code, namedPeriod(period)),
      given: await givenFor(db, code, namedPeriod(period)),
      isGivable: !isFrozen && (value.givenReason !== undefined || !hasRecords(figure)),
      position,
      rowCount,
      parts: all.map((set) => ({
        measure: set.measure,
        value: set.isCollected === false ? null : weighed(set),
        rowCount: set.ids.length,
      })),
      counts: countsOf(sets),
      rows,
      next,
    }
  },
}

type Slice = { from: number; limit: number; position: number }

/** The rows that made a figure, each marked if it was changed after the figure was recorded. */
async function rowsBehind(db: Reader, sets: readonly Measured[], { from, limit, position }: Slice) {
  const rows = []
  let before = 0
  for (const { measure, ids: counted } of sets) {
    const ids = counted.slice(Math.max(0, from - before), Math.max(0, from + limit - before))
    before += counted.length
    if (ids.length === 0) continue
    const changed = await changedSince(db, measures[measure].tableName, ids, position)
    for (const row of await labelled(db, { measure, ids }))
      rows.push({ ...row, changedSince: changed.has(row.rowId) })
  }
  return rows
}

async function changedSince(
  db: Reader,
  tableName: string,
  ids: readonly number[],
  position: number,
): Promise<Set<number>> {
  const changes = await db
    .selectFrom('journalRow')
    .select('rowId')
    .distinct()
    .where('tableName', '=', tableName)
    .where('rowId', 'in', ids)
    .where('commandId', '>', position)
    .execute()
  return new Set(changes.map((change) => change.rowId))
}
