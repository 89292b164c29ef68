import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accessionNumberText } from '../../shared/copies/rules.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { HoldingTabs } from './HoldingTabs.tsx'
import { SeriesDialog } from './SeriesDialog.tsx'
import { SeriesGaps } from './SeriesGaps.tsx'
import { SeriesProposal } from './SeriesProposal.tsx'
import { useWords } from './use-words.ts'

export type Series = Output<'copies.series'>[number]

/** The runs of accession numbers, how far each has come, and the numbers it has left out. */
export function SeriesPage() {
  const { t } = useTranslation()
  const can = useCan()
  const series = useQuery('copies.series', {})
  const [selected, setSelected] = useState<number | null>(null)
  const [editing, setEditing] = useState<Series | 'new' | null>(null)
  const columns = useSeriesColumns()
  const rows = series.value ?? []
  const current = rows.find(({ id }) => id === selected) ?? rows[0]
  const mayChange = can('copies.write')
  return (
    <div className="page filled">
      <PageHeader title={t('copies.series.title')} hint={t('copies.series.hint')}>
        {mayChange && (
          <Button kind={rows.length === 0 ? 'plain' : 'primary'} icon="add" onClick={() => setEditing('new')}>
            {t('copies.series.add')}
          </Button>
        )}
      </PageHeader>
      <HoldingTabs />
      <Failure of={series.failure} />
      {series.value?.length === 0 ? (
        <SeriesProposal mayAdd={mayChange} />
      ) : (
        <div className="split">
          <Table
            label={t('copies.series.title')}
            name="series"
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            selected={current?.id ?? null}
            onSelect={({ id }) => setSelected(id)}
            onOpen={(row) => mayChange && setEditing(row)}
            total={{ count: rows.length, isExact: true }}
            isLoading={series.isLoading}
            empty={null}
          />
          {current && (
            <SeriesGaps
              key={current.id}
              series={current}
              onEdit={mayChange ? () => setEditing(current) : undefined}
            />
          )}
        </div>
      )}
      {editing && (
        <SeriesDialog series={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}

function useSeriesColumns(): Column<Series>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const { word } = useWords()
  return [
    { key: 'name', label: t('copies.series.name'), widthPx: 130, grows: true, cell: (row) => row.name },
    { key: 'prefix', label: t('copies.series.prefix'), widthPx: 90, cell: (row) => row.prefix },
    {
      key: 'materials',
      label: t('copies.series.materials'),
      widthPx: 200,
      grows: true,
      cell: (row) => row.materials.map((code) => word('catalogue.materials', code)).join(', '),
    },
    {
      key: 'lastNumber',
      label: t('copies.series.lastNumber'),
      widthPx: 120,
      cell: (row) =>
        row.lastNumber === 0 ? t('copies.series.none') : accessionNumberText(row, row.lastNumber),
    },
    {
      key: 'copies',
      label: t('copies.series.copies'),
      widthPx: 90,
      align: 'end',
      cell: (row) => number(row.copies),
    },
    {
      key: 'gaps',
      label: t('copies.series.gaps'),
      widthPx: 124,
      align: 'end',
      cell: (row) => number(row.gaps),
    },
  ]
}
