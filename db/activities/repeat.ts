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
export const repeatCommands: Pick<CommandsOf<'activities'>, 'repeatCampaign' | 'takeBackRepeat'> = {
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

  async takeBackRepeat({ id, rev }, { db, fail, today }) {
    const campaign = await requireCampaign(db, { id, rev }, fail)
    const planned = await linkedTo(db, id)
    const begun = planned.filter(({ isUntouched }) => !isUntouched)
    if (rev > 1 || begun.length > 0) fail('repeat_begun', { name: campaign.name, activities: begun.length })
    await db.deleteFrom('activityCampaign').where('campaignId', '=', id).execute()
    for (const { id: activityId } of planned)
      await db
        .updateTable('activity')
        .set((is) => ({ removedOn: today, rev: is('rev', '+', 1) }))
        .where('id', '=', activityId)
        .execute()
    await db.deleteFrom('campaign').where('id', '=', id).execute()
    return { id }
  },
}

/** Untouched is what stands as it was planned: nobody changed it, held it or laid a proof to it. */
async function linkedTo(db: Writer, campaignId: number): Promise<{ id: number; isUntouched: boolean }[]> {
  const rows = await db
    .selectFrom('activityCampaign as link')
    .innerJoin('activity', 'activity.id', 'link.activityId')
    .leftJoin('activityEvidence as proof', 'proof.activityId', 'activity.id')
    .select(['activity.id', 'activity.rev', 'activity.state', 'proof.id as proofId'])
    .where('link.campaignId', '=', campaignId)
    .execute()
  return rows.map(({ id, rev, state, proofId }) => ({
    id,
    isUntouched: rev === 1 && state === 'planned' && proofId === null,
  }))
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
