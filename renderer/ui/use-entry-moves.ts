import { useRef, type ClipboardEvent, type FocusEvent, type KeyboardEvent } from 'react'
import type { EntryGridProps } from './EntryGrid.tsx'
import { entryKeyOf, nextTabStop, type EntryPlace } from './entry-keys.ts'
import { isBlock } from './entry-rows.ts'
import { isComposing } from './keys.ts'
import { useEntryEdits } from './use-entry-edits.ts'
import { useEntryPlace } from './use-entry-place.ts'

const rowPx = 28

function placeOf(target: EventTarget): EntryPlace | null {
  const { row, column } = target instanceof HTMLElement ? target.dataset : {}
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) }
}

/** Where the grid is being typed into, and what its keys, pastes and buttons do there. */
export function useEntryMoves<Key extends string>(
  props: EntryGridProps<Key>,
  scroller: HTMLDivElement | null,
) {
  const { columns, rows, mayRemoveRows = false } = props
  const begin = props.takesFocus
    ? {
        row: 0,
        column: Math.max(
          0,
          columns.findIndex((each) => !each.isFixed),
        ),
      }
    : null
  const { active, setActive, go } = useEntryPlace(scroller, rows, begin)
  const edits = useEntryEdits(props, go)
  const { isTyping } = edits
  const foot = useRef<HTMLDivElement>(null)

  function moveBy(place: EntryPlace, down: number) {
    const row = place.row + down
    if (row === rows.length && down === 1 && edits.mayGrow) {
      edits.grow()
      go({ ...place, row })
    } else go({ ...place, row: Math.max(0, Math.min(rows.length - 1, row)) })
  }
  /** Whether the key was the grid's: Tab at either end leaves it, as from any field. */
  function act(place: EntryPlace, event: KeyboardEvent): boolean {
    const pageRows = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowPx) - 2)
    const wanted = entryKeyOf(event, { isTyping, pageRows, mayRemoveRows })
    if (!wanted) return false
    if (wanted.kind === 'tab') {
      const next = nextTabStop(place, { columns, rowCount: rows.length, step: wanted.step })
      if (next) go(next)
      return next !== null
    }
    if (wanted.kind === 'down') moveBy(place, wanted.rows)
    else if (wanted.kind === 'edge') go({ ...place, row: wanted.isLast ? rows.length - 1 : 0 })
    else if (wanted.kind === 'right') {
      go({ ...place, column: Math.max(0, Math.min(columns.length - 1, place.column + wanted.columns)) })
    } else if (wanted.kind === 'change') edits.change(place, wanted.how)
    else if (wanted.kind === 'removeRow') edits.removeRow(place.row)
    else if (wanted.kind === 'leave') foot.current?.focus()
    else if (event.target instanceof HTMLInputElement) {
      event.target.setSelectionRange(event.target.value.length, event.target.value.length)
    }
    return true
  }
  return {
    ...edits,
    active,
    foot,
    goTo(row: number, key: Key) {
      const column = columns.findIndex((each) => each.key === key)
      go({ row, column: Math.max(0, column) })
    },
    onKeyDown(event: KeyboardEvent) {
      const place = placeOf(event.target)
      if (!place || isComposing(event)) return
      // What the page saves is done with: what is wrong with it is said at its cell.
      if (event.ctrlKey && event.key === 'Enter') edits.settle(place)
      else if (act(place, event)) event.preventDefault()
    },
    onPaste(event: ClipboardEvent) {
      const place = placeOf(event.target)
      const text = event.clipboardData.getData('text/plain')
      if (!place || !(isBlock(text) || event.target instanceof HTMLSelectElement)) return
      event.preventDefault()
      edits.paste(place, text)
    },
    onFocus(event: FocusEvent) {
      const place = placeOf(event.target)
      if (!place) return
      setActive(place)
      edits.settle(place)
      if (event.target instanceof HTMLInputElement) event.target.select()
    },
    onBlur(event: FocusEvent) {
      edits.settle(null)
      if (!(event.relatedTarget instanceof Node && scroller?.contains(event.relatedTarget))) setActive(null)
    },
  }
}
