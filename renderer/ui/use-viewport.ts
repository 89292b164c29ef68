import { useEffect, useState, type RefObject } from 'react'

const headerPx = 29

/** Where a scrolling box stands and how much of it the rows below its header have. */
export function useViewport(box: RefObject<HTMLElement | null>) {
  const [viewport, setViewport] = useState({ scrollPx: 0, viewPx: 600 })
  const [element, setElement] = useState<HTMLElement | null>(null)
  useEffect(() => {
    setElement(box.current)
  })
  useEffect(() => {
    if (!element) return
    function measure() {
      if (!element) return
      setViewport({ scrollPx: element.scrollTop, viewPx: Math.max(0, element.clientHeight - headerPx) })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [element])
  return viewport
}
