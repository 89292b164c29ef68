import type { Support, SupportFields } from '../../shared/network/contract.ts'
import { typeByCode } from '../activities/index.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { deleteRows, insertRow, isCurrent, touchRows, updateRow } from '../plain-rows.ts'
import { openedPoints, pointNamesOn } from './points-reading.ts'

export const supportQueries: Pick<QueriesOf<'network'>, 'supports' | 'supporting'> = {
  async supports({ activityId, pointId, isOpenOnly }, { db, today }) {
    const names = await pointNamesOn(db, today)
    const rows = await db
      .selectFrom('servicePointSupport as support')
      .innerJoin('activity', 'activity.id', 'support.activityId')
      .selectAll('support')
      .select(['activity.name as activityName', 'activity.state as activityState', 'activity.startsOn as on'])
      .where('activity.removedOn', 'is', null)
      .$if(activityId !== null, (query) => query.where('activityId', '=', activityId))
      .$if(pointId !== null, (query) => query.where('pointId', '=', pointId))
      .$if(isOpenOnly, (query) => query.where('followUp', '!=', '').where('followedUpOn', 'is', null))
      .execute()
    return rows
      .map((row): Support => ({ ...row, pointName: names.get(row.pointId) ?? '' }))
      .toSorted(isOpenOnly ? byDueDay : newestFirst)
  },

  supporting: async ({ activityId }, { db }) => ({ isSupport: await isSupport(db, activityId) }),
}

const newestFirst = (a: Support, b: Support) => (a.on === b.on ? b.id - a.id : a.on < b.on ? 1 : -1)

function byDueDay(a: Support, b: Support): number {
  const [first, second] = [a.followUpBy ?? '9999', b.followUpBy ?? '9999']
  return first === second ? a.id - b.id : first < second ? -1 : 1
}

async function isSupport(db: Reader, activityId: number): Promise<boolean> {
  const activity = await db
    .selectFrom('activity')
    .select('typeCode')
    .where('id', '=', activityId)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
  if (!activity) return false
  return (await typeByCode(db)).get(activity.typeCode)?.feeds.includes('support') ?? false
}

export const supportCommands: Pick<
  CommandsOf<'network'>,
  'addSupport' | 'updateSupport' | 'removeSupport'
> = {
  async addSupport({ activityId, ...fields }, { db, fail }) {
    if (!(await isSupport(db, activityId))) fail('activity_not_support', { id: activityId })
    await checkSupport(db, { activityId, id: null, fields }, fail)
    const id = await insertRow(db, 'servicePointSupport', { activityId, ...fields })
    await touchRows(db, 'servicePoint', [fields.pointId])
    return { id }
  },

  async updateSupport({ id, rev, ...fields }, { db, fail }) {
    if (!(await isCurrent(db, 'servicePointSupport', { id, rev }, fail))) fail('support_not_found', { id })
    const { activityId, pointId } = await supportOf(db, id)
    await checkSupport(db, { activityId, id, fields }, fail)
    await updateRow(db, 'servicePointSupport', { id, rev, values: fields })
    await touchRows(db, 'servicePoint', [...new Set([pointId, fields.pointId])])
    return { id }
  },

  async removeSupport({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'servicePointSupport', { id, rev }, fail))) fail('support_not_found', { id })
    const { pointId } = await supportOf(db, id)
    await deleteRows(db, 'servicePointSupport', 'id', id)
    await touchRows(db, 'servicePoint', [pointId])
    return { id }
  },
}

const supportOf = (db: Reader, id: number) =>
  db
    .selectFrom('servicePointSupport')
    .select(['activityId', 'pointId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

type Given = { activityId: number; id: number | null; fields: SupportFields }
type Wrong = 'follow_up_unsaid' | 'followed_up_too_early' | 'point_not_there' | 'support_twice'

async function checkSupport(db: Reader, { activityId, id, fields }: Given, fail: Fail<Wrong>): Promise<void> {
  const { pointId, followUp, followUpBy, followedUpOn } = fields
  const { startsOn } = await db
    .selectFrom('activity')
    .select('startsOn')
    .where('id', '=', activityId)
    .executeTakeFirstOrThrow()
  const point = (await openedPoints(db, startsOn)).find((each) => each.id === pointId)
  if (!point || point.openedOn > startsOn || (point.closedOn !== null && point.closedOn <= startsOn))
    fail('point_not_there', { name: point?.identity.name ?? '', on: startsOn })
  if (followUp === '' && (followUpBy !== null || followedUpOn !== null)) fail('follow_up_unsaid')
  if (followedUpOn !== null && followedUpOn < startsOn) fail('followed_up_too_early', { on: startsOn })
  const twin = await db
    .selectFrom('servicePointSupport')
    .select('id')
    .where('activityId', '=', activityId)
    .where('pointId', '=', pointId)
    .executeTakeFirst()
  if (twin && twin.id !== id) fail('support_twice', { name: point?.identity.name ?? '' })
}
