import { useEffect, useEffectEvent } from 'react'

/** A slip scanned on another page opens the desk with it. */
export function useDeskStart(code: string | null, take: (code: string) => void) {
  const takeCode = useEffectEvent(take)
  useEffect(() => {
    if (code) takeCode(code)
  }, [code])
}
