import { useEffect, useRef, useState, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, splitFieldProps, type FieldProps } from './Field.tsx'
import { formatNumber, numberStyle, parseNumber } from './numbers.ts'

type Props = FieldProps &
  Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
    value: number | null
    onChange: (value: number | null) => void
    /** Off for years and other numbers that are names. */
    isGrouped?: boolean
    /** What is asked for, said instead of the common words where the text is no such number. */
    advice?: string
  }

/** Typed freely; text that is no number stays in the box and says so, it is never dropped. */
export function NumberField(props: Props) {
  const { field, rest } = splitFieldProps(props)
  const { value, onChange, isGrouped = true, advice, ...input } = rest
  const { i18n } = useTranslation()
  const style = numberStyle(i18n.language)
  const [text, setTyped] = useState<string | null>(null)
  // A value set from outside (a draft, an undo) outlives what was typed before it.
  const typed = text !== null && parseNumber(text, style) === value ? text : null
  const box = useRef<HTMLInputElement>(null)
  const isUnreadable = typed !== null && typed.trim() !== '' && parseNumber(typed, style) === null
  useEffect(() => box.current?.setCustomValidity(isUnreadable ? 'unreadable' : ''), [isUnreadable])
  return (
    <Field {...field} error={isUnreadable ? (advice ?? 'not_a_number') : advised(field.error, advice)}>
      {(wiring) => (
        <input
          {...input}
          {...wiring}
          ref={box}
          className="input number"
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? (value === null ? '' : formatNumber(value, style, isGrouped))}
          onChange={(event) => {
            setTyped(event.target.value)
            onChange(parseNumber(event.target.value, style))
          }}
          onBlur={(event) => {
            if (!isUnreadable) setTyped(null)
            input.onBlur?.(event)
          }}
        />
      )}
    </Field>
  )
}

const rangeCodes: readonly string[] = ['too_small', 'too_big', 'invalid_type', 'invalid_format']

function advised(error: string | undefined, advice: string | undefined): string | undefined {
  return error !== undefined && rangeCodes.includes(error) ? (advice ?? error) : error
}
