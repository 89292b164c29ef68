import { sql } from 'kysely'
import { countedAtMost, waiting, type DueReader } from '../due.ts'

type Found = { on: string; name: string }

/** What was to be followed up at a point, and loans between libraries that should be back. */
export const due: DueReader = {
  can: 'network.read',
  async find(db, { today, until }) {
    const followUps = await sql<Found>`
      select support.followUpBy as "on", support.followUp as name
      from servicePointSupport as support indexed by servicePointSupportOpen
      join activity on activity.id = support.activityId
      where support.followUpBy is not null and support.followedUpOn is null and support.followUpBy <= ${until}
        and activity.removedOn is null
      order by support.followUpBy, support.id limit ${countedAtMost + 1}`.execute(db)
    const overdue = await sql<Found>`
      select dueOn as "on", what as name from exchange indexed by exchangeOut
      where kind = 'loan' and sentOn is not null and returnedOn is null and dueOn < ${today}
      order by dueOn, id limit ${countedAtMost + 1}`.execute(db)
    return [...waiting('followUpsDue', followUps.rows), ...waiting('exchangesOverdue', overdue.rows)]
  },
}
