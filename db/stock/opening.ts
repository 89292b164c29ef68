import { sql } from 'kysely'
import type { Opening } from '../../shared/stock/contract.ts'
import { cellKey, leftOf, type Cell, type Counts } from '../../shared/stock/rules.ts'
import type { Reader } from '../connection.ts'
import { mainClass } from '../ddc.ts'

/** The opening balances with what each still stands for on a day; before the day they were taken there are none. */
export async function openingOn(db: Reader, day: string): Promise<Opening[]> {
  const openings: Opening[] = []
  for (const { asOf, balance } of byDay(await balances(db))) {
    if (asOf > day) continue
    const left = leftOf(balance, await registeredBy(db, { day, asOf, sites: sitesOf(balance) }))
    const none = { registered: 0, remaining: 0, remainingTitles: 0 }
    openings.push(
      ...balance.map(({ asOf: _, mergerId: __, ...cell }, at) => ({ ...cell, ...(left[at] ?? none) })),
    )
  }
  return openings.toSorted((a, b) => a.id - b.id)
}

function balances(db: Reader) {
  return db
    .selectFrom('openingBalance')
    .select(['id', 'rev', 'siteId', 'material', 'language', 'ddc', 'source'])
    .select(['titles', 'copies', 'evidence', 'asOf', 'mergerId'])
    .orderBy('id')
    .execute()
}
type Balance = Awaited<ReturnType<typeof balances>>[number]

/** Balances of one day and their sites: those of a library that was merged were taken on a day of their own. */
function byDay(rows: readonly Balance[]): { asOf: string; balance: Balance[] }[] {
  return [...Map.groupBy(rows, ({ asOf }) => asOf)].map(([asOf, balance]) => ({ asOf, balance }))
}

function sitesOf(balance: readonly Balance[]): number[] {
  return [...new Set(balance.map(({ siteId }) => siteId))]
}

/**
 * What the balances still stand for at the end of each of these days, in copies. Opening copies are counted once by
 * the day they came in, so a row of years costs no more than one.
 */
export async function openingLeftOver(db: Reader, days: readonly string[]): Promise<number[]> {
  const sums = days.map(() => 0)
  const last = days.toSorted().at(-1) ?? ''
  for (const { asOf, balance } of byDay(await balances(db))) {
    const sites = sitesOf(balance)
    const registered = await registeredBy(db, { day: last, asOf, sites, isByDay: true })
    for (const [at, day] of days.entries()) {
      if (day < asOf) continue
      const left = leftOf(balance, added(registered.filter(({ accessionedOn }) => accessionedOn <= day)))
      sums[at] = (sums[at] ?? 0) + sumOf(left, ({ remaining }) => remaining)
    }
  }
  return sums
}

/** What came by merging in balances, by the year in which it came. */
export async function openingMergedBy(db: Reader): Promise<Map<number, number>> {
  const merged = (await balances(db)).filter(({ mergerId }) => mergerId !== null)
  const byYear = new Map<number, number>()
  for (const { asOf, copies } of merged) {
    const year = Number(asOf.slice(0, 4))
    byYear.set(year, (byYear.get(year) ?? 0) + copies)
  }
  return byYear
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
  {
    day,
    asOf,
    sites,
    isByDay = false,
  }: { day: string; asOf: string; sites: readonly number[]; isByDay?: boolean },
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
      and coalesce(past.siteId, copy.siteId) in (${sql.join(sites)})
    group by 1, 2, 3, 4, 5, 6`.execute(db)
  return rows
}

export function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0)
}

/** The day of this library's own balances, and a word that every change of them makes another. */
export async function sheetOf(db: Reader): Promise<{ asOf: string | null; version: string }> {
  const { asOf, rows, revs, last } = await db
    .selectFrom('openingBalance')
    .select((is) => [
      is.fn.min<string | null>('asOf').filterWhere('mergerId', 'is', null).as('asOf'),
      is.fn.countAll<number>().as('rows'),
      is.fn.sum<number | null>('rev').as('revs'),
      is.fn.max<number | null>('id').as('last'),
    ])
    .executeTakeFirstOrThrow()
  return { asOf, version: [rows, revs ?? 0, last ?? 0].join('.') }
}

/** The first signed report that reaches the day of the balances: what it counted is fixed. */
export async function reportedFrom(db: Reader, asOf: string): Promise<string | null> {
  const signed = await db
    .selectFrom('period')
    .select('period')
    .where('state', '=', 'signed')
    .where('toOn', '>=', asOf)
    .orderBy('toOn')
    .orderBy('fromOn')
    .limit(1)
    .executeTakeFirst()
  return signed?.period ?? null
}
