import { sql } from 'kysely'
import type { Opening } from '../../shared/stock/contract.ts'
import { leftOf, type Cell, type Counts } from '../../shared/stock/rules.ts'
import type { Reader } from '../connection.ts'

/** The opening balances with what each still stands for on a day; before the day they were taken there are none. */
export async function openingOn(db: Reader, day: string): Promise<Opening[]> {
  const balance = await db
    .selectFrom('openingBalance')
    .select(['id', 'rev', 'siteId', 'material', 'language', 'ddc', 'source'])
    .select(['titles', 'copies', 'evidence', 'asOf'])
    .where('asOf', '<=', day)
    .orderBy('id')
    .execute()
  const asOf = balance[0]?.asOf
  if (asOf === undefined) return []
  const left = leftOf(balance, await registeredBy(db, day, asOf))
  return balance.map(({ asOf: _, ...cell }, at) => ({
    ...cell,
    ...(left[at] ?? { registered: 0, remaining: 0, remainingTitles: 0 }),
  }))
}

/** What the opening balances still stand for on a day, beside the copies registered one by one. */
export async function openingLeftOn(db: Reader, day: string): Promise<Counts> {
  const left = await openingOn(db, day)
  return {
    titles: sumOf(left, (each) => each.remainingTitles),
    copies: sumOf(left, (each) => each.remaining),
  }
}

/** Copies that were there on the first day and have been registered since, where they stood on it. */
async function registeredBy(db: Reader, day: string, asOf: string): Promise<(Cell & Counts)[]> {
  const { rows } = await sql<Cell & Counts>`
    with past as (select copyId, min(untilOn), siteId from copyPast where untilOn > ${asOf} group by copyId)
    select coalesce(past.siteId, copy.siteId) as siteId, material, language,
      iif(substr(ddc, 1, 1) between '0' and '9', substr(ddc, 1, 1), '') as ddc, source,
      count(*) as copies, count(distinct titleId) as titles
    from voucher
    join copy on copy.voucherId = voucher.id
    join title on title.id = copy.titleId
    left join past on past.copyId = copy.id
    where isOpening = 1 and accessionedOn <= ${day} and cancelledOn is null
      and (withdrawnOn is null or withdrawnOn > ${asOf})
    group by 1, 2, 3, 4, 5`.execute(db)
  return rows
}

export function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0)
}

/** The day of the balances, and a word that every change of them makes another. */
export async function sheetOf(db: Reader): Promise<{ asOf: string | null; version: string }> {
  const { asOf, rows, revs, last } = await db
    .selectFrom('openingBalance')
    .select((is) => [
      is.fn.min<string | null>('asOf').as('asOf'),
      is.fn.countAll<number>().as('rows'),
      is.fn.sum<number | null>('rev').as('revs'),
      is.fn.max<number | null>('id').as('last'),
    ])
    .executeTakeFirstOrThrow()
  return { asOf, version: [rows, revs ?? 0, last ?? 0].join('.') }
}

/** The first signed report that reaches the day of the balances: what it counted is fixed. */
export async function reportedFrom(
  db: Reader,
  asOf: string,
): Promise<{ year: number; quarter: number } | null> {
  const month = Number(asOf.slice(5, 7))
  const place = Number(asOf.slice(0, 4)) * 4 + Math.ceil(month / 3)
  const period = await db
    .selectFrom('period')
    .select(['year', 'quarter'])
    .where('state', '=', 'signed')
    .where(sql<number>`year * 4 + quarter`, '>=', place)
    .orderBy('year')
    .orderBy('quarter')
    .limit(1)
    .executeTakeFirst()
  return period ?? null
}
