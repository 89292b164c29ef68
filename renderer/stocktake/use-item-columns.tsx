import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import type { Item, ItemClass, StocktakeState } from '../../shared/stocktake/contract.ts'
import { Chip } from '../ui/Chip.tsx'
import type { Column } from '../ui/Table.tsx'
import { isClosed, useStocktakeWords } from './use-stocktake-words.ts'

const neverSeen = new Set<ItemClass>([
  'missing',
  'on_loan',
  'in_rotation',
  'in_repair',
  'in_process',
  'moved_since',
  'withdrawn_since',
])

/** Only the columns that say something of the class. */
export function useItemColumns(itemClass: ItemClass, state: StocktakeState): Column<Item>[] {
  const { t } = useTranslation()
  const words = useStocktakeWords()
  return useMemo(() => {
    const isUnknown = itemClass === 'unknown'
    const column = (
      key: string,
      label: string,
      widthPx: number,
      cell: Column<Item>['cell'],
    ): Column<Item> => ({
      key,
      label,
      widthPx,
      cell,
    })
    const seen = column(
      'seen',
      t('stocktake.columns.seen'),
      200,
      ({ seen: place }) => place && words.place(place),
    )
    const seenAt = column('seenAt', t('stocktake.columns.seenAt'), 210, ({ seenAt: at, seenBy }) =>
      at === null ? '' : `${displayInstant(at)}, ${seenBy}`,
    )
    const books = [
      { ...column('title', t('stocktake.columns.title'), 150, ({ title }) => title), grows: true },
      column('callNumber', t('stocktake.columns.callNumber'), 140, ({ callNumber }) => callNumber),
      column('belongs', t('stocktake.columns.belongs'), 210, ({ belongs }) => words.place(belongs)),
    ]
    const number = column(
      'accessionNumber',
      t('stocktake.columns.accessionNumber'),
      120,
      (item) => item.accessionNumber || item.code,
    )
    const settled = column('settled', t('stocktake.columns.settled'), 165, ({ settled: act }) =>
      act === null ? '' : <Chip icon="check">{t(`stocktake.settled.${act}`)}</Chip>,
    )
    const gone = column('gone', t('stocktake.columns.decision'), 134, (item) => <Gone item={item} />)
    const status = column('status', t('stocktake.columns.status'), 146, ({ status: at }) =>
      at === null ? '' : t(`copies.statuses.${at}`),
    )
    const isSeen = !neverSeen.has(itemClass) || itemClass === 'moved_since'
    const isGone = itemClass.startsWith('withdrawn') || itemClass === 'cancelled_present'
    // What was done about a row stands before what a narrow screen may leave beyond its edge.
    return [
      { ...number, grows: isUnknown },
      ...(isUnknown ? [] : books),
      ...(isSeen ? [seen] : []),
      ...(isClosed(state) ? [settled] : []),
      ...(!isUnknown && (isClosed(state) || isGone) ? [gone] : []),
      ...(isSeen ? [seenAt] : []),
      ...(isUnknown ? [] : [status]),
    ]
  }, [itemClass, state, t, words])
}

function Gone({ item: { withdrawalId, decisionNumber, goneOn } }: { item: Item }) {
  if (goneOn === null) return null
  if (withdrawalId === null) return displayDate(goneOn)
  return (
    <Link className="record-link" to={`/copies/withdrawals/${withdrawalId}`}>
      {decisionNumber}
    </Link>
  )
}
