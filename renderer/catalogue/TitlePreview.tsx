import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TitleRow } from '../../shared/catalogue/contract.ts'
import { useQuery } from '../app/operations.ts'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useTitleProperties } from './use-title-properties.tsx'

/** The chosen title beside the list; its row is shown until the whole record is here. */
export function TitlePreview({ row }: { row: TitleRow }) {
  const { t } = useTranslation()
  const title = useQuery('catalogue.title', { id: row.id }).value
  const properties = useTitleProperties(title ?? { ...row, language: '', note: '' })
  return (
    <aside className="preview" aria-label={t('catalogue.list.preview')}>
      <h2>{row.title}</h2>
      {row.subtitle && <p className="soft">{row.subtitle}</p>}
      <PropertyList isNarrow properties={properties} />
      <div className="actions">
        <Link className="button" to={`/catalogue/${row.id}`}>
          {t('catalogue.list.open')}
        </Link>
      </div>
    </aside>
  )
}
