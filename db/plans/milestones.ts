import type { Milestone, MilestoneFields } from '../../shared/plans/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { pageOf } from '../listing.ts'
import { deleteRows, insertRow, touchRows, updateRow } from '../plain-rows.ts'
import { findMilestones, readMilestone } from './milestone-reading.ts'
import { bringBack, isCurrent, setAside } from './removing.ts'

export const milestoneQueries: Pick<QueriesOf<'plans'>, 'milestones'> = {
  milestones: async ({ cursor, limit, ...filters }, { db, fail }) =>
    pageOf(await findMilestones(db, filters), { cursor, limit }, fail),
}

type MilestoneCommand = `${'add' | 'update' | 'remove' | 'restore'}Milestone` | 'postpone' | 'removeDelay'

export const milestoneCommands: Pick<CommandsOf<'plans'>, MilestoneCommand> = {
  async addMilestone({ roadmapId, ...fields }, { db, fail, today }) {
    const startsOn = (await startOf(db, roadmapId)) ?? fail('roadmap_not_found', { id: roadmapId })
    checkMilestone(fields, { startsOn, today, fail })
    return asSaved(db, await insertRow(db, 'milestone', { roadmapId, ...fields }), today)
  },

  async updateMilestone({ id, rev, ...fields }, { db, fail, today }) {
    if (!(await isCurrent(db, 'milestone', { id, rev }, fail))) fail('milestone_not_found', { id })
    const milestone = (await readMilestone(db, id, today)) ?? fail('milestone_not_found', { id })
    const startsOn = (await startOf(db, milestone.roadmapId)) ?? fail('milestone_not_found', { id })
    checkMilestone(fields, { startsOn, today, fail })
    const [first] = milestone.delays
    if (first && first.dueOn <= fields.dueOn) fail('due_after_delay', { dueOn: first.dueOn })
    await updateRow(db, 'milestone', { id, rev, values: fields })
    return asSaved(db, id, today)
  },

  removeMilestone: async (wanted, { db, fail, today }) =>
    (await setAside(db, 'milestone', wanted, { fail, today }))
      ? { id: wanted.id }
      : fail('milestone_not_found', { id: wanted.id }),

  restoreMilestone: async ({ id }, { db, fail }) =>
    (await bringBack(db, 'milestone', id)) ? { id } : fail('milestone_not_found', { id }),

  async postpone({ milestoneId, ...delay }, { db, fail, today }) {
    const milestone =
      (await readMilestone(db, milestoneId, today)) ?? fail('milestone_not_found', { id: milestoneId })
    if (milestone.doneOn !== null) fail('milestone_done', { doneOn: milestone.doneOn })
    if (delay.on > today) fail('delay_in_future')
    const last = milestone.delays.at(-1)
    if (last && delay.on <= last.on) fail('delay_out_of_order', { on: last.on })
    if (delay.dueOn <= milestone.due) fail('delay_not_later', { dueOn: milestone.due })
    await insertRow(db, 'milestoneDelay', { milestoneId, ...delay })
    await touchRows(db, 'milestone', [milestoneId])
    return asSaved(db, milestoneId, today)
  },

  async removeDelay({ id }, { db, fail, today }) {
    const delay = await db
      .selectFrom('milestoneDelay')
      .select(['milestoneId', 'on'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!delay) return fail('delay_not_found', { id })
    const later = await db
      .selectFrom('milestoneDelay')
      .select('id')
      .where('milestoneId', '=', delay.milestoneId)
      .where('on', '>', delay.on)
      .executeTakeFirst()
    if (later) fail('delay_not_last')
    await deleteRows(db, 'milestoneDelay', 'id', id)
    await touchRows(db, 'milestone', [delay.milestoneId])
    return asSaved(db, delay.milestoneId, today)
  },
}

async function startOf(db: Reader, roadmapId: number): Promise<string | null> {
  const roadmap = await db
    .selectFrom('roadmap')
    .select('startsOn')
    .where('id', '=', roadmapId)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
  return roadmap?.startsOn ?? null
}

type Wrong = 'due_before_plan' | 'done_in_future' | 'done_without_proof'
type Bounds = { startsOn: string; today: string; fail: Fail<Wrong> }

function checkMilestone(fields: MilestoneFields, { startsOn, today, fail }: Bounds): void {
  if (fields.dueOn < startsOn) fail('due_before_plan', { startsOn })
  if (fields.doneOn === null) return
  if (fields.doneOn > today) fail('done_in_future')
  if (fields.evidence === '') fail('done_without_proof')
}

async function asSaved(db: Reader, id: number, today: string): Promise<Milestone> {
  const milestone = await readMilestone(db, id, today)
  if (!milestone) throw new Error('a milestone that was just written is not there')
  return milestone
}
