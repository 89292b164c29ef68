import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TitleFields } from '../../shared/catalogue/contract.ts'
import { useTerms } from '../settings/index.ts'
import { Combobox } from '../ui/Combobox.tsx'
import type { Bound } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'

/** The fields of a title, as both adding and changing show them. */
export function TitleFieldset({ fields, children }: { fields: Bound<TitleFields>; children?: ReactNode }) {
  const { t } = useTranslation()
  const languages = useTerms('language')
  const { text, value } = fields
  const label = (name: keyof TitleFields) => t(`catalogue.fields.${name}`)
  return (
    <>
      <TextField {...text('title')} label={label('title')} isRequired isWide autoFocus />
      <TextField {...text('subtitle')} label={label('subtitle')} isWide />
      <TextField
        {...text('responsibility')}
        label={label('responsibility')}
        isWide
        hint={t('catalogue.form.responsibilityHint')}
      />
      <TextField {...text('publisher')} label={label('publisher')} />
      <NumberField
        {...value('publishedYear')}
        label={label('publishedYear')}
        isGrouped={false}
        advice={t('catalogue.form.yearAdvice')}
      />
      <TextField {...text('isbn')} label={label('isbn')} inputMode="numeric" />
      <Combobox {...value('language')} label={label('language')} options={languages} />
      <TextField {...text('ddc')} label={label('ddc')} />
      {children}
      <TextArea {...text('note')} label={label('note')} isWide />
    </>
  )
}
