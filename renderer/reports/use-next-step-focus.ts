import { useEffect, useRef } from 'react'
import type { Period } from '../../shared/reports/contract.ts'

/** The button that moved a report on is gone with its step: the focus goes to the next step's, not to nowhere. */
export function useNextStepFocus(state: Period['state']) {
  const list = useRef<HTMLOListElement>(null)
  const shown = useRef(state)
  useEffect(() => {
    const isMoved = shown.current !== state
    shown.current = state
    if (!isMoved || document.activeElement !== document.body) return
    const next = list.current?.querySelector<HTMLElement>('[aria-current] .button')
    const target = next ?? list.current
    target?.focus()
  }, [state])
  return list
}
