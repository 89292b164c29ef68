import { sql } from 'kysely'
import type { Item, ItemClass, ItemPlace } from '../../shared/stocktake/contract.ts'
import type { Reader } from '../connection.ts'

/** What a list keeps of a row until the rest is looked up. */
export type ItemKey = {
  itemId: number | null
  copyId: number | null
  code: string
  scanId: number | null
  class: ItemClass
}

type Row = Omit<Item, 'belongs' | 'seen' | 'isExpected'> & {
  isExpected: number
  siteId: number | null
  siteName: string
  storeId: number | null
  storeName: string
  shelf: string
  seenSiteId: number | null
  seenSiteName: string
  seenStoreId: number | null
  seenStoreName: string
  seenShelf: string | null
}

/** The rows of a list in the order asked for; what other tables say is joined for these only. */
export async function readItems(db: Reader, keys: readonly ItemKey[]): Promise<Item[]> {
  const { rows } = await sql<Row>`
    with wanted as materialized (
      select key, value ->> 'itemId' as itemId, value ->> 'copyId' as copyId, value ->> 'code' as code,
        value ->> 'scanId' as scanId, value ->> 'class' as class
      from json_each(${JSON.stringify(keys)}))
    select ifnull(wanted.itemId, -wanted.scanId) as id, wanted.copyId, wanted.code, wanted.class,
      ifnull(item.isExpected, 0) as isExpected, ifnull(copy.accessionNumber, '') as accessionNumber,
      ifnull(copy.barcode, '') as barcode, copy.titleId, ifnull(title.title, '') as title, copy.priceMinor,
      ifnull(iif(copy.callNumber = '', title.callNumber, copy.callNumber), '') as callNumber,
      ifnull(item.status, copy.status) as status, item.settled,
      home.id as siteId, ifnull(home.name, '') as siteName,
      room.id as storeId, ifnull(room.name, '') as storeName,
      ifnull(iif(item.isExpected, item.shelf, copy.shelf), '') as shelf,
      scan.at as seenAt, scan.shelf as seenShelf,
      seenSite.id as seenSiteId, ifnull(seenSite.name, '') as seenSiteName,
      seenStore.id as seenStoreId, ifnull(seenStore.name, '') as seenStoreName,
      ifnull(user.name, '') as seenBy,
      withdrawal.id as withdrawalId, ifnull(withdrawal.decisionNumber, '') as decisionNumber,
      ifnull(copy.cancelledOn, copy.withdrawnOn) as goneOn
    from wanted
    left join stocktakeItem as item on item.id = wanted.itemId
    left join copy on copy.id = wanted.copyId
    left join title on title.id = copy.titleId
    left join stocktakeScan as scan on scan.id = wanted.scanId
    left join user on user.id = scan.userId
    left join site as home on home.id = iif(item.isExpected, item.siteId, copy.siteId)
    left join store as room on room.id = iif(item.isExpected, item.storeId, copy.storeId)
    left join site as seenSite on seenSite.id = scan.siteId
    left join store as seenStore on seenStore.id = scan.storeId
    left join withdrawal on withdrawal.id = copy.withdrawalId
    order by wanted.key`.execute(db)
  return rows.map(asItem)
}

function asItem(row: Row): Item {
  const { siteId, siteName, storeId, storeName, shelf, isExpected, ...rest } = row
  const { seenSiteId, seenSiteName, seenStoreId, seenStoreName, seenShelf, ...item } = rest
  const seen: ItemPlace = {
    siteId: seenSiteId,
    siteName: seenSiteName,
    storeId: seenStoreId,
    storeName: seenStoreName,
    shelf: seenShelf ?? '',
  }
  return {
    ...item,
    isExpected: isExpected === 1,
    belongs: { siteId, siteName, storeId, storeName, shelf },
    seen: item.seenAt === null ? null : seen,
  }
}
