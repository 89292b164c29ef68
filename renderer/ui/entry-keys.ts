import type { EntryColumn } from './entry-rows.ts'

export type EntryPlace = { row: number; column: number }

type Act =
  | { kind: 'down'; rows: number }
  | { kind: 'right'; columns: number }
  | { kind: 'tab'; step: 1 | -1 }
  | { kind: 'edge'; isLast: boolean }
  | { kind: 'change'; how: 'copyAbove' | 'fillDown' | 'clear' | 'restore' }
  | { kind: 'removeRow' }
  | { kind: 'edit' }
  | { kind: 'leave' }

type Key = {
  key: string
  ctrlKey: boolean
  shiftKey: boolean
  altKey: boolean
  target: EventTarget
}
type State = { isTyping: boolean; pageRows: number; mayRemoveRows: boolean }

/** What a key means in a grid; null leaves it to the field or the page. */
export function entryKeyOf(event: Key, state: State): Act | null {
  if (event.altKey) return null
  if (event.ctrlKey) return withControl(event, state)
  switch (event.key) {
    case 'ArrowDown':
      return { kind: 'down', rows: 1 }
    case 'ArrowUp':
      return { kind: 'down', rows: -1 }
    case 'Enter':
      return { kind: 'down', rows: event.shiftKey ? -1 : 1 }
    case 'PageDown':
      return { kind: 'down', rows: state.pageRows }
    case 'PageUp':
      return { kind: 'down', rows: -state.pageRows }
    case 'Tab':
      return { kind: 'tab', step: event.shiftKey ? -1 : 1 }
    case 'ArrowLeft':
      return leaves(event, 'start') ? { kind: 'right', columns: -1 } : null
    case 'ArrowRight':
      return leaves(event, 'end') ? { kind: 'right', columns: 1 } : null
    case 'Delete':
      return isWhole(event.target) ? { kind: 'change', how: 'clear' } : null
    case 'F2':
      return { kind: 'edit' }
    case 'Escape':
      return state.isTyping ? { kind: 'change', how: 'restore' } : { kind: 'leave' }
    default:
      return null
  }
}

function withControl({ key, shiftKey }: Key, { mayRemoveRows }: State): Act | null {
  if (key.toLowerCase() === 'd') return { kind: 'change', how: shiftKey ? 'fillDown' : 'copyAbove' }
  if (key === 'Delete' && mayRemoveRows) return { kind: 'removeRow' }
  if (key === 'Home' || key === 'End') return { kind: 'edge', isLast: key === 'End' }
  return null
}

/** A cell just entered is selected as a whole, and ← → go on; inside its text they move the caret. */
function leaves({ target, shiftKey }: Key, edge: 'start' | 'end'): boolean {
  if (shiftKey) return false
  if (!(target instanceof HTMLInputElement) || isWhole(target)) return true
  const caret = edge === 'start' ? target.selectionStart : target.selectionEnd
  return (
    target.selectionStart === target.selectionEnd && caret === (edge === 'start' ? 0 : target.value.length)
  )
}

function isWhole(target: EventTarget): boolean {
  if (!(target instanceof HTMLInputElement)) return true
  return target.selectionStart === 0 && target.selectionEnd === target.value.length
}

type Stops = { columns: readonly EntryColumn[]; rowCount: number; step: 1 | -1 }

/** The next cell that can be typed into, over the ends of rows; null beyond the grid. */
export function nextTabStop(from: EntryPlace, { columns, rowCount, step }: Stops): EntryPlace | null {
  let { row, column } = from
  for (let tries = 0; tries <= columns.length; tries += 1) {
    column += step
    if (column < 0 || column >= columns.length) {
      row += step
      column = step > 0 ? 0 : columns.length - 1
    }
    if (row < 0 || row >= rowCount) return null
    if (!columns[column]?.isFixed) return { row, column }
  }
  return null
}
