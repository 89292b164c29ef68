import { sql } from 'kysely'
import type { HeldSession } from '../../shared/activities/rules.ts'
import type { Reader } from '../connection.ts'
import type { Span } from '../measures.ts'
import { typeByCode } from './types.ts'

type Row = Omit<HeldSession, 'feeds' | 'isFirst' | 'isBookDay' | 'libraryIds'> & {
  typeCode: string
  isFirst: number
  isBookDay: number
  libraryIds: string
}

/** Sessions that took place within the days, by their first day, along the index of those held. */
export async function heldSessions(
  db: Reader,
  { from, to }: Span,
  exceptActivityId: number | null = null,
): Promise<HeldSession[]> {
  const types = await typeByCode(db)
  const { rows } = await sql<Row>`
    select s.id, s.activityId, s."on", ifnull(s.attended, 0) as attended, a.typeCode, a.part, a.reach,
      ifnull(a.details ->> 'direction', '') as direction,
      ifnull(a.copiesShown, 0) as copiesShown, ifnull(a.copiesGiven, 0) as copiesGiven,
      s.id = (select e.id from activitySession as e where e.activityId = s.activityId and e.state = 'held'
        order by e."on", e.id limit 1) as isFirst,
      exists (select 1 from activityCampaign as link join campaign on campaign.id = link.campaignId
        where link.activityId = a.id and campaign.kind = 'book_day') as isBookDay,
      (select json_group_array(partner.id) from activityPartner as link join partner on partner.id = link.partnerId
        where link.activityId = a.id and partner.kind = 'library') as libraryIds
    from activitySession as s join activity as a on a.id = s.activityId
    where s.state = 'held' and s."on" between ${from} and ${to} and a.removedOn is null
      and a.id is not ${exceptActivityId}
    order by s."on", s.id`.execute(db)
  return rows.map(({ typeCode, isFirst, isBookDay, libraryIds, ...row }) => ({
    ...row,
    feeds: types.get(typeCode)?.feeds ?? [],
    isFirst: isFirst === 1,
    isBookDay: isBookDay === 1,
    libraryIds: JSON.parse(libraryIds) as number[],
  }))
}
