import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Point, Support } from '../../shared/network/contract.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { FollowUp } from './FollowUp.tsx'
import { SupportDialog } from './SupportDialog.tsx'

/** The visits to a point, each an activity, with what was found and what is left to do. */
export function PointSupports({ point }: { point: Point }) {
  const { t } = useTranslation()
  const can = useCan()
  const { value: supports, failure } = useQuery('network.supports', { pointId: point.id })
  const [edited, setEdited] = useState<Support | null>(null)
  return (
    <section className="card">
      <h2>{t('network.point.supports')}</h2>
      <Failure of={failure} />
      {supports?.length === 0 && <p className="soft">{t('network.point.noSupports')}</p>}
      <ol className="life">
        {(supports ?? []).map((support) => (
          <li key={support.id}>
            <time>{displayDate(support.on)}</time>
            <span>
              <Link to={`/activities/${support.activityId}`}>{support.activityName}</Link>
              {support.findings !== '' && `. ${support.findings}`}
              <FollowUp support={support} />
            </span>
            {can('network.write') && (
              <IconButton icon="edit" label={t('network.support.edit')} onClick={() => setEdited(support)} />
            )}
          </li>
        ))}
      </ol>
      {can('activities.write') && (
        <p className="no-print">
          <Link className="button" to="/activities/new?type=E29">
            <Icon name="add" />
            {t('network.point.addSupport')}
          </Link>
        </p>
      )}
      {edited && (
        <SupportDialog activityId={edited.activityId} support={edited} onClose={() => setEdited(null)} />
      )}
    </section>
  )
}
