import { sql } from 'kysely'
import type { Reader } from '../connection.ts'
import { prefixKey } from '../interchange/index.ts'

/** A copy of the former unit as it is kept: what people may ask of it later, whether it comes over or not. */
export type UnitCopy = {
  id: number
  titleId: number
  accessionNumber: string
  barcode: string
  prefix: string
  number: number
  digits: number
  title: string
  foldedTitle: string
  material: string
  siteName: string
  storeName: string
  status: string
  condition: string
  priceMinor: number | null
  source: string
  voucherNumber: string
  accessionedOn: string
  withdrawnOn: string | null
  decisionNumber: string
  cancelledOn: string | null
}

const readAtOnce = 1000

export async function* unitCopies(unit: Reader): AsyncGenerator<UnitCopy[]> {
  for (let after = 0; ;) {
    const { rows } = await sql<UnitCopy>`
      select copy.id, copy.titleId, copy.accessionNumber, copy.barcode, series.prefix, copy.number, series.digits,
        title.title, title.foldedTitle, title.material, site.name as siteName, ifnull(store.name, '') as storeName, copy.status,
        copy.condition, copy.priceMinor, voucher.source, voucher.number as voucherNumber, copy.accessionedOn,
        copy.withdrawnOn, ifnull(withdrawal.decisionNumber, '') as decisionNumber, copy.cancelledOn
      from copy
      join accessionSeries as series on series.id = copy.seriesId
      join title on title.id = copy.titleId
      join site on site.id = copy.siteId
      join voucher on voucher.id = copy.voucherId
      left join store on store.id = copy.storeId
      left join withdrawal on withdrawal.id = copy.withdrawalId
      where copy.id > ${after} order by copy.id limit ${readAtOnce}`.execute(unit)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    yield rows.map(inSeries)
  }
}

/** A number that is not written as its series writes it is no number of that series: it came from another system. */
function inSeries(copy: UnitCopy): UnitCopy {
  const { accessionNumber, prefix, number } = copy
  const [, before = '', figures = ''] = /^(.*?)(\d+)$/su.exec(accessionNumber) ?? []
  const isOfSeries = figures !== '' && Number(figures) === number && prefixKey(before) === prefixKey(prefix)
  return isOfSeries ? copy : { ...copy, prefix: '', number: 0, digits: 0 }
}

/** What of a copy in stock comes over beside what is kept of it. */
export type LiveCopy = {
  id: number
  titleId: number
  siteId: number
  storeId: number | null
  shelf: string
  callNumber: string
  enumeration: string
  note: string
  pasts: { untilOn: string; siteId: number; storeId: number | null; condition: string }[]
}

export async function liveCopiesOf(unit: Reader, titleIds: readonly number[]): Promise<LiveCopy[]> {
  const { rows } = await sql<Omit<LiveCopy, 'pasts'> & { pasts: string }>`
    select copy.id, copy.titleId, copy.siteId, copy.storeId, copy.shelf, copy.callNumber, copy.enumeration, copy.note,
      (select json_group_array(json_object('untilOn', untilOn, 'siteId', siteId, 'storeId', storeId, 'condition', condition))
        from copyPast where copyPast.copyId = copy.id) as pasts
    from json_each(${JSON.stringify(titleIds)}) as wanted
    cross join copy on copy.titleId = wanted.value
    where copy.withdrawnOn is null and copy.cancelledOn is null order by copy.id`.execute(unit)
  return rows.map((row) => ({ ...row, pasts: JSON.parse(row.pasts) as LiveCopy['pasts'] }))
}
