import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { PeriodField, usePeriodName } from '../reports/index.ts'
import { IndicatorTabs } from './IndicatorTabs.tsx'
import { useIndicatorColumns, type IndicatorRow } from './use-indicator-columns.tsx'
import { explainPath } from './use-indicator-texts.ts'
import { usePeriod } from './use-period.ts'

export function IndicatorListPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const periodName = usePeriodName()
  const [period, setPeriod] = usePeriod()
  const [selected, setSelected] = useState<string | null>(null)
  const now = useQuery('indicators.list', { period }, { keepsPrevious: true })
  const periods = useQuery('reports.periods', {}).value
  const signed = periods?.find((each) => each.state === 'signed' && each.period === period)
  const official = useQuery(
    'reports.period',
    { id: signed?.id ?? 0 },
    { isActive: signed !== undefined },
  ).value
  const figures = signed ? official?.figures : undefined
  const rows: IndicatorRow[] = (now.value?.values ?? []).map((value) => ({
    now: value,
    signed: figures?.find((figure) => figure.code === value.code) ?? null,
  }))
  const hasTargets = rows.some((row) => (row.signed ?? row.now).progress !== null)
  const columns = useIndicatorColumns(period, { isSigned: signed !== undefined, hasTargets })
  const today = isoDateAt(Date.now())
  // A period that is still running can only be counted up to today.
  const isRunning = now.value !== undefined && now.value.on > today
  const basis = now.value && {
    on: displayDate(isRunning ? today : now.value.on),
    position: now.value.position,
  }
  return (
    <div className="page filled">
      <PageHeader title={t('indicators.list.title')} hint={t('indicators.list.hint')} />
      <IndicatorTabs />
      <div className="quarter-row">
        <PeriodField value={period} onChange={setPeriod} />
        <span className="soft">
          {signed?.signedAt
            ? t('indicators.list.signed', { period: periodName(period), by: signed.signedBy })
            : t('indicators.list.provisional')}
        </span>
      </div>
      <Failure of={now.failure} />
      <Table
        label={t('indicators.list.title')}
        name="indicators"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.now.code}
        selected={selected}
        onSelect={(row) => setSelected(row.now.code)}
        onOpen={(row) => void navigate(explainPath(row.now.code, period))}
        total={{ count: rows.length, isExact: true }}
        isLoading={now.isLoading}
        empty={<EmptyState icon="chart" text={t('indicators.list.empty')} />}
        foot={
          basis && <span>{t(isRunning ? 'indicators.list.basisToday' : 'indicators.list.basis', basis)}</span>
        }
      />
    </div>
  )
}
