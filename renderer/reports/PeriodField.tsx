import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { namedPeriod, periodBetween, periodKinds, type PeriodKind } from '../../shared/periods.ts'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { begunPeriods, firstOf } from './periods.ts'
import { usePeriodName } from './use-period-name.ts'

type Props = {
  value: string
  onChange: (period: string) => void
  /** Not offered: their reports are begun already. */
  taken?: readonly string[]
}

const none: readonly string[] = []

/** Chooses among the periods that have begun; one further back stays in the list while it is chosen. */
export function PeriodField({ value, onChange, taken = none }: Props) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const today = isoDateAt(Date.now())
  // Days that happen to be a quarter's are still free days to whoever types them.
  const [typesDays, setTypesDays] = useState(namedPeriod(value).kind === 'range')
  const kind = typesDays ? 'range' : namedPeriod(value).kind
  function chooseKind(chosen: PeriodKind) {
    setTypesDays(chosen === 'range')
    const first = firstOf(chosen, today, taken)
    if (first) onChange(first)
  }
  return (
    <>
      <Select
        label={t('reports.periodField.kind')}
        value={kind}
        onChange={(event) => chooseKind(event.target.value as PeriodKind)}
        options={periodKinds
          .filter((each) => each === kind || firstOf(each, today, taken) !== undefined)
          .map((each) => ({ value: each, label: t(`reports.periodKinds.${each}`) }))}
      />
      {kind === 'range' ? (
        <DaysFields key="days" value={value} onChange={onChange} />
      ) : (
        <Select
          label={t('reports.periodField.period')}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          options={offered(begunPeriods(today, kind), taken, value).map((period) => ({
            value: period,
            label: periodName(period),
          }))}
        />
      )}
    </>
  )
}

function offered(begun: readonly string[], taken: readonly string[], value: string): string[] {
  const free = begun.filter((period) => !taken.includes(period))
  return free.includes(value) ? free : [...free, value]
}

/** What is typed is passed on once it is a period: both days there, and in order. */
function DaysFields({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const { t } = useTranslation()
  const [days, setDays] = useState<{ from: string | null; to: string | null }>(() => namedPeriod(value))
  function type(typed: { from: string | null; to: string | null }) {
    setDays(typed)
    const period = typed.from && typed.to ? periodBetween(typed.from, typed.to) : null
    if (period) onChange(period.period)
  }
  const isReversed = days.from !== null && days.to !== null && periodBetween(days.from, days.to) === null
  return (
    <>
      <DateField
        label={t('reports.periodField.from')}
        value={days.from}
        onChange={(from) => type({ ...days, from })}
      />
      <DateField
        label={t('reports.periodField.to')}
        value={days.to}
        error={isReversed ? 'days_reversed' : undefined}
        onChange={(to) => type({ ...days, to })}
      />
    </>
  )
}
