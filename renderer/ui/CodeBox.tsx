import { useEffect, useRef, type RefObject } from 'react'

type Props = {
  ref: RefObject<HTMLInputElement | null>
  className: string
  label: string
  maxLength: number
  onCode: (code: string) => void
  onLeave: () => void
}

/** A code ends with Enter, also one that an input method still composes. The next may come before the answer to this one. */
export function CodeBox({ ref, className, label, maxLength, onCode, onLeave }: Props) {
  const isEntered = useRef(false)
  function submit() {
    const box = ref.current
    if (!box) return
    const code = box.value.trim()
    box.value = ''
    if (code !== '') onCode(code)
  }
  // Whoever clicks beside everything goes on scanning.
  useEffect(() => {
    function back() {
      if (document.activeElement === document.body) ref.current?.focus()
    }
    window.addEventListener('pointerup', back)
    return () => window.removeEventListener('pointerup', back)
  }, [ref])
  return (
    <input
      ref={ref}
      className={`input ${className}`}
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={maxLength}
      autoFocus
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.currentTarget.value === '') onLeave()
        if (event.key !== 'Enter' || event.ctrlKey) return
        event.preventDefault()
        if (event.nativeEvent.isComposing) isEntered.current = true
        else submit()
      }}
      onCompositionEnd={() => {
        // The composed text is in the box only after this event.
        if (isEntered.current) setTimeout(submit)
        isEntered.current = false
      }}
    />
  )
}
