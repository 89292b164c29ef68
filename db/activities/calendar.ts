import { sql } from 'kysely'
import type { CalendarDay } from '../../shared/activities/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'

/** What lasts for weeks is seldom more than this at a time. */
const mostLasting = 20
const dayMs = 86_400_000

type Item = CalendarDay['items'][number] & { on: string }

/** A session that was dropped is called off, whatever becomes of the others. */
const shown = sql`s.activityId, s.id as sessionId, s."on", s.until, s.startTime, a.name, a.typeCode,
  iif(s.state = 'dropped', 'cancelled', a.state) as state,
  coalesce(nullif(a.place, ''), site.name, '') as place`
const joined = sql`join activity as a on a.id = s.activityId left join site on site.id = a.siteId`

/** A few sessions of each day along the index of days, however many a day has. */
async function sessionsOf(db: Reader, days: readonly string[], perDay: number): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select ${shown} from json_each(${JSON.stringify(days)}) as day
    join activitySession as s on s.id in (
      select x.id from activitySession as x where x."on" = day.value
      and x.activityId not in (select id from activity where removedOn is not null) order by x.startTime, x.id limit ${perDay + 1})
    ${joined} order by s."on", s.startTime, s.id`.execute(db)
  return rows
}

async function lastingOver(db: Reader, from: string, to: string): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select ${shown} from activitySession as s ${joined}
    where s.until >= ${from} and s."on" <= ${to} and s.until > s."on" and a.removedOn is null
    order by s.until, s.id limit ${mostLasting}`.execute(db)
  return rows
}

export const calendarQueries: Pick<QueriesOf<'activities'>, 'calendar'> = {
  async calendar({ from, days: count, perDay }, { db }) {
    const days = Array.from({ length: count }, (_, at) =>
      new Date(Date.parse(from) + at * dayMs).toISOString().slice(0, 10),
    )
    const sessions = await sessionsOf(db, days, perDay)
    return {
      days: days.map((on) => {
        const items = sessions.filter((session) => session.on === on)
        return { on, items: items.slice(0, perDay).map(withoutDay), hasMore: items.length > perDay }
      }),
      lasting: await lastingOver(db, from, days.at(-1) ?? from),
    }
  },
}

function withoutDay({ on: _, ...item }: Item): CalendarDay['items'][number] {
  return item
}
