import { useQueries, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf, queryKeyOf, Refused, useCall } from './asking.ts'
import type { Input, Output, Refusal, RowIn, RowsInput, RowsName, Total } from './operation-types.ts'
import { pagesAround, rowCountOf } from './row-span.ts'
import { createTurns } from './turns.ts'

/** Pages kept beyond those in sight; a list of a million rows never lies in memory. */
const keptPages = 20
/** A scroll bar that is dragged passes many pages; only where it rests is asked for. */
const restMs = 80

export type Rows<Name extends RowsName> = Readonly<{
  /** Names the list that is shown; changes with the question, once its answer is here. */
  listKey: string
  rowCount: number
  rowAt: (index: number) => RowIn<Name> | undefined
  /** Says which rows are in sight. */
  show: (first: number, last: number) => void
  /** Rows for an act on a stretch of the list, also those not in sight. */
  load: (first: number, last: number) => Promise<RowIn<Name>[]>
  total: Total | undefined
  /** A page of the answer, for what comes beside the rows. */
  answer: Output<Name> | undefined
  failure: Refusal<Name> | null
  isStarting: boolean
  /** Rows of the question before, shown until the new answer is here. */
  isOutdated: boolean
}>

type Answered<Name extends RowsName> = Output<Name> & { rows: RowIn<Name>[]; total: Total }
type Shown<Name extends RowsName> = { listKey: string; byPage: Map<number, Answered<Name>>; total: Total }

/** A list over offsets: only the pages in sight are asked for, wherever they lie. */
export function useRows<Name extends RowsName>(
  operation: Name,
  input: RowsInput<Name>,
  { pageRows = 100, isActive = true }: { pageRows?: number; isActive?: boolean } = {},
): Rows<Name> {
  const queries = useQueryClient()
  const listKey = JSON.stringify(input)
  const shown = useRef<Shown<Name> | null>(null)
  const counted = shown.current?.listKey === listKey ? rowCountIn(shown.current, pageRows) : 1
  const sight = useSight(listKey)
  const pages = pagesAround(sight, pageRows, Math.max(counted, 1))
  const pageQuery = usePageQuery(operation, input, pageRows)
  const asked = useQueries({ queries: pages.map((page) => ({ ...pageQuery(page), enabled: isActive })) })

  const byPage = new Map<number, Answered<Name>>()
  let newest = 0
  asked.forEach(({ data, dataUpdatedAt }, at) => {
    const page = pages[at]
    if (page === undefined || !data) return
    byPage.set(page, data)
    if (dataUpdatedAt < newest) return
    newest = dataUpdatedAt
    shown.current = { listKey, byPage, total: data.total }
  })
  const { current } = shown
  const isOutdated = current !== null && current.listKey !== listKey
  useTrimmed(queries, operation, pages.join())

  const rowAt = (index: number): RowIn<Name> | undefined => {
    const page = Math.floor(index / pageRows)
    const answered =
      current?.byPage.get(page) ??
      (isOutdated ? undefined : queries.getQueryData<Answered<Name>>(pageQuery(page).queryKey))
    return answered?.rows[index - page * pageRows]
  }
  async function load(first: number, last: number) {
    const rows: RowIn<Name>[] = []
    for (let page = Math.floor(first / pageRows); page <= Math.floor(last / pageRows); page++) {
      const { rows: more } = await queries.fetchQuery(pageQuery(page))
      rows.push(...more.filter((_, at) => page * pageRows + at >= first && page * pageRows + at <= last))
    }
    return rows
  }
  const failed = asked.find(({ error }) => error !== null)
  return {
    listKey: current?.listKey ?? listKey,
    rowCount: current ? rowCountIn(current, pageRows) : 0,
    rowAt,
    show: isOutdated ? ignore : sight.show,
    load,
    total: current?.total,
    answer: current?.byPage.values().next().value,
    failure: failed ? failureOf<Name>(failed.error) : null,
    isStarting: isActive && current === null && !failed,
    isOutdated,
  }
}

/** Where the rows of the question before stand says nothing about the new list. */
function ignore() {}

function rowCountIn<Name extends RowsName>({ total, byPage }: Shown<Name>, pageRows: number): number {
  const loaded = [...byPage].map(([page, { rows }]) => ({ page, rows: rows.length }))
  return rowCountOf(total, loaded, pageRows)
}

function usePageQuery<Name extends RowsName>(operation: Name, input: RowsInput<Name>, pageRows: number) {
  const call = useCall()
  const [turns] = useState(() => createTurns(2))
  return (page: number) => {
    const pageInput = { ...input, offset: page * pageRows, limit: pageRows } as Input<Name>
    return {
      queryKey: queryKeyOf(operation, pageInput),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        turns(signal, async () => {
          const answer = await call(operation, pageInput)
          if (!answer.ok) throw new Refused(answer.error)
          return answer.value as Answered<Name>
        }),
    }
  }
}

type Sight = { first: number; last: number; show: (first: number, last: number) => void }

/** The rows in sight, of this list: a new one begins at its top. A jump is believed when it rests. */
function useSight(listKey: string): Sight {
  const [sight, setSight] = useState({ listKey, first: 0, last: 0 })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const at = useRef(0)
  const show = useCallback(
    (first: number, last: number) => {
      clearTimeout(timer.current)
      const isNear = Math.abs(first - at.current) <= 2 * (last - first + 1)
      const rest = () => {
        at.current = first
        setSight((old) =>
          old.listKey === listKey && old.first === first && old.last === last
            ? old
            : { listKey, first, last },
        )
      }
      if (isNear) rest()
      else timer.current = setTimeout(rest, restMs)
    },
    [listKey],
  )
  useEffect(() => () => clearTimeout(timer.current), [])
  return sight.listKey === listKey ? { ...sight, show } : { first: 0, last: 0, show }
}

function useTrimmed(queries: QueryClient, operation: RowsName, pagesInSight: string) {
  useEffect(() => {
    const cache = queries.getQueryCache()
    const unseen = cache.findAll({ queryKey: operation.split('.'), type: 'inactive' })
    const oldest = unseen.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt).slice(keptPages)
    for (const query of oldest) cache.remove(query)
  }, [queries, operation, pagesInSight])
}
