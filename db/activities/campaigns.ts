import { sql } from 'kysely'
import * as z from 'zod'
import type { Campaign, CampaignFields } from '../../shared/activities/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandContext, CommandsOf, QueriesOf } from '../context.ts'
import { readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'

const place = z.tuple([z.int(), z.int()])
/** Programmes without a year stand before every year. */
const noYear = 9999

async function readCampaigns(
  db: Reader,
  {
    id = null,
    after,
    limit,
  }: { id?: number | null; after?: readonly [number, number] | null; limit: number },
): Promise<Campaign[]> {
  const { rows } = await sql<Campaign>`
    select c.id, c.rev, c.name, c.kind, c.year, c.note, count(a.id) as activities,
      ifnull(sum(a.heldCount > 0), 0) as held, ifnull(sum(a.attended), 0) as attended,
      ifnull(sum(iif(a.heldCount > 0, a.copiesGiven, 0)), 0) as copiesGiven
    from (select * from campaign where ${id === null ? sql`true` : sql`id = ${id}`}
        ${after ? sql`and (ifnull(year, ${noYear}), id) < (${after[0]}, ${after[1]})` : sql``}
        order by ifnull(year, ${noYear}) desc, id desc limit ${limit}) as c
    left join activityCampaign as link on link.campaignId = c.id
    left join activity as a on a.id = link.activityId and a.removedOn is null
    group by c.id order by ifnull(c.year, ${noYear}) desc, c.id desc`.execute(db)
  return rows
}

export const campaignQueries: Pick<QueriesOf<'activities'>, 'campaigns'> = {
  async campaigns({ cursor, limit }, { db, fail }) {
    const after = readCursor(cursor, place, fail)
    const rows = await readCampaigns(db, { after, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: shown,
      next: rows.length > limit && last ? JSON.stringify([last.year ?? noYear, last.id]) : null,
    }
  },
}

type CampaignCommands = Pick<CommandsOf<'activities'>, 'addCampaign' | 'updateCampaign' | 'removeCampaign'>

export const campaignCommands: CampaignCommands = {
  async addCampaign(fields, { db, fail }) {
    requireYear(fields, fail)
    await refuseTwin(db, { ...fields, id: null }, fail)
    const { id } = await db.insertInto('campaign').values(fields).returning('id').executeTakeFirstOrThrow()
    return asSavedCampaign(db, id)
  },

  async updateCampaign({ id, rev, ...fields }, { db, fail }) {
    await requireCampaign(db, { id, rev }, fail)
    requireYear(fields, fail)
    await refuseTwin(db, { ...fields, id }, fail)
    await db
      .updateTable('campaign')
      .set({ ...fields, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return asSavedCampaign(db, id)
  },

  async removeCampaign({ id, rev }, { db, fail }) {
    const campaign = await requireCampaign(db, { id, rev }, fail)
    const link = await db
      .selectFrom('activityCampaign')
      .select('id')
      .where('campaignId', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (link) fail('campaign_in_use', { name: campaign.name, activities: campaign.activities })
    await db.deleteFrom('campaign').where('id', '=', id).execute()
    return { id }
  },
}

function requireYear({ name, year, kind }: CampaignFields, fail: Fail<'campaign_needs_year'>): void {
  if (year === null && kind !== 'programme') fail('campaign_needs_year', { name })
}

export async function refuseTwin(
  db: Reader,
  { name, year, id }: Pick<CampaignFields, 'name' | 'year'> & { id: number | null },
  fail: Fail<'duplicate_campaign'>,
): Promise<void> {
  const twin = await db
    .selectFrom('campaign')
    .select('id')
    .where('name', '=', name)
    .where((is) => is(is.fn.coalesce('year', sql.lit(0)), '=', year ?? 0))
    .executeTakeFirst()
  if (twin && twin.id !== id) fail('duplicate_campaign', { name })
}

export async function requireCampaign(
  db: Reader,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'campaign_not_found'>,
): Promise<Campaign> {
  const campaign = (await readCampaigns(db, { id, limit: 1 }))[0] ?? fail('campaign_not_found', { id })
  if (campaign.rev !== rev) fail('stale', { id, rev: campaign.rev })
  return campaign
}

export async function asSavedCampaign(db: CommandContext['db'], id: number): Promise<Campaign> {
  const [campaign] = await readCampaigns(db, { id, limit: 1 })
  if (!campaign) throw new Error('a campaign that was just written is not there')
  return campaign
}
