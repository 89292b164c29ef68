import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { Link } from 'react-router'
import { activitiesAddress } from './activities-address.ts'
import type { Calendar } from './DayGrid.tsx'
import { SessionLink } from './SessionLink.tsx'

/** One line for each day that has something, in their order; days of nothing are left out. */
export function Timeline({ calendar: { days, lasting }, today }: { calendar: Calendar; today: string }) {
  const { t } = useTranslation()
  const filled = days.filter(({ items }) => items.length > 0)
  const begunBefore = lasting.filter(({ on }) => on < (days[0]?.on ?? ''))
  if (filled.length === 0 && begunBefore.length === 0)
    return <p className="soft">{t('activities.calendar.nothing')}</p>
  return (
    <ol className="timeline">
      {begunBefore.map((item) => (
        <li key={item.sessionId}>
          <span className="timeline-day">
            {t('activities.calendar.since', { day: displayDate(item.on) })}
          </span>
          <SessionLink item={item} isLong />
        </li>
      ))}
      {filled.map(({ on, items, hasMore }) => (
        <li key={on} aria-current={on === today ? 'date' : undefined}>
          <span className="timeline-day">{displayDate(on)}</span>
          <span className="timeline-items">
            {items.map((item) => (
              <SessionLink key={item.sessionId} item={item} isLong />
            ))}
            {hasMore && (
              <Link to={activitiesAddress({ from: on, to: on })}>{t('activities.calendar.more')}</Link>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
