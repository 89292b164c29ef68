import { useEffect, useState } from 'react'

const headerPx = 29

/** Where a scrolling box stands and how much of it the rows below its header have. */
export function useViewport(box: HTMLElement | null) {
  const [viewport, setViewport] = useState({ scrollPx: 0, viewPx: 0 })
  useEffect(() => {
    if (!box) return
    function measure() {
      // On paper the box is as high as its rows, and rows without end would follow.
      if (!box || window.matchMedia('print').matches) return
      setViewport({ scrollPx: box.scrollTop, viewPx: Math.max(0, box.clientHeight - headerPx) })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    box.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', measure)
    }
  }, [box])
  return viewport
}
