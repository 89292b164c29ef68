import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CopyFilters } from '../../shared/copies/contract.ts'
import { useRows } from '../app/use-rows.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Table } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { noFilters } from './copies-address.ts'
import { CopyBulk, useMayChoose } from './CopyBulk.tsx'
import { CopyCount } from './CopyListPage.tsx'
import { useCopyColumns } from './use-copy-columns.tsx'
import type { Output } from '../app/operation-types.ts'
import { StatedTotals } from './VoucherFacts.tsx'

type Props = { voucher: Output<'copies.voucher'> }

/** The copies of a delivery that stand in the register already. */
export function EnteredCopies({ voucher }: Props) {
  return (
    <CopyRows
      filters={{ ...noFilters, voucherId: voucher.id, state: 'all' }}
      emptyKey="copies.voucher.noCopies"
      totals={<StatedTotals voucher={voucher} />}
    />
  )
}

type RowsProps = {
  filters: CopyFilters
  emptyKey: 'copies.voucher.noCopies' | 'copies.withdrawal.noCopies'
  totals?: React.ReactNode
}

/** A list of copies inside another record's page. */
export function CopyRows({ filters, emptyKey, totals }: RowsProps) {
  const { t } = useTranslation()
  const mayChoose = useMayChoose()
  const navigate = useNavigate()
  const copies = useRows('copies.search', { filters })
  const [at, setAt] = useState(-1)
  const choice = useChoice({
    keyOf: ({ id }: { id: number }) => id,
    load: copies.load,
    allCount: null,
    listKey: copies.listKey,
  })
  const columns = useCopyColumns()
  return (
    <div className="panel-filled">
      <Failure of={copies.failure} />
      {mayChoose && choice.count > 0 && <CopyBulk copies={choice.rows} onClear={choice.clear} />}
      <Table
        label={t('copies.list.title')}
        name="copies.entered"
        columns={columns}
        keyOf={({ id }) => id}
        rowCount={copies.rowCount}
        rowAt={copies.rowAt}
        onShow={copies.show}
        at={at}
        onMove={setAt}
        listKey={copies.listKey}
        onOpen={({ id }) => void navigate(`/copies/${id}`)}
        total={copies.total}
        choice={mayChoose ? choice : undefined}
        isLoading={copies.isStarting}
        empty={<EmptyState icon="book" text={t(emptyKey)} />}
        foot={
          <>
            <CopyCount total={copies.total} />
            {totals}
          </>
        }
      />
    </div>
  )
}
