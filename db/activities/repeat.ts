import { ActivityFields, type Campaign } from '../../shared/activities/contract.ts'
import { nameOfYear, plannedAgain } from '../../shared/activities/again.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { asSavedCampaign, refuseTwin, requireCampaign } from './campaigns.ts'
import { answersOf } from './checks.ts'
import { readActivity } from './reading.ts'
import { insertActivity } from './saving.ts'
import { typeByCode } from './types.ts'

/** All of it is one transaction, which is to be over before anybody waits. */
const mostRepeated = 300

/** A campaign as in an earlier year: its activities are planned anew, those that were called off aside. */
export const repeatCommands: Pick<CommandsOf<'activities'>, 'repeatCampaign'> = {
  async repeatCampaign({ id, rev, year }, { db, fail }) {
    const campaign = await requireCampaign(db, { id, rev }, fail)
    if (campaign.year === null) return fail('campaign_without_year', { name: campaign.name })
    const years = year - campaign.year
    const again = (name: string) => nameOfYear(name, year - years, year)
    const fields = { name: again(campaign.name), kind: campaign.kind, note: campaign.note, year }
    await refuseTwin(db, { ...fields, id: null }, fail)
    const earlier = await activitiesOf(db, campaign)
    if (earlier.length > mostRepeated)
      fail('campaign_too_large', { name: campaign.name, activities: earlier.length, most: mostRepeated })
    const { id: newId } = await db
      .insertInto('campaign')
      .values(fields)
      .returning('id')
      .executeTakeFirstOrThrow()
    const types = await typeByCode(db)
    for (const activityId of earlier) {
      const activity = await readActivity(db, activityId)
      const type = types.get(activity?.typeCode ?? '')
      if (!activity || !type) continue
      const planned = plannedAgain(ActivityFields.parse(activity), years)
      const next = { ...planned, name: again(planned.name), campaignIds: [newId] }
      await insertActivity(db, next, answersOf(type, next.details))
    }
    return asSavedCampaign(db, newId)
  },
}

async function activitiesOf(db: Writer, { id }: Pick<Campaign, 'id'>): Promise<number[]> {
  const rows = await db
    .selectFrom('activityCampaign as link')
    .innerJoin('activity', 'activity.id', 'link.activityId')
    .select('activity.id')
    .where('link.campaignId', '=', id)
    .where('activity.removedOn', 'is', null)
    .where('activity.state', 'in', ['planned', 'done'])
    .orderBy('activity.startsOn')
    .orderBy('activity.id')
    .limit(mostRepeated + 1)
    .execute()
  return rows.map((row) => row.id)
}
