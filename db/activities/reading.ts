import { sql } from 'kysely'
import type { Activity, ActivityRow, DetailValue, SessionFields } from '../../shared/activities/contract.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'

const rowColumns = [
  'activity.id',
  'activity.rev',
  'activity.name',
  'activity.typeCode',
  'activity.state',
  'activity.place',
  'activity.startsOn',
  'activity.endsOn',
  'activity.sessionCount',
  'activity.heldCount',
  'activity.attended',
  'activity.proof',
  'site.name as siteName',
] as const

/** In the order of the ids. */
export async function readRows(db: Reader, ids: readonly number[]): Promise<ActivityRow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('activity')
    .leftJoin('site', 'site.id', 'activity.siteId')
    .select(rowColumns)
    .where('activity.id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export async function readActivity(db: Reader, id: number): Promise<Activity | null> {
  const row = await db
    .selectFrom('activity')
    .leftJoin('site', 'site.id', 'activity.siteId')
    .select([...rowColumns, 'activity.part', 'activity.reach', 'activity.organiser', 'activity.siteId'])
    .select(['activity.responsible', 'activity.cost', 'activity.moneySource', 'activity.note'])
    .select(['activity.copiesShown', 'activity.copiesGiven', 'activity.details', 'activity.personalDetails'])
    .where('activity.id', '=', id)
    .where('activity.removedOn', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { details, personalDetails, ...facts } = row
  const links = await readLinks(db, id)
  return {
    ...facts,
    ...links,
    campaignIds: links.campaigns.map((each) => each.id),
    partnerIds: links.partners.map((each) => each.id),
    titleIds: links.titles.map((each) => each.id),
    details: {
      ...(JSON.parse(details) as Record<string, DetailValue>),
      ...(JSON.parse(personalDetails) as Record<string, DetailValue>),
    },
    sessions: await readSessions(db, id),
  }
}

export async function requireActivity(
  db: Reader,
  id: number,
  fail: Fail<'activity_not_found'>,
): Promise<Activity> {
  return (await readActivity(db, id)) ?? fail('activity_not_found', { id })
}

export function readSessions(db: Reader, activityId: number): Promise<SessionFields[]> {
  return db
    .selectFrom('activitySession')
    .select(['id', 'on', 'until', 'startTime', 'endTime', 'state', 'attended'])
    .select(['children', 'adults', 'disabled', 'minority', 'online', 'note'])
    .where('activityId', '=', activityId)
    .orderBy('on')
    .orderBy(sql`startTime is null`)
    .orderBy('startTime')
    .orderBy('id')
    .execute()
}

async function readLinks(db: Reader, activityId: number) {
  const campaigns = await db
    .selectFrom('activityCampaign as link')
    .innerJoin('campaign', 'campaign.id', 'link.campaignId')
    .select(['campaign.id', sql<string>`campaign.name || ifnull(' ' || campaign.year, '')`.as('name')])
    .where('link.activityId', '=', activityId)
    .orderBy('link.id')
    .execute()
  const partners = await db
    .selectFrom('activityPartner as link')
    .innerJoin('partner', 'partner.id', 'link.partnerId')
    .select(['partner.id', 'partner.name', 'partner.kind'])
    .where('link.activityId', '=', activityId)
    .orderBy('link.id')
    .execute()
  const titles = await db
    .selectFrom('activityTitle as link')
    .innerJoin('title', 'title.id', 'link.titleId')
    .select(['title.id', 'title.title'])
    .where('link.activityId', '=', activityId)
    .orderBy('link.id')
    .execute()
  return { campaigns, partners, titles }
}
