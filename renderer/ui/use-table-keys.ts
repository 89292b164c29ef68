import { useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { isComposing } from './keys.ts'
import type { RowsByIndex, TableProps } from './Table.tsx'

type Parts<Row> = Pick<TableProps<Row>, 'choice' | 'onOpen'> &
  Pick<RowsByIndex<Row>, 'rowAt' | 'at'> & {
    reachable: number
    pageRows: number
    /** Stands on a row of the list and answers which. */
    move: (index: number) => number
  }

/** The keys and clicks of a grid: moving, opening and choosing. */
export function useTableKeys<Row>(parts: Parts<Row>) {
  const { choice, rowAt, at, reachable, pageRows, move } = parts
  /** Where a stretch of chosen rows began. */
  const anchor = useRef<number | null>(null)

  function moveTo(index: number, isStretch: boolean) {
    if (!isStretch || !choice) {
      anchor.current = null
      move(index)
      return
    }
    anchor.current ??= Math.max(0, at)
    choice.extend(anchor.current, move(index))
  }
  function chooseByKey(event: KeyboardEvent): boolean {
    if (!choice) return false
    const row = rowAt(at)
    if (event.ctrlKey && event.key.toLowerCase() === 'a') choice.all()
    else if (event.key === ' ' && row) choice.toggle(row)
    else if (event.key === 'Escape' && choice.count > 0) choice.clear()
    else return false
    anchor.current = null
    return true
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event) || event.altKey || event.defaultPrevented) return
    const isOnGrid = event.target === event.currentTarget
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + pageRows,
      PageUp: at - pageRows,
      Home: 0,
      End: reachable - 1,
    }
    const next = moves[event.key]
    const row = rowAt(at)
    if (isOnGrid && chooseByKey(event)) event.stopPropagation()
    else if (event.ctrlKey) return
    else if (next !== undefined) moveTo(next, event.shiftKey)
    else if (isOnGrid && event.key === 'Enter' && row) parts.onOpen?.(row)
    else return
    event.preventDefault()
  }
  function onRowClick(event: MouseEvent, index: number) {
    const row = rowAt(index)
    if (choice && event.ctrlKey && row) choice.toggle(row)
    moveTo(index, event.shiftKey)
  }
  return { onKeyDown, onRowClick }
}
