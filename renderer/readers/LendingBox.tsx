import { useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { ref: RefObject<HTMLInputElement | null>; onCode: (code: string) => void; onEscape: () => void }

/** A code ends with Enter, also one that an input method still composes. */
export function LendingBox({ ref, onCode, onEscape }: Props) {
  const { t } = useTranslation()
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
      className="input lending-box"
      aria-label={t('readers.desk.box')}
      placeholder={t('readers.desk.box')}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={100}
      autoFocus
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.currentTarget.value === '') onEscape()
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
