import type { Reader } from './connection.ts'

export type Span = { from: string; to: string }

/** What a module knows how to count: the rows themselves, so that every figure can be opened. */
export type Measure = {
  tableName: string
  /** Ids in ascending order, by effective date. */
  rows: (db: Reader, span: Span) => Promise<number[]>
  /** What those rows weigh together, where one may stand for many or for money; without it each counts 1. */
  weigh?: (db: Reader, span: Span) => Promise<number>
  label: (db: Reader, ids: readonly number[]) => Promise<{ id: number; label: string; detail: string }[]>
}
