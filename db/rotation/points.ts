import { sql, type RawBuilder } from 'kysely'
import { displayDate } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'

/** What a point was called on a day; before its first day, what it was called then. */
export function pointNameOn(pointId: RawBuilder<unknown>, on: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`(select name from servicePointIdentity as called where called.pointId = ${pointId}
    order by called.fromOn > ${on}, iif(called.fromOn > ${on}, called.fromOn, '') ,
      iif(called.fromOn > ${on}, '', called.fromOn) desc limit 1)`
}

/** A point that serves on the day. */
export async function requireOpenPoint(
  db: Reader,
  { id, on }: { id: number; on: string },
  fail: Fail<'point_not_found' | 'point_closed'>,
): Promise<void> {
  const point = await db.selectFrom('servicePoint').select('id').where('id', '=', id).executeTakeFirst()
  if (!point) fail('point_not_found', { id })
  await requireServing(db, { id, on }, fail)
}

/** The same of a point that is known to be there. */
export async function requireServing(
  db: Reader,
  { id, on }: { id: number; on: string },
  fail: Fail<'point_closed'>,
): Promise<void> {
  const { rows } = await sql<{ closedOn: string | null; openedOn: string; name: string }>`
    select closedOn, (select min(fromOn) from servicePointIdentity where pointId = point.id) as openedOn,
      ${pointNameOn(sql`point.id`, sql`${on}`)} as name
    from servicePoint as point where id = ${id}`.execute(db)
  const [point] = rows
  if (!point) return
  const { name, openedOn, closedOn } = point
  if (openedOn > on || (closedOn !== null && closedOn <= on))
    fail('point_closed', {
      name,
      on: displayDate(on),
      openedOn: displayDate(openedOn),
      closedOn: closedOn === null ? '' : displayDate(closedOn),
    })
}
