import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Field, splitFieldProps, type FieldProps } from './Field.tsx'
import { isComposing } from './keys.ts'
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
  const list = useRef<HTMLDivElement>(null)
  const shown = isOpen ? suggestions : []
  const isShown = shown.length > 0

  useEffect(() => {
    if (isShown && box.current) list.current?.showPopover({ source: box.current })
  }, [isShown])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

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
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
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
            aria-controls={isShown ? `${wiring.id}-list` : undefined}
            aria-autocomplete="list"
            aria-activedescendant={shown[active] ? `${wiring.id}-${active}` : undefined}
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
            <div
              ref={list}
              id={`${wiring.id}-list`}
              popover="manual"
              role="listbox"
              aria-label={field.label}
              className="popup listbox"
            >
              {shown.map((option, at) => (
                <div
                  key={option.value}
                  id={`${wiring.id}-${at}`}
                  role="option"
                  aria-selected={at === active}
                  className="option"
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => take(option)}
                >
                  {option.label}
                  {option.hint && <span className="hint">{option.hint}</span>}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </Field>
  )
}
