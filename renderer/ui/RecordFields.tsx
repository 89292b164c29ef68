import type { UseFormReturn, FieldValues } from 'react-hook-form'
import { DateField } from './DateField.tsx'
import { bind } from './Form.tsx'
import { NumberField } from './NumberField.tsx'
import { Select, type Option } from './Select.tsx'
import { TextArea, TextField } from './TextField.tsx'

type Common = { name: string; label: string; hint?: string; isRequired?: true; isWide?: true }
export type FieldSpec = Common &
  (
    | { kind: 'text' | 'area' | 'date' }
    | { kind: 'number'; isGrouped?: false }
    | { kind: 'choice'; options: readonly Option[] }
    /** A choice of words that may be left open. */
    | { kind: 'word'; options: readonly Option[]; emptyLabel: string }
    /** A choice that may be left open, of records known by their numbers. */
    | { kind: 'record'; options: readonly Option[]; emptyLabel: string }
  )

type Props<Output> = { form: UseFormReturn<FieldValues, unknown, Output>; fields: readonly FieldSpec[] }

/** The fields of a record one after another, in as many columns as there is room for. */
export function RecordFields<Output>({ form, fields }: Props<Output>) {
  return (
    <div className="form-grid">
      {fields.map((field) => (
        <OneField key={field.name} form={form} field={field} />
      ))}
    </div>
  )
}

function OneField<Output>({ form, field }: { form: Props<Output>['form']; field: FieldSpec }) {
  const { text, value } = bind(form)
  const { name, label, hint, isRequired = false, isWide = false } = field
  const common = { label, hint, isRequired, isWide }
  switch (field.kind) {
    case 'text':
      return <TextField {...text(name)} {...common} />
    case 'area':
      return <TextArea {...text(name)} {...common} isWide rows={2} />
    case 'choice':
      return <Select {...text(name)} {...common} options={[...field.options]} />
    case 'date': {
      const date = value(name)
      return <DateField {...date} {...common} value={(date.value as string | null) ?? null} />
    }
    case 'number': {
      const number = value(name)
      const isGrouped = field.isGrouped ?? true
      return (
        <NumberField
          {...number}
          {...common}
          value={(number.value as number | null) ?? null}
          isGrouped={isGrouped}
        />
      )
    }
    case 'word': {
      const { value: chosen, onChange, error } = value(name)
      return (
        <Select
          {...common}
          error={error}
          name={name}
          emptyLabel={field.emptyLabel}
          options={[...field.options]}
          value={typeof chosen === 'string' ? chosen : ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        />
      )
    }
    case 'record': {
      const { value: chosen, onChange, error } = value(name)
      return (
        <Select
          {...common}
          error={error}
          name={name}
          emptyLabel={field.emptyLabel}
          options={[...field.options]}
          value={typeof chosen === 'number' ? String(chosen) : ''}
          onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
        />
      )
    }
  }
}
