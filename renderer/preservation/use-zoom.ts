import { useState, type KeyboardEvent } from 'react'

/** Widths as shares of the room there is. */
const zooms = [100, 150, 200, 300, 400] as const
const zoomKeys: Record<string, number> = { '+': 1, '=': 1, '-': -1 }

/** How large a page is shown. */
export function useZoom() {
  const [at, setAt] = useState(0)
  const by = (step: number) => setAt(Math.max(0, Math.min(zooms.length - 1, at + step)))
  return {
    percent: zooms[at] ?? 100,
    isLeast: at === 0,
    isMost: at === zooms.length - 1,
    by,
    onKey({ key }: KeyboardEvent) {
      const step = zoomKeys[key]
      if (step !== undefined) by(step)
    },
  }
}
export type Zoom = ReturnType<typeof useZoom>
