import { useLayoutEffect, useState } from 'react'
import type { EntryPlace } from './entry-keys.ts'

const headPx = 29
const rowPx = 28

/** The cell that is typed into; `go` takes the focus there, also where its row was not in sight. */
export function useEntryPlace(
  scroller: HTMLDivElement | null,
  rows: readonly unknown[],
  begin: EntryPlace | null,
) {
  const [active, setActive] = useState(begin)
  const [wanted, setWanted] = useState(begin)
  useLayoutEffect(() => {
    if (!wanted || !scroller) return
    const cell = scroller.querySelector<HTMLElement>(
      `[data-row="${wanted.row}"][data-column="${wanted.column}"]`,
    )
    if (!cell) return
    setWanted(null)
    cell.focus({ preventScroll: true })
    // Typing replaces what stands in a cell just entered, or just filled by a key.
    if (cell instanceof HTMLInputElement) cell.select()
    showRow(scroller, wanted.row)
    cell.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [wanted, scroller, rows])
  return {
    active,
    setActive,
    go(place: EntryPlace) {
      setActive(place)
      setWanted(place)
    },
  }
}

function showRow(scroller: HTMLElement, row: number) {
  const top = row * rowPx
  const viewPx = scroller.clientHeight - headPx
  if (top < scroller.scrollTop) scroller.scrollTo({ top })
  else if (top + rowPx > scroller.scrollTop + viewPx) scroller.scrollTo({ top: top + rowPx - viewPx })
}
