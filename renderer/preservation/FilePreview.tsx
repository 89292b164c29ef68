import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { FileRow } from '../../shared/preservation/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Hash } from '../ui/Hash.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { Picture } from './Picture.tsx'

/** The page itself, small, and what its file says of it. */
export function FilePreview({ file, onView }: { file: FileRow; onView: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { id, path, widthPx, heightPx, dpi, colour, bits, pages, sha256, checkedAt, problems } = file
  const isShown = file.state !== 'gone' && file.size > 0
  return (
    <aside className="preview" aria-label={t('preservation.files.preview')}>
      {isShown && (
        <button type="button" className="file-thumbnail" onClick={onView}>
          <span className="visually-hidden">{t('preservation.files.open', { path })} </span>
          <Picture id={id} size="small" label="" />
        </button>
      )}
      <p className="strong file-path">{path}</p>
      {problems.length > 0 && (
        <ul className="dotted">
          {problems.map((problem) => (
            <li key={problem}>{t(`preservation.advice.${problem}`)}</li>
          ))}
        </ul>
      )}
      <PropertyList
        isNarrow
        properties={[
          {
            key: 'pixels',
            label: t('preservation.files.pixels'),
            value: widthPx && heightPx ? `${number(widthPx)} × ${number(heightPx)}` : '',
          },
          { key: 'dpi', label: t('preservation.files.dpi'), value: dpi === null ? '' : number(dpi) },
          {
            key: 'colour',
            label: t('preservation.files.colour'),
            value: colour && `${t(`preservation.colours.${colour}`)}, ${bits ?? '?'} bit`,
          },
          { key: 'pages', label: t('preservation.files.pages'), value: pages === null ? '' : number(pages) },
          {
            key: 'checkedAt',
            label: t('preservation.files.checkedAt'),
            value: checkedAt && displayInstant(checkedAt),
          },
          { key: 'sha256', label: t('preservation.files.sum'), value: sha256 && <Hash value={sha256} /> },
        ]}
      />
      {isShown && (
        <div className="row">
          <Button icon="search" onClick={onView}>
            {t('preservation.files.enlarge')}
          </Button>
          <Link className="button" to={`/preservation/pages/${id}`}>
            {t('preservation.viewer.text')}
          </Link>
        </div>
      )}
    </aside>
  )
}
