import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { digitalOrigins, type AuthorityKind } from '../../shared/catalogue/contract.ts'
import { useTerms } from '../settings/index.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import type { Bound } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { CallNumberField } from './CallNumberField.tsx'
import { DdcField } from './DdcField.tsx'
import { HeadingField } from './HeadingField.tsx'
import { HostField } from './HostField.tsx'
import { fieldsFor, spanOf, type EditedTitle, type TitleFieldName } from './title-values.ts'

type Props = {
  fields: Bound<EditedTitle>
  /** The values as they stand. */
  title: EditedTitle
  /** Stands before the title, on its line. */
  lead?: ReactNode
}

/** The fields of a title, as both adding and changing show them: those of its material, the others when asked or filled. */
export function TitleFieldset({ fields, title, lead }: Props) {
  const { t } = useTranslation()
  const [hasMore, setMore] = useState(false)
  const { shown, more } = fieldsFor(title.material)
  const isFilled = (name: TitleFieldName) =>
    (title[name] !== '' && title[name] !== null) || fields.value(name).error !== undefined
  const added = more.filter((name) => hasMore || isFilled(name))
  const place = (name: TitleFieldName, isFirst = false) => (
    <div key={name} className={`span-${lead && name === 'title' ? 6 : spanOf(name)}`}>
      <TitleFormField name={name} fields={fields} title={title} isFirst={isFirst} />
    </div>
  )
  return (
    <div className="title-grid">
      {lead && <div className="span-2">{lead}</div>}
      {[...shown, ...added].map((name) => place(name, hasMore && name === added[0]))}
      {!hasMore && added.length < more.length && (
        <div className="span-2 more-fields">
          <Button kind="quiet" icon="add" onClick={() => setMore(true)}>
            {t('catalogue.form.moreFields')}
          </Button>
        </div>
      )}
    </div>
  )
}

const kindByField = {
  authors: 'person',
  organisations: 'organisation',
  subjects: 'subject',
  series: 'series',
  publisher: 'publisher',
} satisfies Partial<Record<TitleFieldName, AuthorityKind>>

type FieldProps = { name: TitleFieldName; fields: Bound<EditedTitle>; title: EditedTitle; isFirst: boolean }

function TitleFormField({ name, fields, title, isFirst }: FieldProps) {
  const { t } = useTranslation()
  const languages = useTerms('language')
  const { text, value } = fields
  const label = t(`catalogue.fields.${name}`)
  switch (name) {
    case 'title':
      return <TextField {...text(name)} label={label} isRequired autoFocus />
    case 'authors':
    case 'organisations':
    case 'subjects':
    case 'series':
    case 'publisher':
      return <HeadingField {...value(name)} label={label} kind={kindByField[name]} />
    case 'publishedYear':
      return (
        <NumberField
          {...value(name)}
          label={label}
          isGrouped={false}
          advice={t('catalogue.form.yearAdvice')}
        />
      )
    case 'language':
      return <Combobox {...value(name)} label={label} options={languages} />
    case 'ddc':
      return <DdcField {...value(name)} label={label} />
    case 'callNumber':
      return <CallNumberField {...value(name)} label={label} title={title} />
    case 'hostId':
      return <HostField {...value(name)} label={label} />
    case 'addedOn':
      return <DateField {...value(name)} label={label} />
    case 'digitalOrigin':
      return <OriginField {...value(name)} label={label} isDigital={title.material === 'digital'} />
    case 'summary':
    case 'note':
      return <TextArea {...text(name)} label={label} rows={2} className="low" />
    default:
      return <TextField {...text(name)} label={label} autoFocus={isFirst} />
  }
}

type Origin = EditedTitle['digitalOrigin']
type OriginProps = {
  name: string
  label: string
  error: string | undefined
  value: Origin
  onChange: (value: Origin) => void
  isDigital: boolean
}

function OriginField({ value, onChange, isDigital, ...field }: OriginProps) {
  const { t } = useTranslation()
  return (
    <Select
      {...field}
      emptyLabel={t(isDigital ? 'catalogue.form.originUnknown' : 'catalogue.form.notDigital')}
      options={digitalOrigins.map((origin) => ({
        value: origin,
        label: t(`catalogue.digitalOrigins.${origin}`),
      }))}
      value={value ?? ''}
      onChange={(event) => onChange(digitalOrigins.find((origin) => origin === event.target.value) ?? null)}
    />
  )
}
