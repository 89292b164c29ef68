import { sql, type RawBuilder } from 'kysely'
import type { ItemClass } from '../../shared/stocktake/contract.ts'
import type { Reader } from '../connection.ts'
import { idsIn } from '../copies/index.ts'

/*
 * `classOf` of the rules, in SQL: for half a million copies at once, and for one. A test holds the two together.
 * `item` is what was expected, `copy` the copy as it stands today, `scan` a scan of it that stands.
 */

type Sql = RawBuilder<unknown>

/** The place a scan was made at contradicts nothing that is recorded. */
function agreesWith(recorded: 'item' | 'copy'): Sql {
  const at = sql.ref(recorded)
  return sql`((scan.siteId is null or ${at}.siteId is null or scan.siteId = ${at}.siteId)
    and (scan.storeId is null or ${at}.storeId is null or scan.storeId = ${at}.storeId)
    and (scan.shelf = '' or ${at}.shelf = '' or scan.shelf = ${at}.shelf))`
}

const isRight = sql`(${agreesWith('item')} or ${agreesWith('copy')})`
const scansOfItem = sql`stocktakeScan as scan where scan.stocktakeId = item.stocktakeId
  and scan.copyId = item.copyId and scan.undoneAt is null`
/** 2 seen in its right place, 1 seen elsewhere, null not seen. */
const seen = sql`(select max(1 + ${isRight}) from ${scansOfItem})`
const lastDay = sql`(select max(date(scan.at, '+7 hours')) from ${scansOfItem})`
const away = sql`('on_loan', 'in_rotation', 'in_repair')`
const elsewhere = sql`('on_loan', 'in_rotation', 'in_repair', 'in_process')`

/** Whether a copy that was not expected stands in another room than at the opening: what it left first tells where it stood. */
export function isMovedSince(lastPastId: Sql | number): Sql {
  return sql`exists (select 1 from copyPast as past
    where past.id = (select min(id) from copyPast where copyId = copy.id and id > ${lastPastId})
      and (past.siteId != copy.siteId or past.storeId is not copy.storeId))`
}

/** Whether one that was expected has been brought to another room. */
export const isMovedItem = sql`(item.siteId != copy.siteId or item.storeId is not copy.storeId)`

function seenAs(otherwise: string): Sql {
  return sql`case
    when copy.cancelledOn is not null and ${lastDay} > copy.cancelledOn then 'cancelled_present'
    when copy.withdrawnOn is not null and ${lastDay} > copy.withdrawnOn then 'withdrawn_present'
    when item.status in ${away} and copy.status in ${away} then 'away_present'
    else ${sql.lit(otherwise)} end`
}

/** The class of an expected copy; each scan of it is looked at once. */
export const classOfItem: Sql = sql`case ${seen}
    when 2 then ${seenAs('found')}
    when 1 then ${seenAs('misplaced')}
    else case
      when copy.cancelledOn is not null or copy.withdrawnOn is not null then 'withdrawn_since'
      when ${isMovedItem} then 'moved_since'
      when copy.status in ${elsewhere} then copy.status
      when item.status in ${elsewhere} then item.status
      else 'missing' end
    end`

/** The scan that tells where a copy is: one in its right place before others, a later before an earlier. */
export const tellingScan = sql`(select scan.id from ${scansOfItem}
  order by ${isRight} desc, scan.at desc, scan.key desc limit 1)`

/** What was seen and not expected, once for each copy or code: `copyId`, `code`, `class`. */
export function otherRows({ id, lastCopyId, lastPastId }: Marks, only: Sql = sql`1`): Sql {
  return sql`select scan.copyId, iif(scan.copyId is null, scan.code, '') as code,
      case
        when scan.copyId is null then 'unknown'
        when copy.cancelledOn is not null then 'cancelled_present'
        when copy.withdrawnOn is not null then 'withdrawn_present'
        when copy.id > ${lastCopyId} then 'new_since'
        when not max(${agreesWith('copy')}) then 'misplaced'
        when ${isMovedSince(lastPastId)} then 'moved_since'
        else 'unexpected' end as class
    from stocktakeScan as scan left join copy on copy.id = scan.copyId
    where scan.stocktakeId = ${id} and scan.isExpected = 0 and scan.undoneAt is null and ${only}
    group by scan.copyId, iif(scan.copyId is null, scan.code, '')`
}

/** The same for what was not expected; `other` is a row of `otherRows`, `copy` its copy where there is one. */
export function tellingScanOfOther({ id }: Marks): Sql {
  return sql`(select scan.id from stocktakeScan as scan
    where scan.stocktakeId = ${id} and scan.isExpected = 0 and scan.copyId is other.copyId
      and (other.copyId is not null or scan.code = other.code) and scan.undoneAt is null
    order by ${agreesWith('copy')} desc, scan.at desc, scan.key desc limit 1)`
}

/** Where the list of a stocktake lies, and how far copies and their moves had come when it was drawn up. */
export type Marks = {
  id: number
  firstItemId: number
  lastItemId: number
  lastCopyId: number
  lastPastId: number
}

export async function marksOf(db: Reader, id: number): Promise<Marks> {
  const { firstItemId, expected, lastCopyId, lastPastId } = await db
    .selectFrom('stocktake')
    .select(['firstItemId', 'expected', 'lastCopyId', 'lastPastId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const first = firstItemId ?? 1
  return {
    id,
    firstItemId: first,
    lastItemId: first + (expected ?? 0) - 1,
    lastCopyId: lastCopyId ?? 0,
    lastPastId: lastPastId ?? 0,
  }
}

/** The list, walked along its ids: in the order of the shelf. */
export function expectedItems({
  id,
  firstItemId,
  lastItemId,
}: Omit<Marks, 'lastCopyId' | 'lastPastId'>): Sql {
  return sql`stocktakeItem as item cross join copy on copy.id = item.copyId
    where item.id between ${firstItemId} and ${lastItemId} and +item.stocktakeId = ${id}`
}

/** The classes of some copies as they stand now. */
export async function classesOfCopies(
  db: Reader,
  marks: Marks,
  copyIds: readonly number[],
): Promise<Map<number, ItemClass>> {
  const { rows } = await sql<{ copyId: number; class: ItemClass }>`
    select item.copyId, ${classOfItem} as class
    from json_each(${JSON.stringify(copyIds)}) as wanted
    cross join stocktakeItem as item on item.stocktakeId = ${marks.id} and item.copyId = wanted.value
    cross join copy on copy.id = item.copyId
    where item.isExpected = 1
    union all
    select copyId, class from (${otherRows(marks, sql`scan.copyId in ${idsIn(copyIds)}`)})`.execute(db)
  return new Map(rows.map((row) => [row.copyId, row.class]))
}
