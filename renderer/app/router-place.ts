import { createContext, use, useCallback } from 'react'
import { useLocation } from 'react-router'

/** Whether the router is at this address and on its way to no other; pages learn of that only when they are drawn. */
export const RouterPlaceContext = createContext<(pathname: string) => boolean>(() => true)

const restMs = 300

/**
 * Writes an address once typing has paused. A page that is being left is drawn a while longer, and must not call people
 * back: it waits until it is sure to stay. What is answered calls the writing off.
 */
export function useAfterTyping(): (write: () => void) => () => void {
  const isAt = use(RouterPlaceContext)
  const { pathname } = useLocation()
  return useCallback(
    (write) => {
      let timer = setTimeout(attempt, restMs)
      function attempt() {
        if (isAt(pathname)) write()
        else timer = setTimeout(attempt, restMs)
      }
      return () => clearTimeout(timer)
    },
    [isAt, pathname],
  )
}
