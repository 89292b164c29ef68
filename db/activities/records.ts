import type { Activity, ActivityFields } from '../../shared/activities/contract.ts'
import type { CommandContext, CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { checked } from './checks.ts'
import { readActivity, requireActivity } from './reading.ts'
import { insertActivity, summarise, updateActivity } from './saving.ts'
import { heldIfPlanned, settled } from './settled.ts'

type RecordCommands = Pick<CommandsOf<'activities'>, 'add' | 'update' | 'markDone' | 'remove' | 'restore'>

export const recordCommands: RecordCommands = {
  async add({ accepted, ...given }, context) {
    const { db } = context
    const fields = settled(given)
    const answers = await checked({ fields, id: null, accepted }, context)
    const id = await insertActivity(db, fields, answers)
    return asSaved(db, id)
  },

  async update({ id, rev, accepted, ...given }, context) {
    const { db, fail } = context
    requireRev(await requireActivity(db, id, fail), rev, fail)
    const fields = settled(given)
    const answers = await checked({ fields, id, accepted }, context)
    await updateActivity(db, { id, fields }, answers)
    return asSaved(db, id)
  },

  async markDone({ id, rev }, { db, fail, today }) {
    const activity = await requireActivity(db, id, fail)
    requireRev(activity, rev, fail)
    if (activity.state === 'done') fail('already_done', { name: activity.name })
    const sessions = activity.sessions.map(heldIfPlanned)
    const ahead = sessions.find((session) => session.state === 'held' && session.on > today)
    if (ahead) fail('held_in_future', { on: ahead.on })
    if (!sessions.some(({ state }) => state === 'held')) fail('nothing_held')
    await db
      .updateTable('activitySession')
      .set({ state: 'held' })
      .where('activityId', '=', id)
      .where('state', '=', 'planned')
      .execute()
    await db
      .updateTable('activity')
      .set({ state: 'done', rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await summarise(db, id)
    return asSaved(db, id)
  },

  async remove({ id, rev }, { db, fail, today }) {
    requireRev(await requireActivity(db, id, fail), rev, fail)
    await db
      .updateTable('activity')
      .set({ removedOn: today, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return { id }
  },

  async restore({ id }, { db, fail }) {
    const { numUpdatedRows } = await db
      .updateTable('activity')
      .set((is) => ({ removedOn: null, rev: is('rev', '+', 1) }))
      .where('id', '=', id)
      .where('removedOn', 'is not', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) fail('activity_not_found', { id })
    return asSaved(db, id)
  },
}

async function asSaved(db: CommandContext['db'], id: number): Promise<Activity> {
  const activity = await readActivity(db, id)
  if (!activity) throw new Error('an activity that was just written is not there')
  return activity
}

function requireRev(activity: Activity, rev: number, fail: Fail<never>): void {
  if (activity.rev !== rev) fail('stale', { id: activity.id, rev: activity.rev })
}

/** The fields of a record as the form has them. */
export function fieldsOf(activity: Activity): ActivityFields {
  const {
    id: _,
    rev: __,
    siteName: ___,
    campaigns: ____,
    partners: _____,
    titles: ______,
    ...fields
  } = activity
  return fields
}
