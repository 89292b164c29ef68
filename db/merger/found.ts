import { sql } from 'kysely'
import type { Found, leftBehind } from '../../shared/merger/contract.ts'
import type { Reader } from '../connection.ts'
import { openingLeftOn } from '../stock/index.ts'
import { isLive } from './planned.ts'

type Left = (typeof leftBehind)[number]

/** What the other library holds, and what of it comes over. */
export async function foundIn(
  db: Reader,
  unit: Reader,
  { id, runId, today }: { id: number; runId: number; today: string },
): Promise<Found> {
  const verdicts = await db
    .selectFrom('importRecord')
    .select('verdict')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('runId', '=', runId)
    .groupBy('verdict')
    .execute()
  const { rows: copies } = await sql<
    Pick<Found, 'copies' | 'gone' | 'away' | 'numberClashes' | 'barcodeClashes'>
  >`select ifnull(sum(${isLive}), 0) as copies, ifnull(sum(not (${isLive})), 0) as gone,
      ifnull(sum(${isLive} and status in ('on_loan', 'in_rotation')), 0) as away,
      count(numberTwinId) as numberClashes, count(barcodeTwinId) as barcodeClashes
    from formerCopy as former where mergerId = ${id}`.execute(db)
  const { rows: books } = await sql<Pick<Found, 'books' | 'lines' | 'withdrawals'>>`
    select (select count(*) from registerBook where mergerId is null) as books,
      (select count(*) from registerLine join registerBook on registerBook.id = bookId where mergerId is null) as lines,
      (select count(*) from withdrawal) as withdrawals`.execute(unit)
  const { rows: serials } = await sql<Pick<Found, 'subscriptions' | 'issues'>>`
    select (select count(*) from subscription where endsOn is null or endsOn >= ${today}) as subscriptions,
      (select count(*) from serialIssue join title on title.id = titleId where removedOn is null) as issues`.execute(
    unit,
  )
  const opening = await openingLeftOn(unit, today)
  return {
    titles: verdicts.reduce((sum, { count }) => sum + count, 0),
    byVerdict: Object.fromEntries(verdicts.map(({ verdict, count }) => [verdict, count])),
    ...(copies[0] ?? { copies: 0, gone: 0, away: 0, numberClashes: 0, barcodeClashes: 0 }),
    ...(books[0] ?? { books: 0, lines: 0, withdrawals: 0 }),
    ...(serials[0] ?? { subscriptions: 0, issues: 0 }),
    openingCopies: opening.copies,
    leftBehind: await leftBehindIn(unit),
  }
}

/** Counted so that nobody believes it came over; what there is none of is not spoken of. */
async function leftBehindIn(unit: Reader): Promise<Found['leftBehind']> {
  const { rows } = await sql<Record<Left, number>>`select
    (select count(*) from user) as users,
    (select count(*) from title where removedOn is not null) as removed_titles,
    (select count(*) from product) as products,
    (select count(*) from stocktake) as stocktakes,
    (select count(*) from weeding) as weedings,
    (select count(*) from labelBatch) as labels,
    (select count(*) from period) as reports,
    (select count(distinct mergerId) from registerBook where mergerId is not null) as mergers`.execute(unit)
  return Object.entries(rows[0] ?? {}).flatMap(([code, count]) =>
    count > 0 ? [{ code: code as Left, count }] : [],
  )
}
