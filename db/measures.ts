import type { Reader } from './connection.ts'

export type Span = { from: string; to: string }
/** Ids in ascending order; `weight` where a row may stand for many or for money, else each counts 1. */
export type Found = {
  ids: readonly number[]
  weight?: number
  /** What each row weighs, in the order of the ids, where that can be said of a row. */
  weights?: readonly number[]
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
  /** The same as a number alone, of what has so many rows that reading them costs more than all else. */
  count?: (db: Reader, span: Span, once: Once) => Promise<number>
  label: (db: Reader, ids: readonly number[]) => Promise<{ id: number; label: string; detail: string }[]>
}

/** Rows that each stand for many, or for money. */
export function weighing(rows: readonly { id: number; weight: number }[]): Found {
  const sorted = rows.toSorted((a, b) => a.id - b.id)
  const weights = sorted.map(({ weight }) => weight)
  return {
    ids: sorted.map(({ id }) => id),
    weights,
    weight: weights.reduce((sum, weight) => sum + weight, 0),
  }
}

export function ascending(rows: readonly { id: number }[]): Found {
  return { ids: rows.map(({ id }) => id).toSorted((a, b) => a - b) }
}
