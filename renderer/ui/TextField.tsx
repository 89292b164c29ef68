import type { ComponentProps } from 'react'
import { Field, splitFieldProps, type FieldProps } from './Field.tsx'

export function TextField(props: FieldProps & ComponentProps<'input'>) {
  const { field, rest } = splitFieldProps(props)
  return (
    <Field {...field}>
      {(wiring) => (
        <input type="text" autoComplete="off" spellCheck={false} {...rest} {...wiring} className="input" />
      )}
    </Field>
  )
}

export function TextArea(props: FieldProps & ComponentProps<'textarea'>) {
  const { field, rest } = splitFieldProps(props)
  return (
    <Field {...field}>
      {(wiring) => (
        <textarea
          spellCheck={false}
          rows={3}
          {...rest}
          {...wiring}
          className={`input ${rest.className ?? ''}`}
        />
      )}
    </Field>
  )
}
