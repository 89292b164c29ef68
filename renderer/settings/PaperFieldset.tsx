import { useTranslation } from 'react-i18next'
import type { Bound } from '../ui/Form.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import type { LibraryFields, LibraryValues } from './library-values.ts'

/** What official papers say of the library beyond its name. */
export function PaperFieldset({ fields }: { fields: Bound<LibraryValues> }) {
  const { t } = useTranslation()
  const { text } = fields
  const label = (name: keyof LibraryFields) => t(`settings.fields.${name}`)
  return (
    <section className="card">
      <h2>{t('settings.library.papers')}</h2>
      <div className="form-grid">
        <TextField {...text('governingBody')} label={label('governingBody')} isWide />
        <TextField {...text('placeName')} label={label('placeName')} />
        <TextField
          {...text('reportSymbol')}
          label={label('reportSymbol')}
          hint={t('settings.hints.reportSymbol')}
        />
        <TextField {...text('signerTitle')} label={label('signerTitle')} />
        <TextField {...text('signerName')} label={label('signerName')} />
        <TextArea
          {...text('recipients')}
          label={label('recipients')}
          hint={t('settings.hints.recipients')}
          isWide
        />
      </div>
    </section>
  )
}
