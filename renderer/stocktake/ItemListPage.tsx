import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { copyStatuses } from '../../shared/copies/contract.ts'
import { itemClasses } from '../../shared/stocktake/rules.ts'
import { ItemClass, type Item, type ItemFilters, type Stocktake } from '../../shared/stocktake/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useListCursor } from '../app/use-list-cursor.ts'
import { useRows } from '../app/use-rows.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useShortcut } from '../ui/keys.ts'
import { Menu } from '../ui/Menu.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { ItemBulk } from './ItemBulk.tsx'
import { itemsSearch, readItemFilters } from './items-address.ts'
import { useItemColumns } from './use-item-columns.tsx'
import { isClosed, useStocktakeWords } from './use-stocktake-words.ts'

const keyOf = ({ id }: Item) => id

export function ItemListPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: stocktake, failure } = useQuery('stocktake.stocktake', { id })
  if (stocktake) return <ItemList key={id} stocktake={stocktake} />
  return (
    <div className="page">
      <PageHeader
        title={t('stocktake.menu.items')}
        back={{ to: '/stocktake', label: t('stocktake.list.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

/** One class of a stocktake's copies and codes, in the order of the shelf, with what can be done about them. */
function ItemList({ stocktake }: { stocktake: Stocktake }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const { className } = useStocktakeWords()
  const [search, setSearch] = useSearchParams()
  const filters = readItemFilters(search)
  const { id, state } = stocktake
  const items = useRows('stocktake.items', { id, filters })
  const cursor = useListCursor('stocktakeItems.cursor', items)
  const isChosen = isClosed(state) && can('copies.write')
  const choice = useChoice({
    keyOf,
    load: items.load,
    allCount: items.total?.count ?? null,
    listKey: items.listKey,
  })
  const columns = useItemColumns(filters.class, state)
  const change = (next: Partial<ItemFilters>) =>
    setSearch(itemsSearch({ ...filters, ...next }), { replace: true })
  useShortcut('Escape', () => void navigate(`/stocktake/${id}`))
  return (
    <div className="page filled">
      <PageHeader
        title={className(filters.class, state)}
        hint={t('stocktake.items.hint', { name: stocktake.name })}
        back={{ to: `/stocktake/${id}`, label: stocktake.name }}
      >
        <ItemExport id={id} filters={filters} isIdle={items.rowCount === 0} />
      </PageHeader>
      <ItemTools stocktake={stocktake} filters={filters} onChange={change} />
      <Failure of={items.failure} />
      {isChosen && <ItemBulk stocktake={stocktake} filters={filters} choice={choice} load={items.load} />}
      <Table
        label={className(filters.class, state)}
        name="stocktake.items"
        columns={columns}
        keyOf={keyOf}
        rowCount={items.rowCount}
        rowAt={items.rowAt}
        onShow={items.show}
        at={cursor.at}
        jump={cursor.jump}
        onMove={cursor.move}
        listKey={items.listKey}
        onOpen={(item) => void navigate(item.copyId === null ? `/stocktake/${id}` : `/copies/${item.copyId}`)}
        total={items.total}
        choice={isChosen && filters.class !== 'found' ? choice : undefined}
        isLoading={items.isStarting}
        empty={<EmptyState icon="check" text={t('stocktake.items.empty')} />}
        foot={
          items.total && (
            <span aria-live="polite">
              {t('stocktake.items.count', { count: items.total.count, shown: number(items.total.count) })}
            </span>
          )
        }
      />
    </div>
  )
}

type ToolProps = {
  stocktake: Stocktake
  filters: ItemFilters
  onChange: (filters: Partial<ItemFilters>) => void
}

const doneKeys = ['yes', 'no'] as const

function ItemTools({ stocktake, filters, onChange }: ToolProps) {
  const { t } = useTranslation()
  const { className, room } = useStocktakeWords()
  const places = useQuery('stocktake.progress', { id: stocktake.id }).value?.places ?? []
  const [text, setText] = useState(filters.text)
  const placeKey = filters.siteId === null ? '' : `${filters.siteId}/${filters.storeId ?? ''}`
  return (
    <div className="row no-print">
      <SearchBox
        label={t('stocktake.items.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && onChange({ text })}
        onBlur={() => text !== filters.text && onChange({ text })}
      />
      <InlineSelect
        label={t('stocktake.items.class')}
        options={itemClasses.map((each) => ({ value: each, label: className(each, stocktake.state) }))}
        value={filters.class}
        onChange={(value) => onChange({ class: ItemClass.parse(value), status: null, isSettled: null })}
      />
      <InlineSelect
        label={t('stocktake.items.place')}
        emptyLabel={t('stocktake.items.anyPlace')}
        options={places
          .filter(({ siteId }) => siteId !== null)
          .map((place) => ({ value: `${place.siteId}/${place.storeId ?? 0}`, label: room(place) }))}
        value={placeKey}
        onChange={(value) => {
          const [siteId, storeId] = value.split('/').map(Number)
          onChange(
            value === ''
              ? { siteId: null, storeId: null }
              : { siteId: siteId ?? null, storeId: storeId ?? null },
          )
        }}
      />
      <InlineSelect
        label={t('stocktake.columns.status')}
        emptyLabel={t('stocktake.items.anyStatus')}
        options={copyStatuses.map((each) => ({ value: each, label: t(`copies.statuses.${each}`) }))}
        value={filters.status ?? ''}
        onChange={(value) => onChange({ status: copyStatuses.find((each) => each === value) ?? null })}
      />
      {isClosed(stocktake.state) && (
        <InlineSelect
          label={t('stocktake.columns.settled')}
          emptyLabel={t('stocktake.items.anySettled')}
          options={doneKeys.map((each) => ({ value: each, label: t(`stocktake.items.settled.${each}`) }))}
          value={filters.isSettled === null ? '' : filters.isSettled ? 'yes' : 'no'}
          onChange={(value) => onChange({ isSettled: value === '' ? null : value === 'yes' })}
        />
      )}
    </div>
  )
}

type ExportProps = { id: number; filters: ItemFilters; isIdle: boolean }

function ItemExport({ id, filters, isIdle }: ExportProps) {
  const { t } = useTranslation()
  const run = useJob('stocktake.exportItems')
  useSavedFile(run.output?.file, run.clear)
  if (run.isRunning || run.failure) return <JobProgress run={run} />
  if (isIdle) return null
  return (
    <Menu
      label={t('copies.exporting.label')}
      button={t('copies.exporting.label')}
      buttonClass="button"
      items={(['xlsx', 'csv'] as const).map((format) => ({
        key: format,
        label: t(`copies.exporting.${format}`),
        icon: 'file',
        onPick: () => void run.start({ id, filters, format }),
      }))}
    />
  )
}
