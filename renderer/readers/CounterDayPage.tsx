import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { isoDateAt, parseDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { IconButton, Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { addDays } from './count-days.ts'
import { CounterDayForm } from './CounterDayForm.tsx'
import { CounterTabs } from './CounterTabs.tsx'
import { useCounterKinds } from './use-counter-kinds.ts'
import { useCountingSite } from './use-counting-site.ts'

/** What is counted at the desk on one day: typed, or counted one by one. */
export function CounterDayPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [search, setSearch] = useSearchParams()
  const today = isoDateAt(Date.now())
  const on = parseDate(search.get('on') ?? '') ?? today
  const { siteId, setSiteId, options, isKnown } = useCountingSite()
  const { shownOf, nameOf, failure } = useCounterKinds()
  const kinds = useMemo(
    () => shownOf('day').map((kind) => ({ code: kind.code, name: nameOf(kind) })),
    [shownOf, nameOf],
  )
  const day = useQuery('readers.counterDay', { siteId: siteId ?? 1, on }, { isActive: siteId !== null })
  const mayWrite = can('counters.write')
  const goTo = (next: string) => setSearch(next === today ? {} : { on: next }, { replace: true })
  return (
    <div className="page">
      <PageHeader title={t('readers.counters.dayTitle')} hint={t('readers.counters.dayHint')} />
      <CounterTabs />
      <div className="quarter-row">
        <InlineSelect
          label={t('readers.counters.site')}
          value={String(siteId ?? '')}
          options={options}
          onChange={(value) => setSiteId(Number(value))}
        />
        <IconButton icon="back" label={t('readers.counters.before')} onClick={() => goTo(addDays(on, -1))} />
        <DateField
          label={t('readers.counters.on')}
          value={on}
          onChange={(value) => value && value <= today && goTo(value)}
        />
        <IconButton
          icon="forward"
          label={t('readers.counters.after')}
          disabled={on >= today}
          onClick={() => goTo(addDays(on, 1))}
        />
        {on !== today && <Button onClick={() => goTo(today)}>{t('readers.counters.today')}</Button>}
      </div>
      <Failure of={failure ?? day.failure} />
      {isKnown && siteId === null && <EmptyState icon="info" text={t('readers.counters.noSite')} />}
      {!mayWrite && <Notice icon="lock" text={t('readers.counters.readOnly')} />}
      {siteId !== null && kinds.length > 0 && day.value && (
        <CounterDayForm
          key={`${siteId} ${on}`}
          place={{ siteId, on }}
          kinds={kinds}
          day={day.value}
          mayWrite={mayWrite}
          mayTally={mayWrite && on === today}
        />
      )}
    </div>
  )
}
