import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, parseDate, type IsoDate } from '../../shared/dates.ts'
import { Calendar } from './Calendar.tsx'
import { Field, splitFieldProps, type FieldProps } from './Field.tsx'
import { Icon } from './icons.tsx'

type Props = FieldProps & {
  value: IsoDate | null
  onChange: (value: IsoDate | null) => void
  name?: string
  disabled?: boolean
}

/** dd/MM/yyyy, typed freely; Alt+↓ opens the calendar. */
export function DateField(props: Props) {
  const { field, rest } = splitFieldProps(props)
  const { value, onChange, ...input } = rest
  const { t } = useTranslation()
  const [text, setTyped] = useState<string | null>(null)
  // A value set from outside (a draft, an undo) outlives what was typed before it.
  const typed = text !== null && parseDate(text) === value ? text : null
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  const isUnreadable = typed !== null && typed.trim() !== '' && parseDate(typed) === null

  function pick(date: IsoDate) {
    onChange(date)
    setTyped(null)
    popup.current?.hidePopover()
    box.current?.focus()
  }
  useEffect(() => box.current?.setCustomValidity(isUnreadable ? 'unreadable' : ''), [isUnreadable])
  return (
    <Field {...field} error={isUnreadable ? 'not_a_date' : field.error}>
      {(wiring) => (
        <div className="input-with-button">
          <input
            {...input}
            {...wiring}
            ref={box}
            className="input number"
            autoComplete="off"
            placeholder={t('ui.calendar.pattern')}
            value={typed ?? (value ? displayDate(value) : '')}
            onChange={(event) => {
              setTyped(event.target.value)
              onChange(parseDate(event.target.value))
            }}
            onBlur={() => !isUnreadable && setTyped(null)}
            onKeyDown={(event) => {
              if (event.altKey && event.key === 'ArrowDown' && box.current) {
                event.preventDefault()
                popup.current?.showPopover({ source: box.current })
              }
            }}
          />
          <button
            type="button"
            className="button quiet icon-only"
            tabIndex={-1}
            disabled={input.disabled}
            aria-label={t('ui.calendar.open')}
            popoverTarget={`${wiring.id}-calendar`}
          >
            <Icon name="calendar" />
          </button>
          <div
            ref={popup}
            id={`${wiring.id}-calendar`}
            popover="auto"
            className="popup from-end"
            onToggle={(event) => setOpen(event.newState === 'open')}
          >
            {isOpen && <Calendar value={value} onPick={pick} />}
          </div>
        </div>
      )}
    </Field>
  )
}
