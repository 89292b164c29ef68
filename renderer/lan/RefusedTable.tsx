import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Table, type Column } from '../ui/Table.tsx'

type Refused = Output<'lan.standing'>['refused'][number]
const keyOf = ({ address, reason }: Refused) => `${address} ${reason}`

/** Who was turned away since the program was opened; nothing of what was typed is kept. */
export function RefusedTable({ refused }: { refused: Refused[] }) {
  const { t } = useTranslation()
  const [selected, setSelected] = useState<string | null>(null)
  const columns = useMemo<Column<Refused>[]>(
    () => [
      {
        key: 'at',
        label: t('lan.refusal.at'),
        widthPx: 150,
        cell: ({ at }) => <span className="number">{displayInstant(at)}</span>,
      },
      {
        key: 'address',
        label: t('lan.refusal.address'),
        widthPx: 160,
        cell: ({ address }) => <span className="number">{address}</span>,
      },
      {
        key: 'reason',
        label: t('lan.refusal.reason'),
        widthPx: 360,
        grows: true,
        cell: ({ reason }) => t(`lan.reasons.${reason}`),
      },
      {
        key: 'times',
        label: t('lan.refusal.times'),
        widthPx: 90,
        align: 'end',
        cell: ({ times }) => <span className="number">{times}</span>,
      },
    ],
    [t],
  )
  return (
    <Table
      label={t('lan.page.refused', { count: refused.length })}
      name="lan-refused"
      columns={columns}
      rows={refused}
      keyOf={keyOf}
      selected={selected}
      onSelect={(row) => setSelected(keyOf(row))}
      total={{ count: refused.length, isExact: true }}
      empty={<EmptyState icon="shield" text={t('lan.refusal.empty')} />}
    />
  )
}
