import { sql } from 'kysely'
import { previousQuarter, quarterBounds, quarterOf } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import { countedAtMost, waiting, type DueReader } from '../due.ts'
import type { Span } from '../measures.ts'

type Row = { on: string; name: string }

/** What is planned for the week, what is over and still called a plan, and what was held without proof. */
export const due: DueReader = {
  can: 'activities.read',
  async find(db, { today, until }) {
    const limit = countedAtMost + 1
    const coming = await sql<Row>`
      select startsOn as "on", name from activity indexed by activityByDay
      where startsOn between ${today} and ${until} and state = 'planned' and removedOn is null
      order by startsOn, id limit ${limit}`.execute(db)
    const past = await sql<Row>`
      select endsOn as "on", name from activity indexed by activityPlanned
      where state = 'planned' and removedOn is null and endsOn < ${today} order by endsOn, id limit ${limit}`.execute(
      db,
    )
    const unproved = await sql<Row>`
      select endsOn as "on", name from activity indexed by activityUnproved
      where proof = 'missing' and removedOn is null and endsOn >= ${quarterBefore(today)} and endsOn <= ${today}
      order by endsOn, id limit ${limit}`.execute(db)
    return [
      ...waiting('activitiesComing', coming.rows),
      ...waiting('activitiesPast', past.rows),
      ...waiting('proofMissing', unproved.rows),
    ]
  },
}

/** The first day of the quarter before: what lies further back has been reported. */
function quarterBefore(today: string): string {
  return quarterBounds(previousQuarter(quarterOf(today))).from
}

/** How many activities of a time still lack the proof that their kind asks for, and how many people were counted at them. */
export async function unprovedBetween(
  db: Reader,
  { from, to }: Span,
): Promise<{ count: number; people: number }> {
  const { rows } = await sql<{ count: number; people: number }>`
    select count(*) as count, ifnull(sum(attended), 0) as people from activity indexed by activityUnproved
    where proof = 'missing' and removedOn is null and endsOn >= ${from} and endsOn <= ${to}`.execute(db)
  return rows[0] ?? { count: 0, people: 0 }
}
