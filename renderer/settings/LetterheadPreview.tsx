import { useTranslation } from 'react-i18next'
import { Letterhead, SheetEnd } from '../reports/index.ts'
import type { LibraryValues } from './library-values.ts'

/** The head and the foot of an official paper, as the fields beside it will make them. */
export function LetterheadPreview({ library }: { library: LibraryValues }) {
  const { t } = useTranslation()
  return (
    <figure className="miniature">
      <figcaption className="soft small">{t('settings.preview.title')}</figcaption>
      <div className="sheet">
        <Letterhead library={library} signedAt={null} />
        <p className="body">{t('settings.preview.body')}</p>
        <SheetEnd library={library} />
      </div>
    </figure>
  )
}
