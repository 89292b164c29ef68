import type { ComponentProps } from 'react'
import { Field, splitFieldProps, type FieldProps } from './Field.tsx'

export type Option = { value: string; label: string; hint?: string | undefined }

export function Select(
  props: FieldProps & ComponentProps<'select'> & { options: Option[]; emptyLabel?: string },
) {
  const { field, rest } = splitFieldProps(props)
  const { options, emptyLabel, ...select } = rest
  return (
    <Field {...field}>
      {(wiring) => (
        <select {...select} {...wiring} className="input">
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
