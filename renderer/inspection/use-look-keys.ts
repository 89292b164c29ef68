import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { isComposing, isTextField, useShortcut } from '../ui/keys.ts'

type Keys = { onSave: () => void; isActive: boolean }

/**
 * Enter and Space say what was seen, wherever the focus is on the page itself; on a button they press it, as everywhere.
 * G goes to the note.
 */
export function useLookKeys({ onSave, isActive }: Keys): RefObject<HTMLInputElement | null> {
  const note = useRef<HTMLInputElement>(null)
  const save = useEffectEvent(onSave)
  useShortcut('G', () => note.current?.focus(), isActive)
  useEffect(() => {
    if (!isActive) return
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' && event.key !== ' ') return
      if (event.defaultPrevented || event.repeat || isComposing(event) || isTextField(event.target)) return
      if (event.target instanceof Element && event.target.closest('button, a, summary, dialog')) return
      if (document.querySelector('dialog:modal')) return
      event.preventDefault()
      save()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isActive])
  return note
}
