import { useRef, useState } from 'react'
import { createNewestAnswer } from './newest-answer.ts'

/** So many rows may be named one by one; more are meant by "all that is found". */
export const choiceLimit = 5000

/** Rows chosen for one act: some by name, or all that the list holds. */
export type Choice<Row> = {
  isAll: boolean
  count: number
  /** Those named; none where all are meant. */
  rows: Row[]
  has: (key: number | string) => boolean
  toggle: (row: Row) => void
  /** All between two places of the list, besides what was chosen before. */
  extend: (from: number, to: number) => void
  all: () => void
  clear: () => void
}

type Parts<Row> = {
  keyOf: (row: Row) => number | string
  /** Rows of a stretch of the list, in their order. */
  load: (first: number, last: number) => Promise<Row[]> | Row[]
  /** How many "all" are; null where all of them cannot be meant, and those at hand are chosen instead. */
  allCount: number | null
  /** "All" is said of one list only; of another it means nothing. */
  listKey: string
}

type Chosen<Row> = { allOf: string | null; byKey: ReadonlyMap<number | string, Row> }
const nothing = { allOf: null, byKey: new Map() }

export function useChoice<Row>({ keyOf, load, allCount, listKey }: Parts<Row>): Choice<Row> {
  const [chosen, choose] = useState<Chosen<Row>>(nothing)
  const stretch = useRef<{ from: number; before: ReadonlyMap<number | string, Row> } | null>(null)
  const [answers] = useState(createNewestAnswer)
  const isAll = chosen.allOf === listKey
  const byKey: ReadonlyMap<number | string, Row> = isAll ? new Map<number | string, Row>() : chosen.byKey

  const keyed = (rows: Row[]) => rows.map((row) => [keyOf(row), row] as const)
  function put(rows: ReadonlyMap<number | string, Row>) {
    choose({ allOf: null, byKey: new Map([...rows].slice(0, choiceLimit)) })
  }
  /** A new choice: no stretch goes on, and none still on its way comes into it. */
  function begin() {
    stretch.current = null
    answers.forget()
  }
  return {
    isAll,
    count: isAll ? (allCount ?? 0) : byKey.size,
    rows: [...byKey.values()],
    has: (key) => isAll || byKey.has(key),
    toggle(row) {
      begin()
      const next = new Map(byKey)
      if (!next.delete(keyOf(row))) next.set(keyOf(row), row)
      put(next)
    },
    extend(from, to) {
      if (stretch.current?.from !== from) stretch.current = { from, before: byKey }
      const { before } = stretch.current
      const [first, last] = [Math.min(from, to), Math.max(from, to)]
      const start = from < to ? first : Math.max(first, last - choiceLimit)
      const rows = load(start, Math.min(last, start + choiceLimit))
      void answers.take(rows, (loaded) => put(new Map([...before, ...keyed(loaded)])))
    },
    all() {
      begin()
      if (allCount !== null) choose({ allOf: listKey, byKey: new Map() })
      else void answers.take(load(0, choiceLimit), (rows) => put(new Map(keyed(rows))))
    },
    clear() {
      begin()
      choose(nothing)
    },
  }
}
