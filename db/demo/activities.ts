import { sortKey } from '../../shared/collate.ts'
import type { DemoActivity, DemoPartner } from '../../shared/demo/activities.ts'
import { fold } from '../../shared/fold.ts'
import { insertRows } from '../insert-rows.ts'
import type { Writer } from '../connection.ts'

/** Activities as a person would have recorded them, each with its sessions, its partner and its campaign. */
export async function insertDemoActivities(db: Writer, given: readonly DemoActivity[]): Promise<void> {
  const partners = await insertPartners(db, given)
  const campaigns = await insertCampaigns(db, given)
  for (const activity of given) {
    const id = await insertOne(db, activity)
    const partnerId = activity.partner && partners.get(activity.partner.name)
    if (partnerId !== undefined)
      await insertRows(db, 'activityPartner', ['activityId', 'partnerId'], [[id, partnerId]])
    const campaignId = campaigns.get(yearOf(activity))
    if (activity.isBookDay && campaignId !== undefined)
      await insertRows(db, 'activityCampaign', ['activityId', 'campaignId'], [[id, campaignId]])
    // Its row is written last, so that the index sees its links.
    await db.updateTable('activity').set({ rev: 1 }).where('id', '=', id).execute()
  }
}

const yearOf = ({ days }: DemoActivity): number => Number((days[0] ?? '').slice(0, 4))

async function insertOne(db: Writer, activity: DemoActivity): Promise<number> {
  const {
    name,
    typeCode,
    state,
    days,
    attended,
    children = null,
    copiesShown = null,
    copiesGiven = null,
  } = activity
  const isDone = state === 'done'
  const { id } = await db
    .insertInto('activity')
    .values({
      name,
      typeCode,
      state,
      part: 'organiser',
      reach: 'local',
      organiser: '',
      siteId: 1,
      place: '',
      responsible: '',
      note: '',
      copiesShown,
      copiesGiven,
      startsOn: days[0] ?? '',
      endsOn: days.at(-1) ?? '',
      sessionCount: days.length,
      heldCount: isDone ? days.length : 0,
      attended: isDone && attended > 0 ? attended * days.length : null,
      proof: isDone && typeCode !== 'E25' ? 'missing' : 'not_needed',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const people = isDone && attended > 0 ? [attended, children] : [null, null]
  await insertRows(
    db,
    'activitySession',
    ['activityId', 'on', 'state', 'attended', 'children'],
    days.map((day) => [id, day, isDone ? 'held' : 'planned', ...people]),
  )
  return id
}

async function insertPartners(db: Writer, given: readonly DemoActivity[]): Promise<Map<string, number>> {
  const partners = new Map<string, DemoPartner>(
    given.flatMap(({ partner }) => (partner ? [[partner.name, partner]] : [])),
  )
  const ids = new Map<string, number>()
  for (const [name, { kind }] of partners) {
    const { id } = await db
      .insertInto('partner')
      .values({ name, kind, origin: 'domestic', sortKey: sortKey(name), folded: fold(name) })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(name, id)
  }
  return ids
}

async function insertCampaigns(db: Writer, given: readonly DemoActivity[]): Promise<Map<number, number>> {
  const years = new Set(given.filter(({ isBookDay }) => isBookDay).map(yearOf))
  const ids = new Map<number, number>()
  for (const year of years) {
    const { id } = await db
      .insertInto('campaign')
      .values({ name: 'Ngày Sách và Văn hóa đọc', kind: 'book_day', year })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(year, id)
  }
  return ids
}
