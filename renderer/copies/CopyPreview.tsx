import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Copy } from '../../shared/copies/contract.ts'
import { PropertyList } from '../ui/PropertyList.tsx'
import { StateChip } from './StateChip.tsx'
import { useCopyProperties } from './use-copy-properties.tsx'

/** The chosen copy beside the list. */
export function CopyPreview({ copy }: { copy: Copy }) {
  const { t } = useTranslation()
  const properties = useCopyProperties(copy)
  return (
    <aside className="preview" aria-label={t('copies.list.preview')}>
      <h2>{copy.accessionNumber}</h2>
      <p>{copy.title}</p>
      <div className="row">
        <StateChip copy={copy} />
      </div>
      <PropertyList isNarrow properties={properties} />
      <div className="actions">
        <Link className="button" to={`/copies/${copy.id}`}>
          {t('copies.list.open')}
        </Link>
        <Link className="button" to={`/catalogue/${copy.titleId}`}>
          {t('copies.list.openTitle')}
        </Link>
      </div>
    </aside>
  )
}
