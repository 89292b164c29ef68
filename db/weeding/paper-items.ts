import type { TFunction } from 'i18next'
import type { Language, WordAt } from '../../shared/texts.ts'
import type { Item } from '../../shared/weeding/contract.ts'
import { weedingGrounds } from '../../shared/weeding/contract.ts'
import type { Reader } from '../connection.ts'
import type { Column, Row, Table } from '../documents/document.ts'
import { wordsIn } from '../words.ts'
import { readItems } from './items.ts'

/**
 * listed: as the list stands; signed: as it was signed, struck ones with it; struck: what the council took off;
 * approved: what leaves, with what becomes of it.
 */
export type ItemsOf = 'listed' | 'signed' | 'struck' | 'approved'

const readAtOnce = 1000

/** The copies of a dossier as a table of an official paper, by ground and number. */
export async function itemTable(
  db: Reader,
  weedingId: number,
  of: ItemsOf,
  language: Language,
): Promise<Table> {
  const items = (await itemsOf(db, weedingId, of)).toSorted(byNumber)
  const t = wordsIn[language]
  let order = 0
  const lineOf = (item: Item): Row => ({
    type: 'values',
    values: {
      order: ++order,
      accessionNumber: item.accessionNumber,
      title: [item.title, item.author].filter((part) => part !== '').join(' / '),
      year: item.publishedYear === null ? '' : String(item.publishedYear),
      callNumber: item.callNumber,
      condition: t(`copies.conditions.${item.condition}`),
      disposal: t(`weeding.disposals.${item.disposal}`),
      price: item.priceMinor,
      reason: item.reason,
      struck: item.dropReason,
    },
  })
  const byGround = Map.groupBy(items, ({ ground }) => ground)
  const rows = weedingGrounds.flatMap((ground): Row[] => {
    const members = byGround.get(ground) ?? []
    if (members.length === 0) return []
    const label = t('weeding.paper.group', {
      ground: t(`copies.grounds.${ground}`),
      copies: members.length,
    })
    return [{ type: 'group', label }, ...members.map(lineOf)]
  })
  const amount = items.reduce((sum, { priceMinor }) => sum + (priceMinor ?? 0), 0)
  const sum = t('weeding.paper.total', { copies: items.length })
  return {
    type: 'table',
    columns: columnsOf(of, t),
    rows: [...rows, { type: 'total', values: { title: sum, price: amount } }],
  }
}

/** Minutes stand upright and have room for little beside the reason. */
function columnsOf(of: ItemsOf, t: TFunction): Column[] {
  const order: Column = {
    key: 'order',
    label: t('weeding.columns.order'),
    weight: 4,
    kind: 'text',
    align: 'center',
  }
  const text = (key: WordAt<'weeding.columns'>, weight: number): Column => ({
    key,
    label: t(`weeding.columns.${key}`),
    weight,
    kind: 'text',
  })
  if (of === 'struck')
    return [{ ...order, weight: 6 }, text('accessionNumber', 18), text('title', 42), text('struck', 34)]
  const middle = of === 'approved' ? text('disposal', 12) : text('condition', 8)
  return [
    order,
    text('accessionNumber', 10),
    text('title', 30),
    { ...text('year', 6), align: 'center' },
    text('callNumber', 11),
    { ...middle, align: 'center' },
    { key: 'price', label: t('weeding.columns.price'), weight: 9, kind: 'number' },
    text('reason', 20),
  ]
}

function byNumber(a: Item, b: Item): number {
  return a.accessionNumber < b.accessionNumber ? -1 : a.accessionNumber > b.accessionNumber ? 1 : 0
}

async function itemsOf(db: Reader, weedingId: number, of: ItemsOf): Promise<Item[]> {
  const rows = await db
    .selectFrom('weedingItem')
    .select('id')
    .where('weedingId', '=', weedingId)
    .$if(of === 'listed' || of === 'approved', (query) => query.where('state', '=', 'listed'))
    .$if(of === 'struck', (query) => query.where('state', '=', 'struck').where('facts', 'is not', null))
    .$if(of === 'signed', (query) => query.where('facts', 'is not', null))
    .execute()
  const items: Item[] = []
  for (let from = 0; from < rows.length; from += readAtOnce)
    items.push(
      ...(await readItems(
        db,
        rows.slice(from, from + readAtOnce).map(({ id }) => id),
      )),
    )
  return items
}
