import { sql } from 'kysely'
import type { Opening } from '../../shared/stock/contract.ts'
import { cellKey, leftOf, type Cell, type Counts } from '../../shared/stock/rules.ts'
import type { Reader } from '../connection.ts'
import { mainClass } from '../ddc.ts'

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
  const left = leftOf(balance, await registeredBy(db, { day, asOf }))
  return balance.map(({ asOf: _, ...cell }, at) => ({
    ...cell,
    ...(left[at] ?? { registered: 0, remaining: 0, remainingTitles: 0 }),
  }))
}

/**
 * What the balances still stand for at the end of each of these days, in copies. Opening copies are counted once by
 * the day they came in, so a row of years costs no more than one.
 */
export async function openingLeftOver(db: Reader, days: readonly string[]): Promise<number[]> {
  const balance = await db
    .selectFrom('openingBalance')
    .select(['siteId', 'material', 'language', 'ddc', 'source', 'titles', 'copies', 'asOf'])
    .orderBy('id')
    .execute()
  const [first] = balance
  const last = days.toSorted().at(-1)
  if (!first || last === undefined) return days.map(() => 0)
  const registered = await registeredBy(db, { day: last, asOf: first.asOf, isByDay: true })
  return days.map((day) => {
    if (day < first.asOf) return 0
    const left = leftOf(balance, added(registered.filter(({ accessionedOn }) => accessionedOn <= day)))
    return sumOf(left, ({ remaining }) => remaining)
  })
}

/** One row for each kind; titles of several days are not told apart, and no sum of copies asks for them. */
function added(rows: readonly (Cell & Counts)[]): (Cell & Counts)[] {
  const byKind = new Map<string, Cell & Counts>()
  for (const row of rows) {
    const kind = byKind.get(cellKey(row))
    byKind.set(cellKey(row), { ...row, copies: row.copies + (kind?.copies ?? 0) })
  }
  return [...byKind.values()]
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
async function registeredBy(
  db: Reader,
  { day, asOf, isByDay = false }: { day: string; asOf: string; isByDay?: boolean },
): Promise<(Cell & Counts & { accessionedOn: string })[]> {
  const { rows } = await sql<Cell & Counts & { accessionedOn: string }>`
    with past as (select copyId, min(untilOn), siteId from copyPast where untilOn > ${asOf} group by copyId)
    select coalesce(past.siteId, copy.siteId) as siteId, material, language,
      ${mainClass('')} as ddc, source,
      ${isByDay ? sql`accessionedOn` : sql`''`} as accessionedOn,
      count(*) as copies, count(distinct titleId) as titles
    from voucher
    join copy on copy.voucherId = voucher.id
    join title on title.id = copy.titleId
    left join past on past.copyId = copy.id
    where isOpening = 1 and accessionedOn <= ${day} and cancelledOn is null
      and (withdrawnOn is null or withdrawnOn > ${asOf})
    group by 1, 2, 3, 4, 5, 6`.execute(db)
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
