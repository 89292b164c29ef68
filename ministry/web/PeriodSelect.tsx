import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { InlineSelect } from '../../renderer/ui/InlineSelect.tsx'
import type { Period, PeriodRow } from '../office/contract.ts'
import { useAsked } from './asking.ts'
import { periodKey, periodOf, usePeriodName } from './period-name.ts'

/** The period a page speaks of stands in its address; the latest where none does. */
export function useChosenPeriod() {
  const [search, setSearch] = useSearchParams()
  const { value: periods, failure, isLoading } = useAsked<PeriodRow[]>('/periods')
  const asked = periodOf(search.get('period') ?? '')
  const [latest] = periods ?? []
  const period: Period | null = asked ?? (latest ? { from: latest.from, to: latest.to } : null)
  const row = periods?.find(({ from, to }) => from === period?.from && to === period.to) ?? null
  function choose(key: string) {
    setSearch(
      (now) => new URLSearchParams([...[...now].filter(([name]) => name !== 'period'), ['period', key]]),
    )
  }
  return { periods: periods ?? [], period, row, choose, failure, isLoading }
}

export function PeriodSelect({
  periods,
  period,
  onChange,
}: {
  periods: readonly PeriodRow[]
  period: Period
  onChange: (key: string) => void
}) {
  const { t } = useTranslation()
  const nameOf = usePeriodName()
  return (
    <InlineSelect
      label={t('ministry.reports.period')}
      value={periodKey(period)}
      options={periods.map((row) => ({ value: periodKey(row), label: nameOf(row) }))}
      onChange={onChange}
    />
  )
}
