import { sql } from 'kysely'
import type { QueriesOf } from '../context.ts'

/** What travelled on each day, for the calendar of activities, which has no rows of it. */
export const diaryQueries: Pick<QueriesOf<'rotation'>, 'diary'> = {
  async diary({ from, to }, { db }) {
    const { rows } = await sql<{ on: string; sessions: number; shipments: number }>`
      select "on", sum(sessions) as sessions, sum(shipments) as shipments from (
        select "on", 1 as sessions, 0 as shipments from mobileSession
          where state != 'dropped' and "on" between ${from} and ${to}
        union all select sentOn, 0, 1 from shipment where sentOn between ${from} and ${to})
      group by "on" order by "on"`.execute(db)
    return rows
  },
}
