import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Output } from '../app/operation-types.ts'

export type Travels = ReadonlyMap<string, Output<'rotation.diary'>[number]>

/** What stands in the records of rotation and is only shown here: the door leads to where it is written. */
export function TravelLines({ on, travels }: { on: string; travels: Travels }) {
  const { t } = useTranslation()
  const day = travels.get(on)
  if (!day) return null
  const { sessions, shipments } = day
  return (
    <>
      {sessions > 0 && (
        <Link className="session-link travel" to={`/rotation/sessions?month=${on.slice(0, 7)}-01`}>
          <span className="session-name">{t('activities.calendar.mobile', { count: sessions })}</span>
        </Link>
      )}
      {shipments > 0 && (
        <Link className="session-link travel" to={`/rotation?from=${on}&to=${on}`}>
          <span className="session-name">{t('activities.calendar.shipments', { count: shipments })}</span>
        </Link>
      )}
    </>
  )
}
