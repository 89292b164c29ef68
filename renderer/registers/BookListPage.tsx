import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { useKept } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { CloseYearDialog } from './CloseYearDialog.tsx'

export type Book = Output<'registers.book'>

/** Every register book, newest year first. */
export function BookListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const books = useQuery('registers.books', {})
  const [selected, setSelected] = useKept<number | null>('registers.selected', null)
  const [isClosing, setClosing] = useState(false)
  const [search, setSearch] = useSearchParams()
  const all = books.value ?? []
  const units = new Map(
    all.flatMap(({ mergerId, unitName }) => (mergerId === null ? [] : [[String(mergerId), unitName]])),
  )
  const unit = search.get('unit') ?? ''
  const rows =
    units.size === 0 || unit === '' ? all : all.filter(({ mergerId }) => unit === String(mergerId ?? 'own'))
  const columns = useBookColumns(units.size > 0)
  const openYears = [
    ...new Set(all.filter(({ closedAt }) => closedAt === null).map(({ year }) => year)),
  ].toSorted((a, b) => a - b)
  return (
    <div className="page filled">
      <PageHeader title={t('registers.list.title')} hint={t('registers.list.hint')}>
        {can('registers.close') && openYears.length > 0 && (
          <Button icon="lock" onClick={() => setClosing(true)}>
            {t('registers.close.begin')}
          </Button>
        )}
      </PageHeader>
      <Failure of={books.failure} />
      {units.size > 0 && (
        <div className="row no-print">
          <InlineSelect
            label={t('registers.book.unit')}
            value={unit}
            emptyLabel={t('registers.list.allUnits')}
            options={[
              { value: 'own', label: t('registers.book.own') },
              ...[...units].map(([value, label]) => ({ value, label })),
            ]}
            onChange={(next) => setSearch(next === '' ? {} : { unit: next }, { replace: true })}
          />
        </div>
      )}
      <Table
        label={t('registers.list.title')}
        name="registers"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(`/registers/${id}`)}
        total={{ count: rows.length, isExact: true }}
        isLoading={books.isLoading}
        empty={<EmptyState icon="menu" text={t('registers.list.empty')} />}
      />
      {isClosing && <CloseYearDialog years={openYears} onClose={() => setClosing(false)} />}
    </div>
  )
}

function useBookColumns(hasFormer: boolean): Column<Book>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  /** Said only where another library's books stand among ours. */
  const unit: Column<Book> = {
    key: 'unit',
    label: t('registers.book.unit'),
    widthPx: 220,
    grows: true,
    cell: ({ unitName }) => unitName || <span className="soft">{t('registers.book.own')}</span>,
  }
  return [
    { key: 'year', label: t('registers.book.year'), widthPx: 70, cell: ({ year }) => year },
    ...(hasFormer ? [unit] : []),
    {
      key: 'register',
      label: t('registers.book.register'),
      widthPx: 260,
      grows: true,
      cell: ({ register }) => t(`registers.kinds.${register}`),
    },
    {
      key: 'series',
      label: t('registers.book.series'),
      widthPx: 160,
      grows: true,
      cell: ({ seriesName }) => seriesName,
    },
    {
      key: 'lines',
      label: t('registers.book.lines'),
      widthPx: 90,
      align: 'end',
      cell: ({ lines }) => number(lines),
    },
    {
      key: 'pages',
      label: t('registers.book.pages'),
      widthPx: 90,
      align: 'end',
      cell: ({ pages }) => number(pages),
    },
    {
      key: 'state',
      label: t('registers.book.state'),
      widthPx: 220,
      cell: (book) => <BookChip book={book} />,
    },
  ]
}

export function BookChip({ book: { closedAt } }: { book: Book }) {
  const { t } = useTranslation()
  return closedAt === null ? (
    <Chip icon="edit">{t('registers.book.open')}</Chip>
  ) : (
    <Chip tone="good" icon="lock">
      {t('registers.book.closed', { at: displayInstant(closedAt) })}
    </Chip>
  )
}
