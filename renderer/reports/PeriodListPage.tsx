import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { readPeriod } from '../../shared/periods.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { OpenPeriodDialog } from './OpenPeriodDialog.tsx'
import { usePeriodColumns } from './use-period-columns.tsx'

export function PeriodListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const periods = useQuery('reports.periods', {})
  const [selected, setSelected] = useState<number | null>(null)
  const [search, setSearch] = useSearchParams()
  const columns = usePeriodColumns()
  const rows = periods.value ?? []
  const wanted = search.get('open')
  const openDialog = () => setSearch({ open: '' }, { replace: true })
  const mayOpen = can('reports.prepare')
  return (
    <div className="page filled">
      <PageHeader title={t('reports.list.title')} hint={t('reports.list.hint')}>
        {mayOpen && (
          <Button kind="primary" icon="add" onClick={openDialog}>
            {t('reports.list.open')}
          </Button>
        )}
      </PageHeader>
      <Failure of={periods.failure} />
      <Table
        label={t('reports.list.title')}
        name="periods"
        columns={columns}
        rows={rows}
        keyOf={(period) => period.id}
        selected={selected}
        onSelect={(period) => setSelected(period.id)}
        onOpen={(period) => void navigate(`/reports/${period.id}`)}
        total={{ count: rows.length, isExact: true }}
        isLoading={periods.isLoading}
        empty={
          <EmptyState icon="file" text={t('reports.list.empty')}>
            {mayOpen && (
              <Button kind="primary" onClick={openDialog}>
                {t('reports.list.openFirst')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {wanted !== null && mayOpen && periods.value && (
        <OpenPeriodDialog
          periods={periods.value}
          wanted={readPeriod(wanted)?.period ?? null}
          onClose={() => setSearch({}, { replace: true })}
        />
      )}
    </div>
  )
}
