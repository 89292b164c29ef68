import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DetailValue, FieldOfType } from '../../shared/activities/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useActivityWords } from './use-activity-words.ts'

type Details = Record<string, DetailValue>
type Props = { fields: readonly FieldOfType[]; details: Details; onChange: (details: Details) => void }

/** The fields that only this type has, each as its kind is typed. */
export function DetailFields({ fields, details, onChange }: Props) {
  return fields.map((field) => (
    <DetailField
      key={field.key}
      field={field}
      value={details[field.key]}
      onChange={(value) => {
        const { [field.key]: _, ...others } = details
        onChange(value === null || value === '' ? others : { ...others, [field.key]: value })
      }}
    />
  ))
}

type FieldProps = {
  field: FieldOfType
  value: DetailValue | undefined
  onChange: (value: DetailValue | null) => void
}

function DetailField({ field, value, onChange }: FieldProps) {
  const { t } = useTranslation()
  const { fieldLabel, choiceLabel } = useActivityWords()
  const label = fieldLabel(field)
  const hint = field.isPersonal ? t('activities.form.personal') : undefined
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          label={label}
          hint={hint}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'number':
    case 'money':
      return (
        <NumberField label={label} value={typeof value === 'number' ? value : null} onChange={onChange} />
      )
    case 'date':
      return <DateField label={label} value={text || null} onChange={onChange} />
    case 'choice':
    case 'yes_no': {
      const yesNo = [
        { value: 'yes', label: t('activities.form.yes') },
        { value: 'no', label: t('activities.form.no') },
      ]
      const isYesNo = field.kind === 'yes_no'
      return (
        <Select
          label={label}
          emptyLabel="–"
          value={isYesNo ? (value === undefined ? '' : value === true ? 'yes' : 'no') : text}
          options={
            isYesNo ? yesNo : field.choices.map((each) => ({ value: each, label: choiceLabel(field, each) }))
          }
          onChange={({ target }) =>
            onChange(isYesNo && target.value !== '' ? target.value === 'yes' : target.value)
          }
        />
      )
    }
    case 'partner':
    case 'title':
    case 'site':
      return <RecordField kind={field.kind} label={label} value={value} onChange={onChange} />
  }
}

const suggestedAtMost = 20

function RecordField({
  kind,
  label,
  value,
  onChange,
}: Pick<FieldProps, 'value' | 'onChange'> & { kind: 'partner' | 'title' | 'site'; label: string }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const id = typeof value === 'number' ? value : 0
  const partners = useQuery(
    'cooperation.partners',
    { text: asked, limit: suggestedAtMost },
    { isActive: kind === 'partner', keepsPrevious: true },
  )
  const titles = useQuery(
    'catalogue.search',
    { text: asked, limit: suggestedAtMost },
    { isActive: kind === 'title', keepsPrevious: true },
  )
  const sites = useQuery('copies.sites', {}, { isActive: kind === 'site' })
  const partner = useQuery('cooperation.partner', { id }, { isActive: kind === 'partner' && id > 0 }).value
  const title = useQuery('catalogue.title', { id }, { isActive: kind === 'title' && id > 0 }).value
  const options = [
    { value: '', label: t('activities.form.none') },
    ...(partners.value?.rows ?? []).map((each) => ({ value: String(each.id), label: each.name })),
    ...(titles.value?.rows ?? []).map((each) => ({ value: String(each.id), label: each.title })),
    ...(sites.value ?? []).map((each) => ({ value: String(each.id), label: each.name })),
  ]
  const chosen = partner ?? (title && { id: title.id, name: title.title })
  const isListed = !chosen || options.some((option) => option.value === String(chosen.id))
  return (
    <Combobox
      label={label}
      value={id > 0 ? String(id) : ''}
      options={isListed ? options : [...options, { value: String(chosen.id), label: chosen.name }]}
      {...(kind === 'site' ? {} : { onType: setText })}
      onChange={(next) => onChange(next === '' ? null : Number(next))}
    />
  )
}
