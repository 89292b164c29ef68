import { quarterBounds } from '../../shared/dates.ts'
import { findIndicator } from '../../shared/indicators/formulas.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import { journalHead } from '../journal/index.ts'
import { compute, computeAll, measures, type Computed } from './compute.ts'
import { frozenFigure } from './frozen.ts'

export const queries: QueriesOf<'indicators'> = {
  async list(quarter, { db }) {
    const span = quarterBounds(quarter)
    const values = await computeAll(db, span)
    const { position } = await journalHead(db)
    return { on: span.to, position, values: values.map(({ rows: _, parameters: __, ...value }) => value) }
  },

  async explain({ code, year, quarter, cursor, limit }, { db, fail }) {
    const indicator = findIndicator(code) ?? fail('unknown_indicator', { code })
    const signed = await db
      .selectFrom('period')
      .select(['id', 'position'])
      .where('year', '=', year)
      .where('quarter', '=', quarter)
      .where('state', '=', 'signed')
      .executeTakeFirst()
    const frozen = signed ? await frozenFigure(db, signed.id, code) : null
    const figure = frozen ?? (await compute(db, indicator, quarterBounds({ year, quarter })))
    const position = frozen ? (signed?.position ?? 0) : (await journalHead(db)).position
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const rows = await rowsBehind(db, figure, { from, limit, position })
    const { rows: sets, parameters: _, ...value } = figure
    const rowCount = sets.reduce((sum, { ids }) => sum + ids.length, 0)
    const next = from + limit < rowCount ? String(from + limit) : null
    return { value, isFrozen: frozen !== null, position, rowCount, rows, next }
  },
}

type Slice = { from: number; limit: number; position: number }

/** The rows that made a figure, each marked if it was changed after the figure was recorded. */
async function rowsBehind(db: Reader, figure: Computed, { from, limit, position }: Slice) {
  const rows = []
  let before = 0
  for (const { measure, ids: counted } of figure.rows) {
    const ids = counted.slice(Math.max(0, from - before), Math.max(0, from + limit - before))
    before += counted.length
    if (ids.length === 0) continue
    const { tableName, label } = measures[measure]
    const labelById = new Map((await label(db, ids)).map((row) => [row.id, row]))
    const changed = await changedSince(db, tableName, ids, position)
    for (const id of ids) {
      const { label = '', detail = '' } = labelById.get(id) ?? {}
      rows.push({ tableName, rowId: id, label, detail, changedSince: changed.has(id) })
    }
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
