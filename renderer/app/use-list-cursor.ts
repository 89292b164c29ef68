import { useState } from 'react'
import { useKept } from './kept.ts'
import { placeOf } from './row-span.ts'

type Parts<Row> = {
  listKey: string
  rowCount: number
  rowAt: (index: number) => Row | undefined
}
type Stand = { listKey: string; index: number; id: number | null }

/** Which row of a long list one stands on, also after a record was opened and left. Another list begins anew. */
export function useListCursor<Row extends { id: number }>(
  name: string,
  { listKey, rowCount, rowAt }: Parts<Row>,
) {
  const [stand, keep] = useKept<Stand>(name, { listKey: '', index: -1, id: null })
  const [jump, setJump] = useState(0)
  const at = stand.listKey === listKey ? Math.min(placeOf(stand, rowAt), rowCount - 1) : -1
  function move(index: number) {
    keep({ listKey, index, id: rowAt(index)?.id ?? null })
  }
  return {
    at,
    jump,
    row: at < 0 ? undefined : rowAt(at),
    move,
    /** Stands on a row and brings it into sight. */
    goTo(index: number) {
      move(index)
      setJump((count) => count + 1)
    },
  }
}
