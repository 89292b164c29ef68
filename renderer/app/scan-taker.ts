import { useEffect, useEffectEvent } from 'react'

let taker: ((code: string) => void) | null = null

/** While the page is open, every code read outside a text field is its own, and opens nothing. */
export function useScanTaker(take: (code: string) => void, isActive = true) {
  const takeCode = useEffectEvent(take)
  useEffect(() => {
    if (!isActive) return undefined
    const own = (code: string) => takeCode(code)
    taker = own
    return () => {
      if (taker === own) taker = null
    }
  }, [isActive])
}

/** Hands a code to the page that takes all; false where no page does. */
export function isTaken(code: string): boolean {
  taker?.(code)
  return taker !== null
}
