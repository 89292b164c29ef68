import type { TFunction } from 'i18next'
import { displayDate } from '../../shared/dates.ts'
import { ItemFilters, type Item, type ItemClass, type Stocktake } from '../../shared/stocktake/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { Annex, CellValue, Column } from '../documents/index.ts'
import { placeText } from './export.ts'
import { readItems } from './item-rows.ts'
import { itemList } from './items.ts'
import { numberIn } from './number-text.ts'

/** What is not simply as it should be is listed one by one. */
const listed: readonly ItemClass[] = [
  'missing',
  'misplaced',
  'away_present',
  'withdrawn_present',
  'cancelled_present',
  'unknown',
  'unexpected',
  'new_since',
  'moved_since',
  'withdrawn_since',
]
/** Beyond that a list is no paper any more; it is in the file that the list page writes. */
const mostRows = 2000

export async function annexesOf(db: Reader, stocktake: Stocktake, t: TFunction): Promise<Annex[]> {
  const annexes: Annex[] = []
  for (const each of listed) {
    const list = await itemList(db, stocktake, ItemFilters.parse({ class: each }))
    const count = await list.count()
    if (count === 0) continue
    const items = await readItems(db, await list.keys(mostRows, 0))
    annexes.push(annexOf({ itemClass: each, items, count }, t))
  }
  return annexes
}

type Listed = { itemClass: ItemClass; items: readonly Item[]; count: number }

function annexOf({ itemClass, items, count }: Listed, t: TFunction): Annex {
  const number = numberIn(t)
  const isCode = itemClass === 'unknown'
  const hasPrice = itemClass === 'missing'
  const text = (key: string, weight: number): Column => ({
    key,
    label: t(runtimeKey(`stocktake.minutes.annex.${key}`)),
    weight,
    kind: 'text',
  })
  const figure = (key: string, weight: number): Column => ({ ...text(key, weight), kind: 'number' })
  const columns = [
    figure('number', 6),
    ...(isCode
      ? [text('code', 30)]
      : [text('accessionNumber', 14), text('title', 40), text('callNumber', 16), text('belongs', 24)]),
    ...(itemClass === 'missing' || itemClass === 'withdrawn_since' ? [] : [text('seen', 24)]),
    ...(hasPrice ? [figure('price', 12)] : []),
    text('remark', 20),
  ]
  const price = items.reduce((sum, { priceMinor }) => sum + (priceMinor ?? 0), 0)
  return {
    title: t('stocktake.minutes.annex.heading', { name: t(runtimeKey(`stocktake.classes.${itemClass}`)) }),
    orientation: 'landscape',
    blocks: [
      {
        type: 'table',
        columns,
        rows: [
          ...items.map((item, at) => ({ type: 'values' as const, values: valuesOf(item, at, t) })),
          {
            type: 'total',
            values: {
              [isCode ? 'code' : 'title']: t('stocktake.minutes.annex.total', { shown: number(count) }),
              ...(hasPrice ? { price } : {}),
            },
          },
        ],
        ...(count > items.length
          ? { note: t('stocktake.minutes.annex.more', { shown: number(items.length), all: number(count) }) }
          : {}),
      },
    ],
  }
}

function valuesOf(item: Item, at: number, t: TFunction): Record<string, CellValue> {
  const { belongs, seen, status, decisionNumber, goneOn } = item
  const remarks = [
    item.isExpected && status !== null && status !== 'available'
      ? t(runtimeKey(`copies.statuses.${status}`))
      : '',
    decisionNumber === '' ? '' : t('stocktake.minutes.annex.decision', { number: decisionNumber }),
    goneOn === null ? '' : displayDate(goneOn),
  ]
  return {
    number: at + 1,
    code: item.code,
    accessionNumber: item.accessionNumber,
    title: item.title,
    callNumber: item.callNumber,
    belongs: placed(belongs, t),
    seen: seen ? placed(seen, t) : '',
    price: item.priceMinor,
    remark: remarks.filter((remark) => remark !== '').join('; '),
  }
}

function placed({ siteName, storeName, shelf }: Item['belongs'], t: TFunction): string {
  const place = placeText({ siteName, storeName })
  const onShelf = shelf === '' ? '' : t('stocktake.place.shelf', { shelf })
  return [place, onShelf].filter((part) => part !== '').join(', ')
}
