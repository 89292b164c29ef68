import { useEffect, useEffectEvent } from 'react'
import { betweenKeysMs, isComposing, isTextField } from '../ui/keys.ts'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

/** The first ten counters have a key of their own. */
export function tallyKeyOf(at: number): string | null {
  return keys[at] ?? null
}

/**
 * One press counts one more, with Shift one fewer; outside text fields only. A key that others follow at a scanner's
 * pace began a code and counts nothing.
 */
export function useTallyKeys(
  codes: readonly string[],
  onTally: (code: string, by: 1 | -1) => void,
  isActive: boolean,
) {
  const tally = useEffectEvent((at: number, by: 1 | -1) => {
    const code = codes[at]
    if (code !== undefined) onTally(code, by)
  })
  useEffect(() => {
    if (!isActive) return undefined
    let waiting: ReturnType<typeof setTimeout> | undefined
    function onKeyDown(event: KeyboardEvent) {
      clearTimeout(waiting)
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || isComposing(event)) return
      if (isTextField(event.target) || document.querySelector('dialog:modal')) return
      const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
      if (digit === undefined) return
      const by = event.shiftKey ? -1 : 1
      waiting = setTimeout(() => tally(keys.indexOf(digit), by), betweenKeysMs)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      clearTimeout(waiting)
      window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [isActive])
}
