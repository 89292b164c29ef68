import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { IconButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { addMonth, daysOfMonth } from './count-days.ts'
import { CounterSheet } from './CounterSheet.tsx'
import { CounterTabs } from './CounterTabs.tsx'
import { useCounterKinds } from './use-counter-kinds.ts'
import { useCountingSite } from './use-counting-site.ts'

/** A month as on the paper sheet: a line for each day, a column for each counter. */
export function CounterMonthPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [search, setSearch] = useSearchParams()
  const today = isoDateAt(Date.now())
  const thisMonth = today.slice(0, 7)
  const asked = search.get('month') ?? ''
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) && asked <= thisMonth ? asked : thisMonth
  const { siteId, setSiteId, options, isKnown } = useCountingSite()
  const { shownOf, nameOf, failure } = useCounterKinds()
  const kinds = useMemo(() => shownOf('day'), [shownOf])
  const sheet = useMemo(
    () => ({
      days: daysOfMonth(month).filter((day) => day <= today),
      codes: kinds.map(({ code }) => code),
      hasSource: false,
    }),
    [month, today, kinds],
  )
  const days = useQuery(
    'readers.counterDays',
    { siteId: siteId ?? 1, from: `${month}-01`, to: daysOfMonth(month).at(-1) ?? today },
    { isActive: siteId !== null },
  )
  const goTo = (by: number) => setSearch({ month: addMonth(month, by) }, { replace: true })
  const shownMonth = `${month.slice(5)}/${month.slice(0, 4)}`
  return (
    <div className="page filled">
      <PageHeader title={t('readers.month.title')} hint={t('readers.month.hint')} />
      <CounterTabs />
      <div className="row">
        <InlineSelect
          label={t('readers.counters.site')}
          value={String(siteId ?? '')}
          options={options}
          onChange={(value) => setSiteId(Number(value))}
        />
        <IconButton icon="back" label={t('readers.month.before')} onClick={() => goTo(-1)} />
        <strong aria-live="polite">
          {t('readers.month.month')} {shownMonth}
        </strong>
        <IconButton
          icon="forward"
          label={t('readers.month.after')}
          disabled={month >= thisMonth}
          onClick={() => goTo(1)}
        />
        {days.value?.counts.length === 0 && <span className="soft">{t('readers.month.empty')}</span>}
      </div>
      <Failure of={failure ?? days.failure} />
      {isKnown && siteId === null && <EmptyState icon="info" text={t('readers.counters.noSite')} />}
      {siteId !== null && kinds.length > 0 && days.value && (
        <CounterSheet
          key={`${siteId} ${month}`}
          draftKey={`readers.counterMonth/${siteId}/${month}`}
          label={t('readers.month.grid', { month: shownMonth })}
          siteId={siteId}
          sheet={sheet}
          names={kinds.map(nameOf)}
          nameOfDay={dayName}
          days={days.value}
          mayWrite={can('counters.write')}
        />
      )}
    </div>
  )
}

const dayName = (on: string): string => `${on.slice(8)}/${on.slice(5, 7)}`
