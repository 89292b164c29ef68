import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CalendarDay } from '../../shared/activities/contract.ts'
import { displayDate } from '../../shared/dates.ts'

type Props = { item: CalendarDay['items'][number]; isLong?: boolean }

/** A session in a calendar: its hour, its name, and by its line what has become of it. */
export function SessionLink({ item, isLong = false }: Props) {
  const { t } = useTranslation()
  const { activityId, name, startTime, until, place, state } = item
  const title = [startTime, name, place, t(`activities.states.${state}`)].filter(Boolean).join(' · ')
  return (
    <Link to={`/activities/${activityId}`} className={`session-link ${state}`} title={title}>
      {startTime && <span className="session-time">{startTime}</span>}
      <span className="session-name">{name}</span>
      {isLong && until && (
        <span className="session-until soft small">
          {t('activities.calendar.until', { day: displayDate(until) })}
        </span>
      )}
      {isLong && place && <span className="session-place soft small">{place}</span>}
      <span className="visually-hidden">{t(`activities.states.${state}`)}</span>
    </Link>
  )
}
