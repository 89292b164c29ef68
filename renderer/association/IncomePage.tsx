import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { incomeKinds, type Income } from '../../shared/association/contract.ts'
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
import { IncomeDialog } from './IncomeDialog.tsx'
import { ListExport } from './ListExport.tsx'
import { recentYears } from './use-year.ts'

/** Support, sponsorship and advertising, told apart from dues. */
export function IncomePage() {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const { search, narrow } = useNarrowing()
  const filters = {
    year: Number(search.get('year')) || null,
    kind: incomeKinds.find((each) => each === search.get('kind')) ?? null,
  }
  const list = usePages('association.income', filters)
  const [selected, setSelected] = useState<number | null>(null)
  const [open, setOpen] = useState<'add' | Income | null>(null)
  const chosen = list.rows.find(({ id }) => id === selected)
  const mayWrite = can('association.write')
  const mayCorrect = mayWrite && chosen !== undefined && chosen.correctsId === null && !chosen.isCorrected
  const isNarrowed = search.size > 0
  return (
    <div className="page filled">
      <PageHeader title={t('association.income.title')} hint={t('association.income.hint')}>
        {mayCorrect && (
          <Button icon="restore" onClick={() => setOpen(chosen)}>
            {t('association.ledger.correct')}
          </Button>
        )}
        <ListExport what={{ list: 'income', filters }} />
        {mayWrite && (
          <Button kind="primary" icon="add" onClick={() => setOpen('add')}>
            {t('association.income.add')}
          </Button>
        )}
      </PageHeader>
      <AssociationTabs />
      <div className="association-filters no-print">
        <InlineSelect
          label={t('association.fields.year')}
          emptyLabel={t('association.income.anyYear')}
          value={filters.year === null ? '' : String(filters.year)}
          options={recentYears().map((year) => ({ value: String(year), label: String(year) }))}
          onChange={(value) => narrow({ year: value })}
        />
        <InlineSelect
          label={t('association.fields.kind')}
          emptyLabel={t('association.income.anyKind')}
          value={filters.kind ?? ''}
          options={incomeKinds.map((each) => ({ value: each, label: t(`association.incomeKinds.${each}`) }))}
          onChange={(value) => narrow({ kind: value })}
        />
      </div>
      <Failure of={list.failure} />
      {list.firstPage && list.rows.length > 0 && (
        <p className="association-sum">
          {t('association.income.total', { amount: number(list.firstPage.totalMinor) })}
        </p>
      )}
      <Table
        label={t('association.income.title')}
        name="income"
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
            text={t(isNarrowed ? 'association.income.nothingFound' : 'association.income.empty')}
          >
            {mayWrite && !isNarrowed && (
              <Button kind="primary" onClick={() => setOpen('add')}>
                {t('association.income.addFirst')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {open === 'add' && <IncomeDialog onClose={() => setOpen(null)} />}
      {open !== null && open !== 'add' && (
        <CorrectDialog entry={open} of="association.correctIncome" onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

function useColumns(): Column<Income>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      { key: 'on', label: t('association.fields.on'), widthPx: 100, cell: ({ on }) => displayDate(on) },
      {
        key: 'source',
        label: t('association.fields.source'),
        widthPx: 280,
        grows: true,
        cell: ({ source }) => source,
      },
      {
        key: 'kind',
        label: t('association.fields.kind'),
        widthPx: 110,
        cell: ({ kind }) => t(`association.incomeKinds.${kind}`),
      },
      {
        key: 'amountMinor',
        label: t('association.fields.amountMinor'),
        widthPx: 140,
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
        key: 'activityId',
        label: t('association.fields.activityId'),
        widthPx: 220,
        grows: true,
        cell: ({ activityId, activityName }) =>
          activityId === null ? (
            ''
          ) : (
            <Link tabIndex={-1} to={`/activities/${activityId}`}>
              {activityName}
            </Link>
          ),
      },
      {
        key: 'state',
        label: t('association.fields.state'),
        widthPx: 150,
        cell: ({ correctsId, isCorrected }) =>
          correctsId !== null
            ? t('association.ledger.corrects', { id: correctsId })
            : isCorrected
              ? t('association.ledger.isCorrected')
              : '',
      },
    ],
    [t, number],
  )
}
