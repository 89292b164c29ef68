import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { itemSorts, itemStates, type Item, type WeedingRecord } from '../../shared/weeding/contract.ts'
import { isListOpen, mayStrike } from '../../shared/weeding/rules.ts'
import { useKept } from '../app/kept.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useRows } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { ItemAdd } from './ItemAdd.tsx'
import { ItemBulk } from './ItemBulk.tsx'

const keyOf = (item: Item) => item.id

/** The copies on the list, or those taken off it, with what may still be done to them. */
export function ItemList({ weeding }: { weeding: WeedingRecord }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [state, setState] = useState<(typeof itemStates)[number]>('listed')
  const [sort, setSort] = useKept<(typeof itemSorts)[number]>('weeding.itemSort', 'shelf')
  const [isAdding, setAdding] = useState(false)
  const rows = useRows('weeding.items', { weedingId: weeding.id, state, sort })
  const [at, setAt] = useState(-1)
  const choice = useChoice({ keyOf, load: rows.load, allCount: null, listKey: rows.listKey })
  const columns = useItemColumns(state)
  const mayWrite = can('weeding.write')
  const mayAdd = mayWrite && isListOpen(weeding.stage)
  const mayDrop = mayWrite && (isListOpen(weeding.stage) || mayStrike(weeding.stage))
  const mayChange = mayWrite && weeding.stage !== 'approved'
  return (
    <div className="panel-filled">
      <div className="row no-print">
        <InlineSelect
          label={t('weeding.items.state')}
          value={state}
          options={itemStates.map((each) => ({
            value: each,
            label: t(`weeding.itemStates.${each}`),
          }))}
          onChange={(value) => setState(itemStates.find((each) => each === value) ?? 'listed')}
        />
        <InlineSelect
          label={t('weeding.items.sort')}
          value={sort}
          options={itemSorts.map((each) => ({
            value: each,
            label: t(`weeding.items.sorts.${each}`),
          }))}
          onChange={(value) => setSort(itemSorts.find((each) => each === value) ?? 'shelf')}
        />
        <span className="spacer" />
        <FetchList weeding={weeding} />
        {mayAdd && weeding.copies > 0 && (
          <>
            <Button icon="add" aria-pressed={isAdding} onClick={() => setAdding(!isAdding)}>
              {t('weeding.items.scan')}
            </Button>
            <Link className="button" to={`/weeding/candidates?weeding=${weeding.id}`}>
              {t('weeding.items.find')}
            </Link>
          </>
        )}
      </div>
      {mayAdd && isAdding && <ItemAdd weedingId={weeding.id} />}
      <Failure of={rows.failure} />
      {mayChange && choice.count > 0 && (
        <ItemBulk weeding={weeding} state={state} choice={choice} mayDrop={mayDrop} />
      )}
      <Table
        label={t('weeding.items.label')}
        name="weeding.items"
        columns={columns}
        keyOf={keyOf}
        rowCount={rows.rowCount}
        rowAt={rows.rowAt}
        onShow={rows.show}
        at={at}
        onMove={setAt}
        listKey={rows.listKey}
        onOpen={({ copyId }) => void navigate(`/copies/${copyId}`)}
        total={rows.total}
        choice={mayChange ? choice : undefined}
        isLoading={rows.isStarting}
        empty={
          <EmptyState icon="sieve" text={t(`weeding.items.empty.${state}`)}>
            {mayAdd && state === 'listed' && (
              <>
                <Link className="button primary" to={`/weeding/candidates?weeding=${weeding.id}`}>
                  {t('weeding.items.find')}
                </Link>
                {!isAdding && <Button onClick={() => setAdding(true)}>{t('weeding.items.scan')}</Button>}
              </>
            )}
          </EmptyState>
        }
        foot={<ItemCount count={rows.total?.count ?? 0} />}
      />
    </div>
  )
}

function ItemCount({ count }: { count: number }) {
  const { t } = useTranslation()
  const number = useNumberText()
  return <span aria-live="polite">{t('weeding.items.count', { count, shown: number(count) })}</span>
}

/** The list to walk along the shelves with, on paper or in a sheet. */
function FetchList({ weeding: { id, copies } }: { weeding: WeedingRecord }) {
  const { t } = useTranslation()
  const fetch = useJob('weeding.fetchList')
  useSavedFile(fetch.output?.file, fetch.clear)
  if (fetch.isRunning || fetch.failure) return <JobProgress run={fetch} />
  if (copies === 0) return null
  return (
    <Menu
      label={t('weeding.items.fetchLabel')}
      button={t('weeding.items.fetchLabel')}
      buttonClass="button"
      items={(['pdf', 'xlsx'] as const).map((format) => ({
        key: format,
        label: t(`weeding.items.fetch.${format}`),
        icon: format === 'pdf' ? 'print' : 'file',
        onPick: () => void fetch.start({ id, format }),
      }))}
    />
  )
}

function useItemColumns(state: Item['state']): Column<Item>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return [
    {
      key: 'accessionNumber',
      label: t('copies.columns.accessionNumber'),
      widthPx: 100,
      cell: (item) => item.accessionNumber,
    },
    {
      key: 'title',
      label: t('copies.columns.title'),
      widthPx: 180,
      grows: true,
      cell: (item) => item.title,
    },
    {
      key: 'reason',
      label: t(state === 'listed' ? 'weeding.items.reason' : 'weeding.items.dropReason'),
      widthPx: 200,
      grows: true,
      cell: (item) => (state === 'listed' ? item.reason : item.dropReason),
    },
    {
      key: 'ground',
      label: t('weeding.items.ground'),
      widthPx: 140,
      cell: ({ ground }) => t(`copies.grounds.${ground}`),
    },
    {
      key: 'place',
      label: t('weeding.items.place'),
      widthPx: 130,
      cell: ({ place, shelf }) => [place, shelf].filter((part) => part !== '').join(', '),
    },
    {
      key: 'callNumber',
      label: t('copies.columns.callNumber'),
      widthPx: 104,
      cell: (item) => item.callNumber,
    },
    {
      key: 'disposal',
      label: t('weeding.items.disposal'),
      widthPx: 120,
      cell: ({ disposal }) => t(`weeding.disposals.${disposal}`),
    },
    {
      key: 'price',
      label: t('copies.columns.price'),
      widthPx: 80,
      align: 'end',
      cell: ({ priceMinor }) => priceMinor !== null && number(priceMinor),
    },
  ]
}
