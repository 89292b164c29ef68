import type { Reader } from './connection.ts'

export type Span = { from: string; to: string }

/** What a module knows how to count: the rows themselves, so that every figure can be opened. */
export type Measure = {
  tableName: string
  /** Ids in ascending order, by effective date. */
  rows: (db: Reader, span: Span) => Promise<number[]>
  label: (db: Reader, ids: readonly number[]) => Promise<{ id: number; label: string; detail: string }[]>
}
