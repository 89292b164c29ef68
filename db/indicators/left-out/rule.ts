import { sql, type RawBuilder } from 'kysely'
import type { LeftOutReason } from '../../../shared/indicators/left-out.ts'
import type { MeasureName } from '../../../shared/indicators/formulas.ts'
import type { Reader } from '../../connection.ts'
import type { Span } from '../../measures.ts'

/** Rows of the measure's own table that a reader may expect in it; those that do count are taken off afterwards. */
export type LeftOutRule = {
  reason: LeftOutReason
  find: (db: Reader, span: Span) => Promise<readonly number[]>
}
export type LeftOutRules = Partial<Record<MeasureName, readonly LeftOutRule[]>>

export function rule(reason: LeftOutReason, rows: (span: Span) => RawBuilder<unknown>): LeftOutRule {
  return {
    reason,
    async find(db, span) {
      const found = await sql<{ id: number }>`select distinct id from (${rows(span)}) order by id`.execute(db)
      return found.rows.map(({ id }) => id)
    },
  }
}

export function forEach(
  measures: readonly MeasureName[],
  ...rules: readonly LeftOutRule[]
): Partial<Record<MeasureName, readonly LeftOutRule[]>> {
  return Object.fromEntries(measures.map((measure) => [measure, rules]))
}
