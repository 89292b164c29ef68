import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Product } from '../../shared/products/contract.ts'
import { useKept } from '../app/kept.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ProductForm } from './ProductForm.tsx'

/** Everything the library compiles for its readers, newest first. */
export function ProductListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const list = usePages('products.list', {})
  const [selected, setSelected] = useKept<number | null>('products.selected', null)
  const [search, setSearch] = useSearchParams()
  const columns = useProductColumns()
  const mayWrite = can('products.write')
  const begin = () => setSearch({ add: '' }, { replace: true })
  return (
    <div className="page filled">
      <PageHeader title={t('products.list.title')} hint={t('products.list.hint')}>
        {mayWrite && (
          <Button kind="primary" icon="add" onClick={begin}>
            {t('products.list.add')}
          </Button>
        )}
      </PageHeader>
      <Failure of={list.failure} />
      <Table
        label={t('products.list.title')}
        name="products"
        columns={columns}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(`/products/${id}`)}
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isLoading}
        empty={
          <EmptyState icon="file" text={t('products.list.empty')}>
            {mayWrite && (
              <Button kind="primary" onClick={begin}>
                {t('products.list.add')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {search.has('add') && mayWrite && (
        <ProductForm
          product={null}
          onClose={() => setSearch({}, { replace: true })}
          onSaved={({ id }) => void navigate(`/products/${id}`)}
        />
      )}
    </div>
  )
}

function useProductColumns(): Column<Product>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return [
    {
      key: 'name',
      label: t('products.fields.name'),
      widthPx: 320,
      grows: true,
      cell: ({ name }) => name,
    },
    {
      key: 'kind',
      label: t('products.fields.kind'),
      widthPx: 140,
      cell: ({ kind }) => t(`products.kinds.${kind}`),
    },
    {
      key: 'titles',
      label: t('products.fields.titles'),
      widthPx: 100,
      align: 'end',
      cell: ({ titles }) => number(titles),
    },
    {
      key: 'state',
      label: t('products.fields.state'),
      widthPx: 210,
      cell: (product) => <ProductChip product={product} />,
    },
  ]
}

export function ProductChip({ product: { issuedOn } }: { product: Product }) {
  const { t } = useTranslation()
  return issuedOn === null ? (
    <Chip icon="edit">{t('products.states.open')}</Chip>
  ) : (
    <Chip tone="good" icon="lock">
      {t('products.states.issued', { on: displayDate(issuedOn) })}
    </Chip>
  )
}
