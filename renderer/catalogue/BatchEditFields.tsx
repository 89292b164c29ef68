import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import {
  digitalOrigins,
  editableFields,
  headingFields,
  materials,
  type TitleEdit,
} from '../../shared/catalogue/contract.ts'
import { useTerms } from '../settings/index.ts'
import { Button } from '../ui/Button.tsx'
import { Select, type Option } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { editKinds, editOf, emptyEdit, type EditValues } from './batch-edit.ts'

type Props = { isLocked: boolean; onReady: (edit: TitleEdit) => void; onChange: () => void }

/** Which change: what to fill in depends on its kind. */
export function BatchEditFields({ isLocked, onReady, onChange }: Props) {
  const { t } = useTranslation()
  const [values, setValues] = useState(emptyEdit)
  const edit = editOf(values)
  function set(change: Partial<EditValues>) {
    setValues({ ...values, ...change })
    onChange()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    if (edit) onReady(edit)
  }
  return (
    <form className="stack" onSubmit={submit} aria-label={t('catalogue.batch.change')}>
      <div className="form-grid">
        <Select
          label={t('catalogue.batch.kind')}
          className="input"
          value={values.kind}
          options={editKinds.map((kind) => ({ value: kind, label: t(`catalogue.batch.kinds.${kind}`) }))}
          onChange={(event) => {
            const kind = editKinds.find((known) => known === event.target.value)
            if (kind) set({ kind, value: '' })
          }}
        />
        <KindFields values={values} set={set} />
      </div>
      {!isLocked && (
        <div className="actions">
          <Button kind="primary" type="submit" disabled={edit === null}>
            {t('catalogue.batch.look')}
          </Button>
        </div>
      )}
    </form>
  )
}

type FieldsProps = { values: EditValues; set: (change: Partial<EditValues>) => void }

function KindFields({ values, set }: FieldsProps) {
  const { t } = useTranslation()
  const text = (
    name: 'value' | 'find' | 'replacement' | 'heading' | 'tag' | 'indicators' | 'subfields',
    max: number,
  ) => ({
    label: t(`catalogue.batch.${name}`),
    value: values[name],
    maxLength: max,
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  })
  switch (values.kind) {
    case 'set':
      return (
        <>
          <FieldSelect values={values} set={set} />
          <ValueField values={values} set={set} />
        </>
      )
    case 'replace':
      return (
        <>
          <FieldSelect values={values} set={set} />
          <TextField {...text('find', 500)} />
          <TextField {...text('replacement', 500)} hint={t('catalogue.batch.replacementHint')} />
        </>
      )
    case 'add_heading':
    case 'remove_heading':
      return (
        <>
          <Select
            label={t('catalogue.batch.field')}
            value={values.headingField}
            options={headingFields.options.map((name) => ({
              value: name,
              label: t(`catalogue.fields.${name}`),
            }))}
            onChange={(event) => set({ headingField: event.target.value })}
          />
          <TextField {...text('heading', 500)} />
        </>
      )
    case 'add_marc':
      return (
        <>
          <TextField {...text('tag', 3)} />
          <TextField {...text('indicators', 2)} hint={t('catalogue.batch.indicatorsHint')} />
          <TextField {...text('subfields', 2000)} hint={t('catalogue.batch.subfieldsHint')} isWide />
        </>
      )
    case 'remove_marc':
      return <TextField {...text('tag', 3)} hint={t('catalogue.batch.removeTagHint')} />
  }
}

function FieldSelect({ values, set }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <Select
      label={t('catalogue.batch.field')}
      value={values.field}
      options={editableFields.options.map((name) => ({ value: name, label: t(`catalogue.fields.${name}`) }))}
      onChange={(event) => set({ field: event.target.value, value: '' })}
    />
  )
}

/** Coded fields are chosen from their lists, all others are typed. */
function ValueField({ values, set }: FieldsProps) {
  const { t } = useTranslation()
  const languages = useTerms('language')
  const options: Record<string, Option[]> = {
    material: materials.map((code) => ({ value: code, label: t(`catalogue.materials.${code}`) })),
    digitalOrigin: digitalOrigins.map((code) => ({
      value: code,
      label: t(`catalogue.digitalOrigins.${code}`),
    })),
    language: languages,
  }
  const known = options[values.field]
  if (!known) {
    return (
      <TextField
        label={t('catalogue.batch.value')}
        hint={t('catalogue.batch.valueHint')}
        value={values.value}
        maxLength={2000}
        onChange={(event) => set({ value: event.target.value })}
      />
    )
  }
  return (
    <Select
      label={t('catalogue.batch.value')}
      value={values.value}
      emptyLabel={t('catalogue.batch.choose')}
      options={known}
      onChange={(event) => set({ value: event.target.value })}
    />
  )
}
