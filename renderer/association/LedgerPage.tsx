import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DuesEntry } from '../../shared/association/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useNarrowing } from '../app/use-narrowing.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { AssociationTabs } from './AssociationTabs.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { ListExport } from './ListExport.tsx'
import { useBranches } from './use-branches.ts'
import { recentYears } from './use-year.ts'

/** Every line of the ledger as it was written, the newest first. */
export function LedgerPage() {
  const { t } = useTranslation()
  const can = useCan()
  const { search, narrow } = useNarrowing()
  const { options } = useBranches()
  const filters = {
    branchId: Number(search.get('branchId')) || null,
    year: Number(search.get('year')) || null,
  }
  const list = usePages('association.entries', filters)
  const [selected, setSelected] = useState<number | null>(null)
  const [corrected, setCorrected] = useState<DuesEntry | null>(null)
  const chosen = list.rows.find(({ id }) => id === selected)
  const isNarrowed = search.size > 0
  const mayCorrect =
    can('association.write') && chosen !== undefined && chosen.correctsId === null && !chosen.isCorrected
  return (
    <div className="page filled">
      <PageHeader title={t('association.ledger.title')} hint={t('association.ledger.hint')}>
        {mayCorrect && (
          <Button icon="restore" onClick={() => setCorrected(chosen)}>
            {t('association.ledger.correct')}
          </Button>
        )}
        <ListExport what={{ list: 'entries', filters }} />
      </PageHeader>
      <AssociationTabs />
      <div className="association-filters no-print">
        <InlineSelect
          label={t('association.fields.branchId')}
          emptyLabel={t('association.ledger.anyBranch')}
          value={filters.branchId === null ? '' : String(filters.branchId)}
          options={options}
          onChange={(value) => narrow({ branchId: value })}
        />
        <InlineSelect
          label={t('association.fields.year')}
          emptyLabel={t('association.ledger.anyYear')}
          value={filters.year === null ? '' : String(filters.year)}
          options={recentYears().map((year) => ({ value: String(year), label: String(year) }))}
          onChange={(value) => narrow({ year: value })}
        />
      </div>
      <Failure of={list.failure} />
      <Table
        label={t('association.ledger.title')}
        name="ledger"
        columns={useColumns()}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isStarting && !list.failure}
        empty={
          <EmptyState
            icon="list"
            text={t(isNarrowed ? 'association.ledger.nothingFound' : 'association.ledger.empty')}
          >
            <Link className="button" to="/association/dues">
              {t('association.ledger.toDues')}
            </Link>
          </EmptyState>
        }
      />
      {corrected && (
        <CorrectDialog entry={corrected} of="association.correctDues" onClose={() => setCorrected(null)} />
      )}
    </div>
  )
}

function useColumns(): Column<DuesEntry>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    const stateOf = ({ correctsId, isCorrected }: DuesEntry) =>
      correctsId !== null
        ? t('association.ledger.corrects', { id: correctsId })
        : isCorrected
          ? t('association.ledger.isCorrected')
          : ''
    const reckoning = ({ basis, members, rateMinor, note }: DuesEntry) => {
      if (note !== '' || basis === null) return note
      return basis === 'unit'
        ? t('association.ledger.chargeUnit')
        : t('association.ledger.charge', { members: number(members ?? 0), rate: number(rateMinor ?? 0) })
    }
    return [
      {
        key: 'number',
        label: t('association.ledger.number'),
        widthPx: 64,
        align: 'end',
        cell: ({ id }) => id,
      },
      { key: 'on', label: t('association.fields.on'), widthPx: 100, cell: ({ on }) => displayDate(on) },
      {
        key: 'branchId',
        label: t('association.fields.branchId'),
        widthPx: 240,
        grows: true,
        cell: ({ branchName }) => branchName,
      },
      { key: 'year', label: t('association.fields.year'), widthPx: 60, cell: ({ year }) => year },
      {
        key: 'kind',
        label: t('association.fields.kind'),
        widthPx: 90,
        cell: ({ kind }) => t(`association.entryKinds.${kind}`),
      },
      {
        key: 'amountMinor',
        label: t('association.fields.amountMinor'),
        widthPx: 130,
        align: 'end',
        cell: ({ amountMinor }) => number(amountMinor),
      },
      {
        key: 'receiptNumber',
        label: t('association.fields.receiptNumber'),
        widthPx: 120,
        cell: ({ receiptNumber }) => receiptNumber,
      },
      {
        key: 'note',
        label: t('association.fields.note'),
        widthPx: 200,
        grows: true,
        cell: reckoning,
      },
      { key: 'state', label: t('association.fields.state'), widthPx: 140, cell: stateOf },
    ]
  }, [t, number])
}
