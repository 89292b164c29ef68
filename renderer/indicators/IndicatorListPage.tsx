import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { PeriodField, usePeriodName } from '../reports/index.ts'
import { IndicatorTabs } from './IndicatorTabs.tsx'
import { useIndicatorColumns, type IndicatorRow } from './use-indicator-columns.tsx'
import { useIndicatorRows } from './use-indicator-rows.ts'
import { explainPath } from './use-indicator-texts.ts'
import { usePeriod } from './use-period.ts'

export function IndicatorListPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const periodName = usePeriodName()
  const number = useNumberText()
  const [period, setPeriod] = usePeriod()
  const [selected, setSelected] = useState<string | null>(null)
  const now = useIndicatorRows(period)
  const periods = useQuery('reports.periods', {}).value
  const signed = periods?.find((each) => each.state === 'signed' && each.period === period)
  const official = useQuery(
    'reports.period',
    { id: signed?.id ?? 0 },
    { isActive: signed !== undefined },
  ).value
  const figures = signed ? official?.figures : undefined
  const rows: IndicatorRow[] = now.rows.map((row) => ({
    ...row,
    signed: figures?.find(({ code }) => code === row.code) ?? null,
  }))
  const hasTargets = rows.some((row) => (row.signed ?? row.now)?.progress)
  const columns = useIndicatorColumns(period, { isSigned: signed !== undefined, hasTargets })
  const today = isoDateAt(Date.now())
  // A period that is still running can only be counted up to today.
  const isRunning = now.basis !== undefined && now.basis.on > today
  const basis = now.basis && {
    on: displayDate(isRunning ? today : now.basis.on),
    position: now.basis.position,
  }
  const progress = { shown: number(now.counted), total: number(rows.length) }
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
        keyOf={({ code }) => code}
        selected={selected}
        onSelect={({ code }) => setSelected(code)}
        onOpen={({ code }) => void navigate(explainPath(code, period))}
        total={{ count: rows.length, isExact: true }}
        empty={<EmptyState icon="chart" text={t('indicators.list.empty')} />}
        foot={
          basis ? (
            <span>{t(isRunning ? 'indicators.list.basisToday' : 'indicators.list.basis', basis)}</span>
          ) : (
            now.isCounting && <span>{t('indicators.list.counting', progress)}</span>
          )
        }
      />
    </div>
  )
}
