import type { Copy } from '../../shared/copies/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { TFunction } from 'i18next'
import type { ListColumn } from '../documents/index.ts'

export function copyColumns(t: TFunction): ListColumn<Copy>[] {
  const word = (place: string, code: string) => t(runtimeKey(`${place}.${code}`))
  const column = (
    key: string,
    width: number,
    value: (copy: Copy) => string | number | null,
  ): ListColumn<Copy> => ({ head: word('copies.export', key), width, value })
  const day = (date: string | null) => (date === null ? '' : displayDate(date))
  return [
    column('accessionNumber', 16, (copy) => copy.accessionNumber),
    column('barcode', 16, (copy) => copy.barcode),
    column('title', 50, (copy) => copy.title),
    column('enumeration', 14, (copy) => copy.enumeration),
    column('material', 16, (copy) => word('catalogue.materials', copy.material)),
    column('site', 22, (copy) => copy.siteName),
    column('store', 18, (copy) => copy.storeName),
    column('shelf', 12, (copy) => copy.shelf),
    column('callNumber', 18, (copy) => copy.shelvedBy),
    column('status', 16, (copy) => word('copies.statuses', copy.status)),
    column('condition', 12, (copy) => word('copies.conditions', copy.condition)),
    column('price', 12, (copy) => copy.priceMinor),
    column('voucher', 16, (copy) => copy.voucherNumber),
    column('source', 14, (copy) => word('registers.sources', copy.source)),
    column('accessionedOn', 12, (copy) => day(copy.accessionedOn)),
    column('withdrawnOn', 12, (copy) => day(copy.withdrawnOn)),
    column('note', 30, (copy) => copy.note),
  ]
}
