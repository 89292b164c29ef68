import { useTranslation } from 'react-i18next'
import { InLanguage } from '../app/InLanguage.tsx'
import { Letterhead, SheetEnd } from '../reports/index.ts'
import type { LibraryFields } from './library-values.ts'

/** The head and the foot of an official paper, as the fields beside it will make them. */
export function LetterheadPreview({ library }: { library: Omit<LibraryFields, 'lockAfterMinutes'> }) {
  const { t } = useTranslation()
  const { governingBody, name: libraryName, reportSymbol: symbol, placeName: place } = library
  return (
    <figure className="miniature">
      <figcaption className="soft small">{t('settings.preview.title')}</figcaption>
      <div className="sheet" lang={library.language}>
        <InLanguage language={library.language}>
          <Letterhead sheet={{ governingBody, libraryName, number: '', symbol, place, date: null }} />
          <Body />
          <SheetEnd sheet={library} />
        </InLanguage>
      </div>
    </figure>
  )
}

function Body() {
  const { t } = useTranslation()
  return <p className="body">{t('settings.preview.body')}</p>
}
