import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Field, splitFieldProps, type FieldProps } from './Field.tsx'
import { isComposing } from './keys.ts'
import { Listbox, listId, listStep, optionId } from './Listbox.tsx'
import type { Option } from './Select.tsx'

type Props = FieldProps & {
  value: string
  onChange: (value: string) => void
  /** What could be meant; asked for with every change through `onType`. */
  suggestions: Option[]
  onType: (text: string, caret: number) => void
  onTake: (option: Option, caret: number) => void
  name?: string
  autoFocus?: boolean
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  /** Beside the box: a button that opens a longer way to choose. */
  children?: ReactNode
}

/** Any text may stand here; what is suggested is taken with ↓ and Enter, or by a click. */
export function SuggestField(props: Props) {
  const { field, rest } = splitFieldProps(props)
  const { value, onChange, suggestions, onType, onTake, name, autoFocus = false, children } = rest
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const box = useRef<HTMLInputElement>(null)
  const shown = isOpen ? suggestions : []
  const isShown = shown.length > 0

  const caret = () => box.current?.selectionStart ?? value.length
  function close() {
    setOpen(false)
    setActive(-1)
  }
  function take(option: Option) {
    onTake(option, caret())
    close()
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (isComposing(event)) return
    const step = listStep(event)
    const chosen = shown[active]
    if (step !== 0 && !event.altKey) {
      event.preventDefault()
      if (!isOpen) onType(value, caret())
      setOpen(true)
      setActive(Math.max(-1, Math.min(suggestions.length - 1, active + step)))
    } else if (event.key === 'Enter' && chosen && !event.ctrlKey) {
      event.preventDefault()
      take(chosen)
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else rest.onKeyDown?.(event)
  }
  return (
    <Field {...field}>
      {(wiring) => (
        <div className={children ? 'input-with-button' : ''}>
          <input
            {...wiring}
            ref={box}
            name={name}
            className="input"
            role="combobox"
            aria-expanded={isShown}
            aria-controls={isShown ? listId(wiring.id) : undefined}
            aria-autocomplete="list"
            aria-activedescendant={shown[active] ? optionId(wiring.id, active) : undefined}
            autoComplete="off"
            spellCheck={false}
            autoFocus={autoFocus}
            value={value}
            onChange={(event) => {
              onChange(event.target.value)
              setOpen(true)
              setActive(-1)
              onType(event.target.value, caret())
            }}
            onBlur={close}
            onKeyDown={onKeyDown}
          />
          {children}
          {isShown && (
            <Listbox
              boxId={wiring.id}
              box={box}
              label={field.label}
              isOpen
              options={shown}
              active={active}
              onTake={take}
            />
          )}
        </div>
      )}
    </Field>
  )
}
