import { useState, type KeyboardEvent, type PointerEvent } from 'react'

type Sized = { key: string; widthPx: number; grows?: boolean }
const minWidthPx = 48
const keyStepPx = 16

function stored(name: string): Record<string, number> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`columns.${name}`) ?? '{}')
    const entries = typeof value === 'object' && value ? Object.entries(value) : []
    return Object.fromEntries(
      entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    )
  } catch {
    return {}
  }
}

/** Widths people drag are kept on this PC for each list. */
export function useColumnWidths(name: string, columns: Sized[]) {
  const [widthPxByKey, setWidths] = useState(() => stored(name))
  const template = columns
    .map(({ key, widthPx, grows }) => {
      const dragged = widthPxByKey[key]
      if (dragged) return `${dragged}px`
      return grows ? `minmax(${widthPx}px, 1fr)` : `${widthPx}px`
    })
    .join(' ')

  function keep(widths: Record<string, number>) {
    setWidths(widths)
    localStorage.setItem(`columns.${name}`, JSON.stringify(widths))
  }
  function setWidth(key: string, widthPx: number) {
    keep({ ...widthPxByKey, [key]: Math.max(minWidthPx, Math.round(widthPx)) })
  }
  function startResize(event: PointerEvent<HTMLElement>, key: string) {
    event.preventDefault()
    const handle = event.currentTarget
    const startPx = event.clientX
    const cell = handle.parentElement
    const from = cell?.getBoundingClientRect().width ?? minWidthPx
    handle.setPointerCapture(event.pointerId)
    handle.onpointermove = (move) => setWidth(key, from + move.clientX - startPx)
    handle.onpointerup = () => {
      handle.onpointermove = null
      handle.onpointerup = null
    }
  }
  /** ←→ go from header to header; with Shift they make the column narrower or wider. */
  function onHeaderKey(event: KeyboardEvent<HTMLElement>, key: string) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0 || event.ctrlKey || event.altKey) return
    event.preventDefault()
    const header = event.currentTarget
    if (event.shiftKey) return setWidth(key, header.getBoundingClientRect().width + step * keyStepPx)
    const next = step > 0 ? header.nextElementSibling : header.previousElementSibling
    if (next instanceof HTMLElement) next.focus()
  }
  const minPx = columns.reduce((sum, { key, widthPx }) => sum + (widthPxByKey[key] ?? widthPx), 0)
  const rowStyle = { gridTemplateColumns: template, minWidth: minPx }
  return { rowStyle, startResize, onHeaderKey, reset: () => keep({}) }
}
