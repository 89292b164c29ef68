import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { DuesRow } from '../../shared/association/contract.ts'
import { openMinor, paidShare } from '../../shared/association/rules.ts'
import { useQuery } from '../app/operations.ts'
import type { Output } from '../app/operation-types.ts'
import { useCan } from '../app/permissions.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { AssociationTabs } from './AssociationTabs.tsx'
import { ListExport } from './ListExport.tsx'
import { PayDialog } from './PayDialog.tsx'
import { RatesDialog } from './RatesDialog.tsx'
import { ReckonDialog } from './ReckonDialog.tsx'
import { recentYears, useYear } from './use-year.ts'

type Open = { kind: 'rates' } | { kind: 'reckon' } | { kind: 'pay'; row: DuesRow }
type Dues = Output<'association.dues'>

/** What each unit owes and has paid for a year. */
export function DuesPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [year, setYear] = useYear()
  const [search, setSearch] = useSearchParams()
  const [text, setText] = useSearchText()
  const isArrearsOnly = search.get('arrears') === '1'
  const dues = useQuery('association.dues', { year, text, isArrearsOnly }, { keepsPrevious: true })
  const [selected, setSelected] = useState<number | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const chosen = dues.value?.rows.find(({ branchId }) => branchId === selected)
  const mayWrite = can('association.write')
  const years = [...new Set([...recentYears(), ...(dues.value?.years ?? []), year])].toSorted((a, b) => b - a)
  function setArrearsOnly(isOn: boolean) {
    const next = new URLSearchParams(search)
    if (isOn) next.set('arrears', '1')
    else next.delete('arrears')
    setSearch(next, { replace: true })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('association.dues.title')} hint={t('association.dues.hint')}>
        <Button icon="settings" onClick={() => setOpen({ kind: 'rates' })}>
          {t('association.dues.rates')}
        </Button>
        <ListExport what={{ list: 'dues', year }} />
        {mayWrite && (
          <Button icon="add" onClick={() => setOpen({ kind: 'reckon' })}>
            {t('association.dues.reckon')}
          </Button>
        )}
        {mayWrite && (
          <Button
            kind="primary"
            icon="check"
            disabled={!chosen}
            onClick={() => chosen && setOpen({ kind: 'pay', row: chosen })}
          >
            {t('association.dues.pay')}
          </Button>
        )}
      </PageHeader>
      <AssociationTabs />
      <div className="association-filters no-print">
        <SearchBox
          label={t('association.dues.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <InlineSelect
          label={t('association.fields.year')}
          value={String(year)}
          options={years.map((each) => ({ value: String(each), label: String(each) }))}
          onChange={(value) => setYear(Number(value))}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={isArrearsOnly}
            onChange={(event) => setArrearsOnly(event.target.checked)}
          />
          {t('association.dues.arrearsOnly')}
        </label>
      </div>
      <Failure of={dues.failure} />
      {dues.value && <Standing dues={dues.value} year={year} onRates={() => setOpen({ kind: 'rates' })} />}
      <DuesTable
        rows={dues.value?.rows ?? []}
        selected={selected}
        onSelect={setSelected}
        onOpen={(row) => mayWrite && setOpen({ kind: 'pay', row })}
        isLoading={dues.isLoading}
        isNarrowed={text !== '' || isArrearsOnly}
        year={year}
      />
      {open?.kind === 'rates' && <RatesDialog onClose={() => setOpen(null)} />}
      {open?.kind === 'reckon' && dues.value && (
        <ReckonDialog
          year={year}
          unreckoned={dues.value.unreckoned}
          withoutRate={dues.value.withoutRate}
          onRates={() => setOpen({ kind: 'rates' })}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'pay' && <PayDialog row={open.row} year={year} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** The sum of what is shown, and what nobody has reckoned yet. */
function Standing({ dues, year, onRates }: { dues: Dues; year: number; onRates: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { total, unreckoned, withoutRate, rows } = dues
  const share = paidShare(total)
  const words = {
    owed: number(total.owedMinor),
    paid: number(total.paidMinor),
    open: number(openMinor(total, total.beforeMinor)),
    share: `${number(share ?? 0)} %`,
  }
  return (
    <>
      {withoutRate.length > 0 && (
        <Notice
          icon="warning"
          text={t('association.dues.withoutRate', {
            year,
            sectors: withoutRate.map((each) => t(`association.sectors.${each}`)).join(', '),
          })}
        >
          <Button onClick={onRates}>{t('association.dues.setRates')}</Button>
        </Notice>
      )}
      {unreckoned > 0 && (
        <Notice text={t('association.dues.unreckoned', { shown: number(unreckoned), year })} />
      )}
      {rows.length > 0 && (
        <p className="association-sum">
          {t(share === null ? 'association.dues.sumNoShare' : 'association.dues.sum', words)}
        </p>
      )}
    </>
  )
}

type TableProps = {
  rows: DuesRow[]
  selected: number | null
  onSelect: (branchId: number) => void
  onOpen: (row: DuesRow) => void
  isLoading: boolean
  isNarrowed: boolean
  year: number
}

function DuesTable({ rows, selected, onSelect, onOpen, isLoading, isNarrowed, year }: TableProps) {
  const { t } = useTranslation()
  return (
    <Table
      label={t('association.dues.title')}
      name="dues"
      columns={useColumns(year)}
      rows={rows}
      keyOf={({ branchId }) => branchId}
      selected={selected}
      onSelect={({ branchId }) => onSelect(branchId)}
      onOpen={onOpen}
      isLoading={isLoading}
      empty={
        <EmptyState
          icon="people"
          text={t(isNarrowed ? 'association.dues.nothingFound' : 'association.dues.empty')}
        >
          {!isNarrowed && (
            <Link className="button primary" to="/association">
              {t('association.dues.toBranches')}
            </Link>
          )}
        </EmptyState>
      }
    />
  )
}

function useColumns(year: number): Column<DuesRow>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    const money = (
      key: 'beforeMinor' | 'owedMinor' | 'paidMinor' | 'openMinor',
      widthPx: number,
    ): Column<DuesRow> => ({
      key,
      label: t(`association.fields.${key}`),
      widthPx,
      align: 'end',
      cell: (row) => {
        const amount = key === 'openMinor' ? openMinor(row, row.beforeMinor) : row[key]
        return key === 'openMinor' && amount > 0 ? <strong>{number(amount)}</strong> : number(amount)
      },
    })
    return [
      {
        key: 'branchId',
        label: t('association.fields.branchId'),
        widthPx: 240,
        grows: true,
        cell: ({ branchId, branchName }) => (
          <Link tabIndex={-1} to={`/association/ledger?branchId=${branchId}&year=${year}`}>
            {branchName}
          </Link>
        ),
      },
      {
        key: 'sector',
        label: t('association.fields.sector'),
        widthPx: 186,
        cell: ({ sector }) => t(`association.sectors.${sector}`),
      },
      {
        key: 'members',
        label: t('association.fields.members'),
        widthPx: 90,
        align: 'end',
        cell: ({ members }) =>
          members === null ? (
            <span className="soft">{t('association.dues.notReckoned')}</span>
          ) : (
            number(members)
          ),
      },
      money('beforeMinor', 184),
      money('owedMinor', 134),
      money('paidMinor', 130),
      money('openMinor', 130),
    ]
  }, [t, number, year])
}
