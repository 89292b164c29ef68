import { sql } from 'kysely'
import type { Copy } from '../../shared/copies/contract.ts'
import type { Reader } from '../connection.ts'

type Row = Omit<Copy, 'former'> & { former: string | null }

/** Copies as lists show them, in the order asked for; what other tables say is joined for these rows only. */
export async function readCopies(db: Reader, ids: readonly number[]): Promise<Copy[]> {
  const { rows } = await sql<Row>`
    select copy.id, copy.rev, copy.titleId, title.title, title.material, copy.seriesId, copy.number,
      copy.accessionNumber, copy.barcode, copy.siteId, site.name as siteName, copy.storeId,
      ifnull(store.name, '') as storeName, copy.shelf, copy.callNumber,
      iif(copy.callNumber = '', iif(title.callNumber = '', title.ddc, title.callNumber), copy.callNumber)
        as shelvedBy, copy.enumeration, copy.status,
      copy.condition, copy.priceMinor, copy.voucherId, voucher.number as voucherNumber, voucher.source,
      copy.note, copy.accessionedOn, copy.withdrawnOn, copy.withdrawalId, copy.cancelledOn,
      (select json_object('unitName', merger.unitName, 'accessionNumber', former.accessionNumber,
          'barcode', former.barcode, 'accessionedOn', former.accessionedOn)
        from formerCopy as former join merger on merger.id = former.mergerId
        where former.copyId = copy.id) as former
    from json_each(${JSON.stringify(ids)}) as wanted
    join copy on copy.id = wanted.value
    join title on title.id = copy.titleId
    join site on site.id = copy.siteId
    join voucher on voucher.id = copy.voucherId
    left join store on store.id = copy.storeId
    order by wanted.key`.execute(db)
  return rows.map((row) => ({
    ...row,
    former: row.former === null ? null : (JSON.parse(row.former) as Copy['former']),
  }))
}

type Past = Pick<Copy, 'siteId' | 'siteName' | 'storeId' | 'storeName' | 'condition'> & { copyId: number }

/** The same as they stood at the end of a day: place and condition are those they have left since. */
export async function readCopiesAsOf(db: Reader, ids: readonly number[], day: string): Promise<Copy[]> {
  const copies = await readCopies(db, ids)
  const { rows } = await sql<Past>`
    select past.copyId, past.siteId, site.name as siteName, past.storeId, ifnull(store.name, '') as storeName,
      past.condition
    from json_each(${JSON.stringify(ids)}) as wanted
    join copyPast as past on past.id = (
      select id from copyPast where copyId = wanted.value and untilOn > ${day} order by untilOn, id limit 1)
    join site on site.id = past.siteId
    left join store on store.id = past.storeId`.execute(db)
  const pastByCopy = new Map(rows.map(({ copyId, ...past }) => [copyId, past]))
  return copies.map((copy) => ({ ...copy, ...pastByCopy.get(copy.id) }))
}
