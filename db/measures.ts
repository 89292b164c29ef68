import type { Reader } from './connection.ts'

export type Span = { from: string; to: string }
/** Ids in ascending order; `weight` where a row may stand for many or for money, else each counts 1. */
export type Found = {
  ids: readonly number[]
  weight?: number
  /** Where nobody has looked, there is no figure: neither 0 nor any other. */
  isCollected?: false
  /** Why a person gave it, where no record tells it. */
  reason?: string
}
/** Work that several measures of one list rest on is done once, under a name. */
export type Once = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>

/** What a module knows how to count: the rows themselves, so that every figure can be opened. */
export type Measure = {
  tableName: string
  /** By effective date. */
  find: (db: Reader, span: Span, once: Once) => Promise<Found>
  label: (db: Reader, ids: readonly number[]) => Promise<{ id: number; label: string; detail: string }[]>
}

export function ascending(rows: readonly { id: number }[]): Found {
  return { ids: rows.map(({ id }) => id).toSorted((a, b) => a - b) }
}
