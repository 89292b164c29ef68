import { sql } from 'kysely'
import { readAccessionCode } from '../../shared/copies/rules.ts'
import { plainCode, readingsOf } from '../../shared/stocktake/codes.ts'
import type { ItemPlace } from '../../shared/stocktake/contract.ts'
import type { ItemFacts, Place, ScanRepair } from '../../shared/stocktake/rules.ts'
import type { Reader } from '../connection.ts'
import { prepared } from '../prepared.ts'
import { isMovedItem, isMovedSince, type Marks } from './class-sql.ts'

/** A scan that stands already of the same copy. */
export type EarlierScan = {
  id: number
  key: string
  at: string
  /** What the page's clock said, of scans in one and the same call. */
  givenAt?: string
  day: string
  userId: number | null
  sourceId: number | null
  place: Place
}

/** A copy that a code names, with all that its class follows from. */
export type Named = {
  copyId: number
  accessionNumber: string
  title: string
  callNumber: string
  decisionNumber: string
  belongs: ItemPlace
  facts: Omit<ItemFacts, 'scans'>
  scans: EarlierScan[]
}

type Status = ItemFacts['copy']['status']
type Row = {
  place: number
  copyId: number
  accessionNumber: string
  title: string
  callNumber: string
  decisionNumber: string
  siteId: number
  siteName: string
  storeId: number | null
  storeName: string
  shelf: string
  status: Status
  cancelledOn: string | null
  withdrawnOn: string | null
  isNew: number
  isMoved: number
  itemId: number | null
  expectedSiteId: number | null
  expectedStoreId: number | null
  expectedShelf: string | null
  expectedStatus: Status | null
  scans: string
}

type Values = Pick<Marks, 'id' | 'lastCopyId' | 'lastPastId'> & { codes: string }

/** The one look-up of a scan: from the label to the copy by two indexes, and from there along keys. */
const namedRows = prepared((db: Reader, { id, lastCopyId, lastPastId, codes }: Values) =>
  db
    .selectFrom(
      sql<Row>`(
        select named.place, copy.id as copyId, copy.accessionNumber, title.title,
          iif(copy.callNumber = '', title.callNumber, copy.callNumber) as callNumber,
          ifnull(withdrawal.decisionNumber, '') as decisionNumber,
          copy.siteId, site.name as siteName, copy.storeId, ifnull(store.name, '') as storeName, copy.shelf,
          copy.status, copy.cancelledOn, copy.withdrawnOn, copy.id > ${lastCopyId} as isNew,
          iif(item.id is null, ${isMovedSince(sql`${lastPastId}`)}, ${isMovedItem}) as isMoved,
          item.id as itemId, item.siteId as expectedSiteId, item.storeId as expectedStoreId,
          item.shelf as expectedShelf, item.status as expectedStatus,
          (select json_group_array(json_object('id', scan.id, 'key', scan.key, 'at', scan.at,
              'day', date(scan.at, '+7 hours'), 'userId', scan.userId, 'sourceId', scan.sourceId,
              'place', json_object('siteId', scan.siteId, 'storeId', scan.storeId, 'shelf', scan.shelf)))
            from stocktakeScan as scan
            where scan.stocktakeId = ${id} and scan.copyId = copy.id and scan.undoneAt is null) as scans
        from (
          select wanted.key as place, copy.id as copyId, 0 as rank from json_each(${codes}) as wanted
            cross join copy on copy.barcode = wanted.value and copy.barcode != ''
          union all
          select wanted.key, copy.id, 1 from json_each(${codes}) as wanted
            cross join copy on copy.accessionNumber = wanted.value
          union all
          select wanted.key, former.copyId, 2 from json_each(${codes}) as wanted
            cross join formerCopy as former on former.barcode = wanted.value and former.barcode != ''
            where former.copyId is not null
          union all
          select wanted.key, former.copyId, 3 from json_each(${codes}) as wanted
            cross join formerCopy as former on former.accessionNumber = wanted.value
            where former.copyId is not null) as named
        cross join copy on copy.id = named.copyId
        cross join title on title.id = copy.titleId
        cross join site on site.id = copy.siteId
        left join store on store.id = copy.storeId
        left join withdrawal on withdrawal.id = copy.withdrawalId
        left join stocktakeItem as item
          on item.stocktakeId = ${id} and item.copyId = copy.id and item.isExpected = 1
        -- The label of a merged copy may bear what is another copy's number here: the one that is expected is meant.
        order by named.rank + iif(item.id is null, 4, 0))`.as('found'),
    )
    .selectAll('found'),
)

async function namedBy(db: Reader, marks: Values, codes: readonly string[]): Promise<Map<string, Named>> {
  const rows = await namedRows(db, { ...marks, codes: JSON.stringify(codes) })
  const found = new Map<string, Named>()
  for (const row of rows) {
    const code = codes[row.place] ?? ''
    // A barcode before a number that is written alike.
    if (!found.has(code)) found.set(code, asNamed(row))
  }
  return found
}

function asNamed(row: Row): Named {
  const { copyId, accessionNumber, title, callNumber, decisionNumber, scans } = row
  const { siteId, siteName, storeId, storeName, shelf, status, cancelledOn, withdrawnOn } = row
  const { expectedSiteId, expectedStoreId, expectedShelf, expectedStatus } = row
  const expectedPlace = { siteId: expectedSiteId, storeId: expectedStoreId, shelf: expectedShelf ?? '' }
  return {
    copyId,
    accessionNumber,
    title,
    callNumber,
    decisionNumber,
    belongs: { siteId, siteName, storeId, storeName, shelf },
    facts: {
      expected:
        row.itemId === null || expectedStatus === null
          ? null
          : { place: expectedPlace, status: expectedStatus },
      copy: {
        place: { siteId, storeId, shelf },
        status,
        cancelledOn,
        withdrawnOn,
        isNew: row.isNew === 1,
        isMoved: row.isMoved === 1,
      },
    },
    scans: JSON.parse(scans) as EarlierScan[],
  }
}

export type Resolved = { code: string; reading: string; repair: ScanRepair; named: Named | null }

export function isExpected({ named }: Pick<Resolved, 'named'>): 0 | 1 {
  return named?.facts.expected ? 1 : 0
}

/**
 * What each code names. A code that no label bears is read as a number without its zeros or prefix, then as a keyboard
 * may have spoilt it; it is taken for what it became only where that names one copy and no other.
 */
export async function resolveCodes(
  db: Reader,
  marks: Marks,
  typed: readonly string[],
): Promise<Map<string, Resolved>> {
  const values = { id: marks.id, lastCopyId: marks.lastCopyId, lastPastId: marks.lastPastId, codes: '' }
  const codeByTyped = new Map(typed.map((each) => [each, plainCode(each)]))
  const codes = [...new Set(codeByTyped.values())].filter((code) => code !== '')
  const exact = await namedBy(db, values, codes)
  const open = [...codeByTyped].filter(([, code]) => code !== '' && !exact.has(code))
  const repaired = open.length === 0 ? new Map<string, Resolved>() : await repairedCodes(db, values, open)
  return new Map(
    [...codeByTyped].map(([each, code]) => [
      each,
      repaired.get(each) ?? { code, reading: '', repair: 'none', named: exact.get(code) ?? null },
    ]),
  )
}

type Open = readonly (readonly [typed: string, code: string])[]

async function repairedCodes(db: Reader, values: Values, open: Open): Promise<Map<string, Resolved>> {
  const readings = new Map<string, { reading: string; repair: ScanRepair }>()
  const numbers = await numbersMeant(db, open)
  for (const [typed, code] of open) {
    const [number, ...others] = numbers.get(code) ?? []
    if (number !== undefined && others.length === 0)
      readings.set(typed, { reading: number, repair: isSameButCase(number, code) ? 'caps' : 'number' })
  }
  const spoilt = open
    .filter(([, code]) => !numbers.has(code))
    .map(([typed]) => ({ typed, all: readingsOf(typed) }))
  const bearers = await bearersOf(
    db,
    spoilt.flatMap(({ all }) => all.map(({ code }) => code)),
  )
  for (const { typed, all } of spoilt) {
    const borne = all.filter(({ code }) => bearers.has(code))
    const [first] = borne
    const isOne = new Set(borne.map(({ code }) => bearers.get(code))).size === 1
    if (first && isOne) readings.set(typed, { reading: first.code, repair: first.repair })
  }
  const named = await namedBy(db, values, [...new Set([...readings.values()].map(({ reading }) => reading))])
  const codeByTyped = new Map(open)
  return new Map(
    [...readings].flatMap(([typed, { reading, repair }]) => {
      const copy = named.get(reading)
      return copy
        ? [[typed, { code: codeByTyped.get(typed) ?? '', reading, repair, named: copy }] as const]
        : []
    }),
  )
}

function isSameButCase(number: string, code: string): boolean {
  return number.toLowerCase() === code.toLowerCase()
}

/** The accession numbers of copies that a code may mean by its figures. */
async function numbersMeant(db: Reader, open: Open): Promise<Map<string, string[]>> {
  const series = await db.selectFrom('accessionSeries').select(['id', 'prefix', 'digits']).execute()
  const meant = open.flatMap(([, code]) =>
    readAccessionCode(code, series).map((each) => ({ code, seriesId: each.series.id, number: each.number })),
  )
  if (meant.length === 0) return new Map()
  const { rows } = await sql<{ code: string; accessionNumber: string }>`
    select distinct wanted.value ->> 'code' as code, copy.accessionNumber
    from json_each(${JSON.stringify(meant)}) as wanted
    cross join copy on copy.seriesId = wanted.value ->> 'seriesId' and copy.number = wanted.value ->> 'number'`.execute(
    db,
  )
  return new Map(
    [...Map.groupBy(rows, ({ code }) => code)].map(([code, found]) => [
      code,
      found.map(({ accessionNumber }) => accessionNumber),
    ]),
  )
}

/** Which of many codes are borne by a copy, and by which one. */
async function bearersOf(db: Reader, codes: readonly string[]): Promise<Map<string, number>> {
  if (codes.length === 0) return new Map()
  const wanted = JSON.stringify([...new Set(codes)])
  const { rows } = await sql<{ code: string; copyId: number }>`
    select wanted.value as code, copy.id as copyId from json_each(${wanted}) as wanted
      cross join copy on copy.accessionNumber = wanted.value
    union all
    select wanted.value, copy.id from json_each(${wanted}) as wanted
      cross join copy on copy.barcode = wanted.value and copy.barcode != ''`.execute(db)
  return new Map(rows.map(({ code, copyId }) => [code, copyId]))
}
