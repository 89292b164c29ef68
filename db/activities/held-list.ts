import { sql } from 'kysely'
import type { TFunction } from 'i18next'
import { runtimeKey } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { Span } from '../measures.ts'
import { readTypes } from './types.ts'

export type HeldActivity = {
  from: string
  to: string
  typeCode: string
  typeName: string
  name: string
  place: string
  /** Null where nobody counted. */
  attended: number | null
}

/** What took place within some days, one line an activity; whoever answers for it is not named. */
export async function heldList(db: Reader, { from, to }: Span, t: TFunction): Promise<HeldActivity[]> {
  const names = new Map((await readTypes(db)).map(({ code, name }) => [code, name]))
  const { rows } = await sql<Omit<HeldActivity, 'typeName'>>`
    select min(s."on") as "from", max(coalesce(s.until, s."on")) as "to", a.typeCode, a.name,
      case when a.place <> '' then a.place else coalesce(site.name, '') end as place, sum(s.attended) as attended
    from activitySession as s join activity as a on a.id = s.activityId left join site on site.id = a.siteId
    where s.state = 'held' and s."on" between ${from} and ${to} and a.removedOn is null
    group by a.id order by min(s."on"), a.id`.execute(db)
  return rows.map((row) => ({
    ...row,
    typeName: names.get(row.typeCode) || t(runtimeKey(`activities.types.${row.typeCode}`)),
  }))
}
