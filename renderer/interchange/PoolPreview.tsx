import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MarcText } from '../catalogue/index.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import type { PoolRow } from './PoolResults.tsx'

type Props = { row: PoolRow; onUse: () => void }

/** The whole record beside the list, before it is taken over. */
export function PoolPreview({ row, onUse }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const record = useQuery('interchange.poolRecord', { id: row.id })
  return (
    <aside className="preview wide" aria-label={t('interchange.pools.preview')}>
      <h2>{row.title}</h2>
      <p className="soft">{row.poolName}</p>
      <div className="actions">
        {row.titleId !== null ? (
          <Link className="button" to={`/catalogue/${row.titleId}`}>
            {t('interchange.pools.openTitle')}
          </Link>
        ) : (
          can('catalogue.write') && (
            <Button kind="primary" shortcut="Enter" onClick={onUse}>
              {t('interchange.pools.use')}
            </Button>
          )
        )}
      </div>
      <Failure of={record.failure} />
      {record.value && <MarcText record={record.value.record} />}
    </aside>
  )
}
