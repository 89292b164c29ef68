import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { addDays, displayDate, isoDateAt, parseDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { activitiesAddress } from './activities-address.ts'
import { ActivityTabs } from './ActivityTabs.tsx'
import { calendarViews, spanOf, turned, type CalendarView } from './calendar-span.ts'
import { DayGrid } from './DayGrid.tsx'
import { Timeline } from './Timeline.tsx'

/** What fits into a day of an office screen; a month of six weeks has lower days. */
const perDay: Record<CalendarView, (days: number) => number> = {
  month: (days) => (days > 35 ? 2 : 3),
  week: () => 12,
  timeline: () => 6,
}

/** The sessions of a month or a week, or the same on a line of days. */
export function CalendarPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const today = isoDateAt(Date.now())
  const view = calendarViews.find((each) => each === search.get('view')) ?? 'month'
  const day = parseDate(search.get('day') ?? '') ?? today
  const span = spanOf(view, day)
  const { value, failure } = useQuery(
    'activities.calendar',
    { ...span, perDay: perDay[view](span.days) },
    { keepsPrevious: true },
  )
  const last = addDays(span.from, span.days - 1)
  const travels = useQuery(
    'rotation.diary',
    { from: span.from, to: last },
    { isActive: can('rotation.read'), keepsPrevious: true },
  ).value
  const go = (to: { day?: string; view?: string }) => setSearch({ view, day, ...to }, { replace: true })
  useShortcut('Alt+ArrowLeft', () => go({ day: turned(view, day, -1) }))
  useShortcut('Alt+ArrowRight', () => go({ day: turned(view, day, 1) }))
  const mayWrite = can('activities.write')
  return (
    <div className="page filled">
      <PageHeader title={t('activities.calendar.title')} hint={t('activities.calendar.hint')}>
        {/* A month shows a few of each day: all of it on paper is the list's. */}
        {view !== 'month' && (
          <Button icon="print" onClick={() => window.print()}>
            {t('activities.calendar.print')}
          </Button>
        )}
        {mayWrite && (
          <Link className="button primary" to={`/activities/new?on=${day}`}>
            <Icon name="add" />
            {t('activities.list.add')}
          </Link>
        )}
      </PageHeader>
      <ActivityTabs />
      <div className="row no-print">
        <IconButton
          icon="back"
          label={t(`activities.calendar.previous.${view}`)}
          shortcut="Alt+←"
          onClick={() => go({ day: turned(view, day, -1) })}
        />
        <strong className="calendar-when" aria-live="polite">
          {view === 'week'
            ? `${displayDate(span.from)} – ${displayDate(last)}`
            : t('ui.calendar.month', { month: Number(day.slice(5, 7)), year: day.slice(0, 4) })}
        </strong>
        <IconButton
          icon="forward"
          label={t(`activities.calendar.next.${view}`)}
          shortcut="Alt+→"
          onClick={() => go({ day: turned(view, day, 1) })}
        />
        <Button onClick={() => go({ day: today })}>{t('activities.calendar.today')}</Button>
        <InlineSelect
          label={t('activities.calendar.view')}
          value={view}
          options={calendarViews.map((each) => ({
            value: each,
            label: t(`activities.calendar.views.${each}`),
          }))}
          onChange={(wanted) => go({ view: wanted })}
        />
        <span className="spacer" />
        <Link
          className="button quiet"
          to={activitiesAddress({
            from: view === 'month' ? `${day.slice(0, 7)}-01` : span.from,
            to: view === 'month' ? spanEnd(day) : last,
          })}
        >
          {t('activities.calendar.asList')}
        </Link>
      </div>
      <Failure of={failure} />
      {value &&
        (view === 'timeline' ? (
          <Timeline calendar={value} today={today} />
        ) : (
          <DayGrid
            calendar={value}
            day={day}
            today={today}
            travels={new Map((travels ?? []).map((each) => [each.on, each]))}
            isWeek={view === 'week'}
            onDay={(to) => go({ day: to })}
            onOpen={(on) => void navigate(activitiesAddress({ from: on, to: on }))}
            onAdd={mayWrite ? (on) => void navigate(`/activities/new?on=${on}`) : undefined}
          />
        ))}
    </div>
  )
}

function spanEnd(day: string): string {
  const { from, days } = spanOf('timeline', day)
  return addDays(from, days - 1)
}
