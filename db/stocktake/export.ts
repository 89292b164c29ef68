import type { TFunction } from 'i18next'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Item, ItemClass, ItemPlace } from '../../shared/stocktake/contract.ts'
import { fileName } from '../../shared/file-name.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { JobHandler } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { readItems } from './item-rows.ts'
import { itemList } from './items.ts'
import { isClosed, requireStocktake } from './reading.ts'

const readAtOnce = 1000
/** Without a limit: SQLite takes a negative one so. */
const all = -1

export const exportItems: JobHandler<SpecOf<'stocktake.exportItems'>, never> = {
  async run({ id, filters, format }, { db, fail, progress, offerFile }) {
    const stocktake = await requireStocktake(db, id, fail)
    progress(0, null)
    const keys = await (await itemList(db, stocktake, filters)).keys(all, 0)
    const t = await libraryWords(db)
    const classWord = (itemClass: ItemClass) =>
      itemClass === 'missing' && !isClosed(stocktake)
        ? t('stocktake.notYet')
        : t(runtimeKey(`stocktake.classes.${itemClass}`))
    const word = classWord(filters.class)
    const list = await openList(format, itemColumns(t, classWord), sheetName(word))
    for (let from = 0; from < keys.length; from += readAtOnce) {
      list.add(await readItems(db, keys.slice(from, from + readAtOnce)))
      progress(Math.min(from + readAtOnce, keys.length), keys.length)
    }
    const name = `${fileName(stocktake.name) || `kiem-ke-${id}`}-${fileName(word)}.${format}`
    return { file: await offerFile(name, await list.finish()), rows: keys.length }
  },
}

/** Excel takes 31 characters, and none of its own signs. */
function sheetName(text: string): string {
  return text.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

function itemColumns(t: TFunction, classWord: (itemClass: ItemClass) => string): ListColumn<Item>[] {
  const column = (
    key: string,
    width: number,
    value: (item: Item) => string | number | null,
  ): ListColumn<Item> => ({
    head: t(runtimeKey(`stocktake.export.${key}`)),
    width,
    value,
  })
  return [
    column('accessionNumber', 16, (item) => item.accessionNumber),
    column('barcode', 16, (item) => item.barcode || item.code),
    column('title', 50, (item) => item.title),
    column('callNumber', 18, (item) => item.callNumber),
    column('class', 24, (item) => classWord(item.class)),
    column('belongs', 28, (item) => placeText(item.belongs)),
    column('shelf', 12, (item) => item.belongs.shelf),
    column('seen', 28, (item) => (item.seen ? placeText(item.seen) : '')),
    column('seenShelf', 12, (item) => item.seen?.shelf ?? ''),
    column('seenAt', 18, (item) => (item.seenAt === null ? '' : displayInstant(item.seenAt))),
    column('seenBy', 22, (item) => item.seenBy),
    column('status', 18, (item) =>
      item.status === null ? '' : t(runtimeKey(`copies.statuses.${item.status}`)),
    ),
    column('price', 12, (item) => item.priceMinor),
    column('decision', 18, (item) => item.decisionNumber),
    column('goneOn', 12, (item) => (item.goneOn === null ? '' : displayDate(item.goneOn))),
    column('settled', 22, (item) =>
      item.settled === null ? '' : t(runtimeKey(`stocktake.settled.${item.settled}`)),
    ),
  ]
}

export function placeText({ siteName, storeName }: Pick<ItemPlace, 'siteName' | 'storeName'>): string {
  return [siteName, storeName].filter(Boolean).join(' – ')
}
