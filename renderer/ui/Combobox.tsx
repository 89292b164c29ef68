import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../shared/fold.ts'
import { Field, splitFieldProps, type FieldProps } from './Field.tsx'
import { isComposing } from './keys.ts'
import { Listbox, listId, listStep, optionId } from './Listbox.tsx'
import type { Option } from './Select.tsx'

type Props = FieldProps & {
  value: string
  onChange: (value: string) => void
  options: Option[]
  /** Asked as people type, when the options come from elsewhere; else they are filtered here. */
  onType?: (text: string) => void
  isLoading?: boolean
  name?: string
}

const shownAtMost = 100

function filtered(options: Option[], typed: string): Option[] {
  const wanted = fold(typed.trim())
  return options
    .filter((option) => fold(`${option.value} ${option.label}`).includes(wanted))
    .slice(0, shownAtMost)
}

/** A list to type into (ARIA 1.2 combobox): ↑↓ choose, Enter takes, Esc leaves the old choice. */
export function Combobox(props: Props) {
  const { field, rest } = splitFieldProps(props)
  const { value, onChange, options, onType, isLoading = false, name } = rest
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const box = useRef<HTMLInputElement>(null)
  const isOpen = typed !== null
  const current = options.find((option) => option.value === value)
  const shown = typed === null ? [] : onType ? options : filtered(options, typed)

  function type(text: string) {
    setTyped(text)
    setActive(0)
    onType?.(text)
  }
  function take(option: Option | undefined) {
    if (option) onChange(option.value)
    setTyped(null)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return
    const step = listStep(event)
    if (step !== 0) {
      event.preventDefault()
      if (!isOpen) type('')
      else setActive(Math.max(0, Math.min(shown.length - 1, active + step)))
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      take(shown[active])
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      setTyped(null)
    }
  }
  return (
    <Field {...field}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            ref={box}
            name={name}
            className="input"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={listId(wiring.id)}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && shown[active] ? optionId(wiring.id, active) : undefined}
            autoComplete="off"
            value={typed ?? current?.label ?? value}
            onChange={(event) => type(event.target.value)}
            onFocus={(event) => event.target.select()}
            onClick={() => !isOpen && type('')}
            onBlur={() => take(typed?.trim() && shown.length === 1 ? shown[0] : undefined)}
            onKeyDown={onKeyDown}
          />
          <Listbox
            boxId={wiring.id}
            box={box}
            label={field.label}
            isOpen={isOpen}
            options={shown}
            active={active}
            onTake={take}
            nothing={t(isLoading ? 'ui.list.loading' : 'ui.list.nothingFound')}
          />
        </>
      )}
    </Field>
  )
}
