import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, spanText } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { Icon } from '../ui/icons.tsx'
import { activitiesAddress } from './activities-address.ts'
import { dayAfterKey } from './calendar-span.ts'
import { SessionLink } from './SessionLink.tsx'
import { TravelLines, type Travels } from './TravelLines.tsx'

export type Calendar = Output<'activities.calendar'>
type Props = {
  calendar: Calendar
  day: string
  today: string
  /** By day. */
  travels: Travels
  isWeek: boolean
  onDay: (day: string) => void
  onOpen: (day: string) => void
  onAdd: ((day: string) => void) | undefined
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Days in weeks: arrows move, Enter lists the day, N plans something on it. */
export function DayGrid({ calendar, day, today, travels, isWeek, onDay, onOpen, onAdd }: Props) {
  const { t } = useTranslation()
  const grid = useRef<HTMLDivElement>(null)
  const hasMoved = useRef(false)
  useEffect(() => {
    if (!hasMoved.current) return
    hasMoved.current = false
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [day, calendar])
  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || !(event.target instanceof HTMLElement)) return
    const to = dayAfterKey(event.key, day)
    if (to !== null) {
      hasMoved.current = true
      onDay(to)
    } else if (event.target.role !== 'gridcell') return
    else if (event.key === 'Enter') onOpen(day)
    else if (event.key.toLowerCase() === 'n' && onAdd) onAdd(day)
    else return
    event.preventDefault()
  }
  const weeks = Array.from({ length: calendar.days.length / weekdays.length }, (_, at) =>
    calendar.days.slice(at * weekdays.length, (at + 1) * weekdays.length),
  )
  return (
    <>
      <Lasting calendar={calendar} />
      <div
        ref={grid}
        role="grid"
        aria-label={t('activities.calendar.grid')}
        className={isWeek ? 'day-grid week' : 'day-grid'}
        onKeyDown={onKeyDown}
      >
        <div role="row" className="day-heads">
          {weekdays.map((weekday) => (
            <div key={weekday} role="columnheader">
              {t(`ui.calendar.weekdays.${weekday}`)}
            </div>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week[0]?.on} role="row" className="day-week">
            {week.map(({ on, items, hasMore }) => (
              <div
                key={on}
                role="gridcell"
                tabIndex={on === day ? 0 : -1}
                aria-current={on === today ? 'date' : undefined}
                className={isWeek || on.slice(0, 7) === day.slice(0, 7) ? 'day-cell' : 'day-cell other'}
                onClick={(event) => event.target === event.currentTarget && onDay(on)}
              >
                <span className="day-head">
                  {hasMore && (
                    <Link className="day-more" tabIndex={-1} to={activitiesAddress({ from: on, to: on })}>
                      {t('activities.calendar.more')}
                    </Link>
                  )}
                  <span className="day-number" aria-hidden="true">
                    {Number(on.slice(8, 10))}
                  </span>
                  <span className="visually-hidden">{displayDate(on)}</span>
                </span>
                {items.map((item) => (
                  <SessionLink key={item.sessionId} item={item} isLong={isWeek} />
                ))}
                <TravelLines on={on} travels={travels} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

/** What lasts for days is said once, above them. */
function Lasting({ calendar: { lasting } }: { calendar: Calendar }) {
  const { t } = useTranslation()
  if (lasting.length === 0) return null
  return (
    <ul className="lasting" aria-label={t('activities.calendar.lasting')}>
      {lasting.map(({ sessionId, activityId, name, on, until }) => (
        <li key={sessionId}>
          <Icon name="calendar" />
          <Link to={`/activities/${activityId}`}>{name}</Link>
          <span className="soft nowrap">{spanText(on, until ?? on)}</span>
        </li>
      ))}
    </ul>
  )
}
