import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { RowOf } from '../app/operation-types.ts'
import { useKept } from '../app/kept.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useWords } from './use-words.ts'

type Withdrawal = RowOf<'copies.withdrawals'>

/** Decisions by which copies left the stock, newest first. */
export function WithdrawalListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const withdrawals = usePages('copies.withdrawals', {})
  const [selected, setSelected] = useKept<number | null>('withdrawals.selected', null)
  const columns = useWithdrawalColumns()
  return (
    <div className="page filled">
      <PageHeader title={t('copies.withdrawals.title')} hint={t('copies.withdrawals.hint')}>
        {can('copies.write') && (
          <Link className="button primary" to="/copies/withdrawals/new">
            <Icon name="add" />
            {t('copies.withdrawals.add')}
          </Link>
        )}
      </PageHeader>
      <Failure of={withdrawals.failure} />
      <Table
        label={t('copies.withdrawals.title')}
        name="withdrawals"
        columns={columns}
        rows={withdrawals.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(`/copies/withdrawals/${id}`)}
        hasMore={withdrawals.hasMore}
        onMore={withdrawals.more}
        isLoading={withdrawals.isStarting && !withdrawals.failure}
        empty={
          <EmptyState icon="signOut" text={t('copies.withdrawals.empty')}>
            {can('copies.write') && (
              <Link className="button primary" to="/copies/withdrawals/new">
                {t('copies.withdrawals.addFirst')}
              </Link>
            )}
          </EmptyState>
        }
      />
    </div>
  )
}

function useWithdrawalColumns(): Column<Withdrawal>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const { word } = useWords()
  return useMemo(
    () => [
      {
        key: 'decisionNumber',
        label: t('copies.withdrawal.decisionNumber'),
        widthPx: 150,
        cell: (row) => row.decisionNumber,
      },
      {
        key: 'decidedOn',
        label: t('copies.withdrawal.decidedOn'),
        widthPx: 120,
        cell: (row) => displayDate(row.decidedOn),
      },
      {
        key: 'withdrawnOn',
        label: t('copies.withdrawal.withdrawnOn'),
        widthPx: 120,
        cell: (row) => displayDate(row.withdrawnOn),
      },
      {
        key: 'ground',
        label: t('copies.withdrawal.ground'),
        widthPx: 200,
        grows: true,
        cell: (row) => word('copies.grounds', row.ground),
      },
      {
        key: 'copies',
        label: t('copies.voucher.copies'),
        widthPx: 84,
        align: 'end',
        cell: (row) => number(row.copies),
      },
      {
        key: 'amountMinor',
        label: t('copies.voucher.amountMinor'),
        widthPx: 120,
        align: 'end',
        cell: (row) => number(row.amountMinor),
      },
      {
        key: 'state',
        label: t('copies.voucher.state'),
        widthPx: 190,
        cell: (row) =>
          row.takenBackOn !== null && (
            <Chip tone="warn" icon="restore">
              {t('copies.withdrawal.takenBack', { on: displayDate(row.takenBackOn) })}
            </Chip>
          ),
      },
    ],
    [t, number, word],
  )
}
