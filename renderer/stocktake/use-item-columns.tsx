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
    const seen = [
      column('seen', t('stocktake.columns.seen'), 200, ({ seen: place }) => place && words.place(place)),
      column('seenAt', t('stocktake.columns.seenAt'), 210, ({ seenAt, seenBy }) =>
        seenAt === null ? '' : `${displayInstant(seenAt)}, ${seenBy}`,
      ),
    ]
    const books = [
      { ...column('title', t('stocktake.columns.title'), 200, ({ title }) => title), grows: true },
      column('callNumber', t('stocktake.columns.callNumber'), 130, ({ callNumber }) => callNumber),
      column('belongs', t('stocktake.columns.belongs'), 220, ({ belongs }) => words.place(belongs)),
    ]
    return [
      {
        ...column(
          'accessionNumber',
          t('stocktake.columns.accessionNumber'),
          120,
          (item) => item.accessionNumber || item.code,
        ),
        grows: isUnknown,
      },
      ...(isUnknown ? [] : books),
      ...(neverSeen.has(itemClass) && itemClass !== 'moved_since' ? [] : seen),
      ...(isUnknown
        ? []
        : [
            column('status', t('stocktake.columns.status'), 160, ({ status }) =>
              status === null ? '' : t(`copies.statuses.${status}`),
            ),
            ...(isClosed(state) || itemClass.startsWith('withdrawn') || itemClass === 'cancelled_present'
              ? [column('gone', t('stocktake.columns.decision'), 150, (item) => <Gone item={item} />)]
              : []),
          ]),
      ...(isClosed(state)
        ? [
            column('settled', t('stocktake.columns.settled'), 160, ({ settled }) =>
              settled === null ? '' : <Chip icon="check">{t(`stocktake.settled.${settled}`)}</Chip>,
            ),
          ]
        : []),
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
