import { useState } from 'react'
import { useShortcut } from './keys.ts'

/** Beside the list there is room from here on; on a smaller window the preview lies over it, so it waits to be asked for. */
const roomyPx = 1100

function isWanted(): boolean {
  const stored = localStorage.getItem('preview')
  return stored === null ? window.innerWidth > roomyPx : stored === 'shown'
}

/** Whether the chosen row is shown beside its list; F4 changes it, for every list on this PC. */
export function usePreview(): { isShown: boolean; toggle: () => void } {
  const [isShown, setShown] = useState(isWanted)
  function toggle() {
    localStorage.setItem('preview', isShown ? 'hidden' : 'shown')
    setShown(!isShown)
  }
  useShortcut('F4', toggle)
  return { isShown, toggle }
}
