import { useState } from 'react'

/** Counts take a fifth of the window; on a smaller one they lie over the list, so they wait to be asked for. */
const roomyPx = 1280
const lowPx = 560

/** Whether the counts stand beside the list, on this PC; never at first where only a few rows would be seen. */
export function useFacetsShown(): { isShown: boolean; toggle: () => void } {
  const [isShown, setShown] = useState(() => {
    const stored = localStorage.getItem('facets')
    if (window.innerHeight <= lowPx) return false
    return stored === null ? window.innerWidth >= roomyPx : stored === 'shown'
  })
  function toggle() {
    localStorage.setItem('facets', isShown ? 'hidden' : 'shown')
    setShown(!isShown)
  }
  return { isShown, toggle }
}
