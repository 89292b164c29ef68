import { useEffect, useRef } from 'react'

type KeyLike = {
  isComposing?: boolean
  keyCode?: number
  nativeEvent?: { isComposing?: boolean; keyCode?: number }
}

/** While an input method composes a word, its keys belong to it; 229 is what older ones report. */
export function isComposing(event: KeyLike): boolean {
  const native = event.nativeEvent ?? event
  return native.isComposing === true || native.keyCode === 229
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  ) {
    return true
  }
  return target instanceof HTMLInputElement && !['button', 'checkbox', 'radio'].includes(target.type)
}

function isEmptyField(target: EventTarget | null): boolean {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value === ''
}

/** Written as people read it: `Ctrl+K`, `F4`, `N`, `?`. */
export type Shortcut = string

export function matches(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier)
  const isSymbol = key.length === 1 && !/[a-z0-9]/i.test(key)
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    event.ctrlKey === has('Ctrl') &&
    event.altKey === has('Alt') &&
    (isSymbol || event.shiftKey === has('Shift'))
  )
}

/** Scanners type a key in 5–30 ms; the quickest people need about 80. */
export const betweenKeysMs = 50

const isLetter = (shortcut: Shortcut) => /^[a-z0-9]$/i.test(shortcut)

/** Acts unless another key follows at a scanner's pace: then the letter began a code and meant nothing by itself. */
function actWhenAlone(act: () => void): () => void {
  const timer = setTimeout(() => {
    drop()
    act()
  }, betweenKeysMs)
  function drop() {
    clearTimeout(timer)
    window.removeEventListener('keydown', drop, { capture: true })
  }
  window.addEventListener('keydown', drop, { capture: true })
  return drop
}

const editingKeys = /^Ctrl\+[ACVXYZ]$/

/** A bare letter works only where nobody types; a dialog on top keeps all of its keys. */
export function mayAct(shortcut: Shortcut, event: KeyboardEvent): boolean {
  if (isComposing(event) || event.defaultPrevented || !matches(shortcut, event)) return false
  const isBare = !/^(Ctrl|Alt)\+/.test(shortcut) && !/^F\d+$/.test(shortcut)
  if (isBare && isTextField(event.target)) return false
  if (editingKeys.test(shortcut) && isTextField(event.target) && !isEmptyField(event.target)) return false
  const dialog = document.querySelector('dialog:modal')
  return (
    !dialog ||
    (event.target instanceof Node && dialog.contains(event.target) && dialog.matches('[data-keys]'))
  )
}

export function useShortcut(shortcut: Shortcut, act: () => void, isActive = true) {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!isActive) return
    let drop = () => {}
    function onKeyDown(event: KeyboardEvent) {
      if (!mayAct(shortcut, event)) return
      event.preventDefault()
      if (isLetter(shortcut)) drop = actWhenAlone(() => latest.current())
      else latest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      drop()
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [shortcut, isActive])
}
