import { sql } from 'kysely'
import {
  activityMeasures,
  ruleOf,
  type ActivityMeasure,
  type HeldSession,
} from '../../../shared/activities/rules.ts'
import { typeByCode } from '../../activities/index.ts'
import type { Reader } from '../../connection.ts'
import type { Span } from '../../measures.ts'
import type { LeftOutRule, LeftOutRules } from './rule.ts'

type Row = Omit<HeldSession, 'feeds' | 'isFirst' | 'isBookDay' | 'libraryIds' | 'attended'> & {
  typeCode: string
  isBookDay: number
  state: string
  attended: number | null
  isRemoved: number
}

/** Sessions of the days that did not take place, that nobody counted, or whose activity was removed. */
async function otherSessions(db: Reader, { from, to }: Span): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select session.id, activityId, session."on", typeCode, part, reach, session.state, session.attended,
      removedOn is not null as isRemoved, ifnull(details ->> 'direction', '') as direction,
      ifnull(copiesShown, 0) as copiesShown, ifnull(copiesGiven, 0) as copiesGiven,
      exists (select 1 from activityCampaign as link join campaign on campaign.id = link.campaignId
        where link.activityId = activity.id and campaign.kind = 'book_day') as isBookDay
    from activitySession as session join activity on activity.id = activityId
    where session."on" between ${from} and ${to}
      and (session.state != 'held' or removedOn is not null or session.attended is null)`.execute(db)
  return rows
}

/** What would have counted, had it been held and counted. */
function leftOutAs(
  measure: ActivityMeasure,
  reason: LeftOutRule['reason'],
  isMeant: (row: Row) => boolean,
): LeftOutRule {
  const { rows, counts } = ruleOf(measure)
  return {
    reason,
    async find(db, span) {
      const types = await typeByCode(db)
      const found = (await otherSessions(db, span)).filter(isMeant).filter((row) =>
        counts({
          ...row,
          attended: Math.max(row.attended ?? 1, 1),
          feeds: types.get(row.typeCode)?.feeds ?? [],
          isFirst: true,
          isBookDay: row.isBookDay === 1,
          libraryIds: [],
        }),
      )
      const ids = found.map(({ id, activityId }) => (rows === 'activitySession' ? id : activityId))
      return [...new Set(ids)].toSorted((a, b) => a - b)
    },
  }
}

const rulesOf = (measure: ActivityMeasure): readonly LeftOutRule[] => [
  leftOutAs(measure, 'removed', ({ isRemoved }) => isRemoved === 1),
  leftOutAs(measure, 'not_held', ({ state }) => state === 'planned'),
  leftOutAs(measure, 'dropped', ({ state }) => state === 'dropped'),
  leftOutAs(measure, 'blank', ({ state, attended }) => state === 'held' && attended === null),
]

export const activities: LeftOutRules = Object.fromEntries(
  activityMeasures
    .filter((measure) => ruleOf(measure).rows !== 'partner')
    .map((measure) => [measure, rulesOf(measure)]),
)
