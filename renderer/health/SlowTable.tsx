import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { SlowOperation } from '../../shared/health/contract.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { formatNumber, numberStyle } from '../ui/numbers.ts'
import { Table, type Column } from '../ui/Table.tsx'
import { useWorkName } from './use-work-name.ts'

/** What lets people wait, by the time that it cost in all. */
export function SlowTable({ slow }: { slow: SlowOperation[] }) {
  const { t } = useTranslation()
  const [selected, setSelected] = useState<string | null>(null)
  return (
    <Table
      label={t('health.page.slow')}
      name="slow-operations"
      columns={useColumns()}
      rows={slow}
      keyOf={({ operation }) => operation}
      selected={selected}
      onSelect={({ operation }) => setSelected(operation)}
      total={{ count: slow.length, isExact: true }}
      empty={<EmptyState icon="check" text={t('health.slow.empty')} />}
    />
  )
}

function useColumns(): Column<SlowOperation>[] {
  const { t, i18n } = useTranslation()
  const nameOf = useWorkName()
  return useMemo(() => {
    const style = numberStyle(i18n.language)
    const figure = (key: 'times' | 'median' | 'worst', of: (row: SlowOperation) => number) => ({
      key,
      label: t(`health.slow.${key}`),
      widthPx: 130,
      align: 'end' as const,
      cell: (row: SlowOperation) => formatNumber(Math.round(of(row)), style),
    })
    return [
      {
        key: 'operation',
        label: t('health.slow.operation'),
        widthPx: 360,
        grows: true,
        cell: ({ operation }) => nameOf(operation),
      },
      figure('times', ({ times }) => times),
      figure('median', ({ medianMs }) => medianMs),
      figure('worst', ({ worstMs }) => worstMs),
      {
        key: 'last',
        label: t('health.slow.last'),
        widthPx: 150,
        cell: ({ lastAt }) => <span className="number">{displayInstant(lastAt)}</span>,
      },
    ]
  }, [t, i18n.language, nameOf])
}
