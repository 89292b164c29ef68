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
import { monthsOfYear } from './count-days.ts'
import { CounterSheet } from './CounterSheet.tsx'
import { CounterTabs } from './CounterTabs.tsx'
import { useCounterKinds } from './use-counter-kinds.ts'
import { useCountingSite } from './use-counting-site.ts'

/** What is counted once a month, with where it was taken from. */
export function CounterYearPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [search, setSearch] = useSearchParams()
  const today = isoDateAt(Date.now())
  const thisYear = Number(today.slice(0, 4))
  const asked = Number(search.get('year') ?? thisYear)
  const year = asked >= 1990 && asked <= thisYear ? asked : thisYear
  const { siteId, setSiteId, options, isKnown } = useCountingSite()
  const { shownOf, nameOf, failure } = useCounterKinds()
  const kinds = useMemo(() => shownOf('month'), [shownOf])
  const sheet = useMemo(
    () => ({
      days: monthsOfYear(year).filter((day) => day <= today),
      codes: kinds.map(({ code }) => code),
      standing: kinds.filter(({ feed }) => feed === 'card_valid').map(({ code }) => code),
      hasSource: true,
    }),
    [year, today, kinds],
  )
  const days = useQuery(
    'readers.counterDays',
    { siteId: siteId ?? 1, from: `${year}-01-01`, to: `${year}-12-31` },
    { isActive: siteId !== null },
  )
  const goTo = (next: number) => setSearch({ year: String(next) }, { replace: true })
  return (
    <div className="page filled">
      <PageHeader title={t('readers.online.title')} hint={t('readers.online.hint')} />
      <CounterTabs />
      <div className="row">
        <InlineSelect
          label={t('readers.counters.site')}
          value={String(siteId ?? '')}
          options={options}
          onChange={(value) => setSiteId(Number(value))}
        />
        <IconButton icon="back" label={t('readers.online.before')} onClick={() => goTo(year - 1)} />
        <strong aria-live="polite">
          {t('readers.online.year')} {year}
        </strong>
        <IconButton
          icon="forward"
          label={t('readers.online.after')}
          disabled={year >= thisYear}
          onClick={() => goTo(year + 1)}
        />
      </div>
      <Failure of={failure ?? days.failure} />
      {isKnown && siteId === null && <EmptyState icon="info" text={t('readers.counters.noSite')} />}
      {siteId !== null && kinds.length > 0 && days.value && (
        <CounterSheet
          key={`${siteId} ${year}`}
          draftKey={`readers.counterYear/${siteId}/${year}`}
          label={t('readers.online.grid', { year })}
          siteId={siteId}
          sheet={sheet}
          names={kinds.map(nameOf)}
          nameOfDay={monthName}
          days={days.value}
          mayWrite={can('counters.write')}
        />
      )}
    </div>
  )
}

const monthName = (on: string): string => `${on.slice(5, 7)}/${on.slice(0, 4)}`
