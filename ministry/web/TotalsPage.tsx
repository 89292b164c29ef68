import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BarChart } from '../../renderer/ui/BarChart.tsx'
import { EmptyState } from '../../renderer/ui/EmptyState.tsx'
import { Failure } from '../../renderer/ui/Failure.tsx'
import { InlineSelect } from '../../renderer/ui/InlineSelect.tsx'
import { PageHeader } from '../../renderer/ui/PageHeader.tsx'
import { Table, type Column } from '../../renderer/ui/Table.tsx'
import { useNumberText } from '../../renderer/ui/use-number-text.ts'
import { textKeyOf } from '../../shared/indicators/formulas.ts'
import { formerNames, provinceNames } from '../../shared/province-names.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { isAddable } from '../office/addable.ts'
import { groupings, type Grouping, type SeriesPoint, type Totals } from '../office/contract.ts'
import { useAsked } from './asking.ts'
import { ExportLinks } from './ExportLinks.tsx'
import { inListOrder } from './list-order.ts'
import { usePeriodName } from './period-name.ts'
import { PeriodSelect, useChosenPeriod } from './PeriodSelect.tsx'

type Line = { code: string; given: number; sum: number | null }

/** What the libraries' figures add up to; the chosen one by place, and over time. */
export function TotalsPage() {
  const { t } = useTranslation()
  const { periods, period, choose, failure, isLoading } = useChosenPeriod()
  const [by, setBy] = useState<Grouping>('province')
  const [code, setCode] = useState<string | null>(null)
  const query = period ? new URLSearchParams({ ...period, by }).toString() : null
  const totals = useAsked<Totals>(query && `/totals?${query}`)
  const columns = useColumns()
  const lines = linesOf(totals.value)
  const shown = lines.find((line) => line.code === code) ?? lines[0] ?? null
  return (
    <div className="page filled">
      <PageHeader
        title={t('ministry.totals.title')}
        {...(totals.value
          ? {
              hint: t('ministry.totals.complete', {
                reported: totals.value.reported,
                libraries: totals.value.libraries,
              }),
            }
          : {})}
      >
        {query && <ExportLinks query={query} what="totals" />}
      </PageHeader>
      <Failure of={failure ?? totals.failure} />
      {!isLoading && !period && !failure ? (
        <EmptyState icon="chart" text={t('ministry.totals.none')} />
      ) : (
        <>
          <div className="row">
            {period && <PeriodSelect periods={periods} period={period} onChange={choose} />}
            <InlineSelect
              label={t('ministry.totals.by')}
              value={by}
              options={groupings.map((value) => ({ value, label: t(`ministry.totals.groupings.${value}`) }))}
              onChange={(value) => setBy(groupings.find((known) => known === value) ?? 'province')}
            />
          </div>
          <div className="totals-split">
            <Table
              label={t('ministry.totals.title')}
              name="ministry.totals"
              columns={columns}
              keyOf={(line) => line.code}
              rows={lines}
              selected={shown?.code ?? null}
              onSelect={(line) => setCode(line.code)}
              isLoading={totals.isLoading}
              empty={t('ministry.totals.none')}
            />
            {shown && totals.value && <FigurePanel code={shown.code} totals={totals.value} by={by} />}
          </div>
        </>
      )}
    </div>
  )
}

function linesOf(totals: Totals | undefined): Line[] {
  if (!totals) return []
  const lines = Object.entries(totals.sums).map(([code, sum]) => ({
    code,
    given: totals.given[code] ?? 0,
    sum: isAddable(code) ? sum : null,
  }))
  return inListOrder(lines)
}

function useColumns(): Column<Line>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return [
    { key: 'code', label: t('ministry.totals.columns.code'), widthPx: 96, cell: ({ code }) => code },
    {
      key: 'name',
      label: t('ministry.totals.columns.name'),
      widthPx: 220,
      grows: true,
      cell: ({ code }) => t(runtimeKey(`indicators.names.${textKeyOf(code)}`), { defaultValue: code }),
    },
    {
      key: 'unit',
      label: t('ministry.totals.columns.unit'),
      widthPx: 90,
      cell: ({ code }) => t(runtimeKey(`indicators.units.${textKeyOf(code)}`), { defaultValue: '' }),
    },
    {
      key: 'given',
      label: t('ministry.totals.columns.given'),
      widthPx: 130,
      align: 'end',
      cell: ({ given }) => given,
    },
    {
      key: 'sum',
      label: t('ministry.totals.columns.sum'),
      widthPx: 130,
      align: 'end',
      cell: ({ sum }) =>
        sum === null ? <span className="soft">{t('ministry.totals.notAdded')}</span> : number(sum),
    },
  ]
}

function FigurePanel({ code, totals, by }: { code: string; totals: Totals; by: Grouping }) {
  const { t } = useTranslation()
  const nameOf = usePeriodName()
  const series = useAsked<SeriesPoint[]>(`/series?code=${encodeURIComponent(code)}`)
  const names = by === 'province' ? provinceNames : formerNames
  const title = t(runtimeKey(`indicators.names.${textKeyOf(code)}`), { defaultValue: code })
  const places = totals.rows
    .flatMap(({ place, values }) =>
      values[code] === undefined
        ? []
        : [{ key: place, label: names.get(place) ?? place, value: values[code] }],
    )
    .toSorted((one, other) => other.value - one.value)
  const points = (series.value ?? []).flatMap((point) =>
    point.sum === null ? [] : [{ key: point.from + point.to, label: nameOf(point), value: point.sum }],
  )
  if (!isAddable(code)) return <aside className="totals-panel soft">{t('ministry.totals.whyNotAdded')}</aside>
  return (
    <aside className="totals-panel" aria-label={title}>
      <BarChart title={t('ministry.totals.byPlace', { name: title })} bars={places} />
      <Failure of={series.failure} />
      <BarChart title={t('ministry.totals.overTime', { name: title })} bars={points.slice(-12)} />
    </aside>
  )
}
