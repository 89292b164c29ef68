import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { RowOf } from '../app/operation-types.ts'
import { useKept } from '../app/kept.ts'
import { usePages, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { titleIn } from './title-carried.ts'
import { SeriesNeeded } from './SeriesNeeded.tsx'
import { useWords } from './use-words.ts'
import { VoucherChip } from './VoucherChip.tsx'
import { VoucherDialog } from './VoucherDialog.tsx'

export type Voucher = RowOf<'copies.vouchers'>
const views = ['all', 'open', 'completed'] as const
const offeredYears = 10

/** Deliveries, newest first: each is a voucher with its copies. */
export function VoucherListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const titleId = titleIn(useSearchParams()[0])
  const meant = useQuery('catalogue.title', { id: titleId ?? 0 }, { isActive: titleId !== null }).value
  const open = ({ id }: { id: number }) =>
    void navigate(`/copies/vouchers/${id}${titleId === null ? '' : `?title=${titleId}`}`)
  const [text, type] = useSearchText()
  const [view, setView] = useKept<(typeof views)[number]>('vouchers.view', 'all')
  const [year, setYear] = useKept<number | null>('vouchers.year', null)
  const vouchers = usePages('copies.vouchers', {
    text,
    year,
    isOpen: view === 'all' ? null : view === 'open',
  })
  const series = useQuery('copies.series', {})
  const [selected, setSelected] = useKept<number | null>('vouchers.selected', null)
  const [isAdding, setAdding] = useState(false)
  const columns = useVoucherColumns()
  const thisYear = Number(isoDateAt(Date.now()).slice(0, 4))
  const isNarrowed = text !== '' || view !== 'all' || year !== null
  const mayAdd = can('copies.write')
  return (
    <div className="page filled">
      <PageHeader title={t('copies.vouchers.title')} hint={t('copies.vouchers.hint')}>
        {mayAdd && (
          <Button kind="primary" icon="add" onClick={() => setAdding(true)}>
            {t('copies.vouchers.add')}
          </Button>
        )}
      </PageHeader>
      {mayAdd && series.value?.length === 0 && <SeriesNeeded />}
      {meant && <Notice icon="book" text={t('copies.vouchers.forTitle', { title: meant.title })} />}
      <div className="row no-print">
        <SearchBox
          label={t('copies.vouchers.search')}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        <select
          className="input narrow"
          aria-label={t('copies.vouchers.view')}
          value={view}
          onChange={(event) => setView(views.find((known) => known === event.target.value) ?? 'all')}
        >
          {views.map((each) => (
            <option key={each} value={each}>
              {t(`copies.vouchers.views.${each}`)}
            </option>
          ))}
        </select>
        <select
          className="input narrow"
          aria-label={t('copies.vouchers.year')}
          value={year ?? ''}
          onChange={({ target: { value } }) => setYear(value === '' ? null : Number(value))}
        >
          <option value="">{t('copies.vouchers.anyYear')}</option>
          {Array.from({ length: offeredYears }, (_, back) => thisYear - back).map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </div>
      <Failure of={vouchers.failure} />
      <Table
        label={t('copies.vouchers.title')}
        name="vouchers"
        columns={columns}
        rows={vouchers.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={open}
        hasMore={vouchers.hasMore}
        onMore={vouchers.more}
        isLoading={vouchers.isStarting && !vouchers.failure}
        empty={
          <EmptyState
            icon="file"
            text={t(isNarrowed ? 'copies.vouchers.nothingFound' : 'copies.vouchers.empty')}
          >
            {mayAdd && !isNarrowed && (
              <Button kind="primary" onClick={() => setAdding(true)}>
                {t('copies.vouchers.addFirst')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {isAdding && <VoucherDialog onClose={() => setAdding(false)} onSaved={open} />}
    </div>
  )
}

function useVoucherColumns(): Column<Voucher>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const { word } = useWords()
  return useMemo(
    () => [
      { key: 'number', label: t('copies.voucher.number'), widthPx: 130, cell: (voucher) => voucher.number },
      {
        key: 'receivedOn',
        label: t('copies.voucher.receivedOn'),
        widthPx: 100,
        cell: (voucher) => displayDate(voucher.receivedOn),
      },
      {
        key: 'source',
        label: t('copies.voucher.source'),
        widthPx: 110,
        cell: (voucher) => word('catalogue.sources', voucher.source),
      },
      {
        key: 'supplier',
        label: t('copies.voucher.supplier'),
        widthPx: 180,
        grows: true,
        cell: (voucher) => voucher.supplier,
      },
      ...(['titles', 'copies', 'amountMinor'] as const).map((key): Column<Voucher> => ({
        key,
        label: t(`copies.voucher.${key}`),
        widthPx: key === 'amountMinor' ? 120 : 84,
        align: 'end',
        cell: (voucher) => number(voucher[key]),
      })),
      {
        key: 'state',
        label: t('copies.voucher.state'),
        widthPx: 230,
        cell: (voucher) => <VoucherChip voucher={voucher} />,
      },
    ],
    [t, number, word],
  )
}
