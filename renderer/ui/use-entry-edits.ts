import { useRef, useState } from 'react'
import type { EntryGridProps } from './EntryGrid.tsx'
import type { EntryPlace } from './entry-keys.ts'
import { filledDown, parseBlock, pasteBlock, withCell } from './entry-rows.ts'

type Go = (place: EntryPlace) => void

/** What typing, pasting and the grid's own keys change in its rows. */
export function useEntryEdits<Key extends string>(props: EntryGridProps<Key>, go: Go) {
  const { columns, rows, onChange, newRow, maxRows = 1000 } = props
  const [isTyping, setTyping] = useState(false)
  const [leftOut, setLeftOut] = useState(0)
  const before = useRef('')
  const mayGrow = newRow !== undefined && rows.length < maxRows
  const entryColumn = Math.max(
    0,
    columns.findIndex((column) => !column.isFixed),
  )

  function grow() {
    if (mayGrow) onChange([...rows, newRow(rows.at(-1))])
  }
  return {
    isTyping,
    leftOut,
    mayGrow,
    grow,
    /** The cell was entered or left: what stands in it now is what Esc gives back. */
    settle(place: EntryPlace | null) {
      setTyping(false)
      const key = place && columns[place.column]?.key
      if (place && key) before.current = rows[place.row]?.[key] ?? ''
    },
    type(row: number, key: Key, text: string) {
      setTyping(true)
      onChange(withCell(rows, { row, key }, text))
    },
    addRow() {
      grow()
      if (mayGrow) go({ row: rows.length, column: entryColumn })
    },
    removeRow(row: number) {
      onChange(rows.filter((_, at) => at !== row))
      if (rows.length > 1) go({ row: Math.min(row, rows.length - 2), column: entryColumn })
    },
    change(place: EntryPlace, how: 'copyAbove' | 'fillDown' | 'clear' | 'restore') {
      const column = columns[place.column]
      if (!column || column.isFixed) return
      const at = { row: place.row, key: column.key }
      const above = rows[place.row - 1]?.[column.key]
      if (how === 'clear') before.current = ''
      else if (how === 'copyAbove') before.current = above ?? before.current
      if (how === 'fillDown') onChange(filledDown(rows, at))
      else onChange(withCell(rows, at, before.current))
      setTyping(false)
      go(place)
    },
    paste(place: EntryPlace, text: string) {
      const pasted = pasteBlock(rows, parseBlock(text), { columns, ...place }, { grow: newRow, maxRows })
      setLeftOut(pasted.leftOut)
      setTyping(false)
      onChange(pasted.rows)
    },
  }
}
