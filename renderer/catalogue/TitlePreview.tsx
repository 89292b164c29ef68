import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { specialClasses, type TitleRow } from '../../shared/catalogue/contract.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Chip } from '../ui/Chip.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { titleText } from './title-text.ts'
import { TitlePreviewCopies } from './TitlePreviewCopies.tsx'
import { usePreviewProperties } from './use-title-properties.tsx'

/** The chosen title beside the list; its row is shown until the whole record is here. */
export function TitlePreview({ row }: { row: TitleRow }) {
  const { t } = useTranslation()
  const can = useCan()
  const title = useQuery('catalogue.title', { id: row.id }).value
  const properties = usePreviewProperties(title ?? row)
  return (
    <aside className="preview" aria-label={t('catalogue.list.preview')}>
      <h2>{titleText(row)}</h2>
      <div className="row">
        <Chip>{t(`catalogue.materials.${row.material}`)}</Chip>
        {specialClasses
          .filter((code) => row.classes.split(' ').includes(code))
          .map((code) => (
            <Chip key={code} icon="shield">
              {t(`catalogue.specialClasses.${code}`)}
            </Chip>
          ))}
      </div>
      <PropertyList isNarrow properties={properties} />
      {title?.summary && <p className="summary">{title.summary}</p>}
      {can('copies.read') && row.copies > 0 && <TitlePreviewCopies titleId={row.id} />}
      <div className="actions">
        <Link className="button" to={`/catalogue/${row.id}`}>
          {t('catalogue.list.open')}
        </Link>
      </div>
    </aside>
  )
}
