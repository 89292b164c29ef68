import { sortKey } from '../../shared/collate.ts'
import type { Milestone, Roadmap, RoadmapFields, RoadmapFilters } from '../../shared/plans/contract.ts'
import { roadmapStandingOn } from '../../shared/plans/rules.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { hasWords, pageOf } from '../listing.ts'
import { insertRow, touchRows, updateRow } from '../plain-rows.ts'
import { readMilestones } from './milestone-reading.ts'
import { bringBack, isCurrent, isKept, setAside } from './removing.ts'

export const roadmapQueries: Pick<QueriesOf<'plans'>, 'roadmaps' | 'roadmap'> = {
  roadmaps: async ({ cursor, limit, ...filters }, { db, fail }) =>
    pageOf(await findRoadmaps(db, filters), { cursor, limit }, fail),

  async roadmap({ id, on }, { db, fail }) {
    const roadmap = (await readRoadmaps(db, on)).find((each) => each.id === id)
    if (!roadmap) return fail('roadmap_not_found', { id })
    const { documentId, replacedById } = roadmap
    return {
      ...roadmap,
      documentName: documentId === null ? null : await nameOf(db, 'policyDocument', documentId),
      replacedByName: replacedById === null ? null : await nameOf(db, 'roadmap', replacedById),
      items: (await readMilestones(db, on))
        .filter(({ roadmapId }) => roadmapId === id)
        .map(({ roadmapName: _, ...milestone }) => milestone),
    }
  },
}

type RoadmapCommand = 'addRoadmap' | 'updateRoadmap' | 'removeRoadmap' | 'restoreRoadmap'

export const roadmapCommands: Pick<CommandsOf<'plans'>, RoadmapCommand> = {
  async addRoadmap(fields, { db, fail, today }) {
    await checkRoadmap(db, fields, { fail, today })
    return asSaved(db, await insertRow(db, 'roadmap', fields), today)
  },

  async updateRoadmap({ id, rev, ...fields }, { db, fail, today }) {
    if (!(await isCurrent(db, 'roadmap', { id, rev }, fail))) fail('roadmap_not_found', { id })
    await checkRoadmap(db, fields, { fail, today })
    if (fields.replacedById === id) fail('replaced_by_itself')
    const milestones = await readMilestones(db, today)
    const early = milestones.find((each) => each.roadmapId === id && each.dueOn < fields.startsOn)
    if (early) fail('milestone_before_start', { name: early.name, dueOn: early.dueOn })
    const before = await db
      .selectFrom('roadmap')
      .select(['approvedOn', 'replacedOn'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await updateRow(db, 'roadmap', { id, rev, values: fields })
    if (before.approvedOn !== fields.approvedOn || before.replacedOn !== fields.replacedOn)
      await touchMilestones(db, id)
    return asSaved(db, id, today)
  },

  async removeRoadmap(wanted, { db, fail, today }) {
    const { id } = wanted
    if (!(await setAside(db, 'roadmap', wanted, { fail, today }))) fail('roadmap_not_found', { id })
    await touchMilestones(db, id)
    return { id }
  },

  async restoreRoadmap({ id }, { db, fail }) {
    if (!(await bringBack(db, 'roadmap', id))) fail('roadmap_not_found', { id })
    await touchMilestones(db, id)
    return { id }
  },
}

/** Whether they count is told of by their plan, so a signed figure that has them is marked. */
async function touchMilestones(db: Writer, roadmapId: number): Promise<void> {
  const rows = await db.selectFrom('milestone').select('id').where('roadmapId', '=', roadmapId).execute()
  const ids = rows.map(({ id }) => id)
  await touchRows(db, 'milestone', ids)
}

type Wrong =
  | 'ends_before_begin'
  | 'approved_before_submitted'
  | 'approval_in_future'
  | 'approval_without_number'
  | 'replaced_before_approved'
  | 'roadmap_not_found'
  | 'document_not_found'

async function checkRoadmap(
  db: Reader,
  fields: RoadmapFields,
  { fail, today }: { fail: Fail<Wrong>; today: string },
): Promise<void> {
  const { startsOn, endsOn, submittedOn, approvedOn, number, replacedOn, replacedById, documentId } = fields
  if (endsOn < startsOn) fail('ends_before_begin')
  if (approvedOn !== null) {
    if (submittedOn !== null && approvedOn < submittedOn) fail('approved_before_submitted')
    if (approvedOn > today) fail('approval_in_future')
    if (number === '') fail('approval_without_number')
  }
  if (replacedOn !== null && (approvedOn === null || replacedOn < approvedOn))
    fail('replaced_before_approved')
  if (replacedById !== null && !(await isKept(db, 'roadmap', replacedById)))
    fail('roadmap_not_found', { id: replacedById })
  if (documentId !== null && !(await isKept(db, 'policyDocument', documentId)))
    fail('document_not_found', { id: documentId })
}

/** What runs longest comes first; of those that began on one day, by name. */
export async function findRoadmaps(db: Reader, filters: RoadmapFilters): Promise<Roadmap[]> {
  const { on, kind, standing } = filters
  const isFound = hasWords(filters.text)
  return (await readRoadmaps(db, on))
    .filter((roadmap) => kind === null || roadmap.kind === kind)
    .filter((roadmap) => standing === null || roadmap.standing === standing)
    .filter(({ name, number, approvedBy }) => isFound(name, number, approvedBy))
    .map((roadmap) => ({
      key: `${roadmap.endsOn} ${roadmap.startsOn}`,
      name: sortKey(roadmap.name),
      roadmap,
    }))
    .toSorted((a, b) => (a.key === b.key ? (a.name < b.name ? -1 : 1) : a.key < b.key ? 1 : -1))
    .map(({ roadmap }) => roadmap)
}

async function readRoadmaps(db: Reader, on: string): Promise<Roadmap[]> {
  const roadmaps = await db.selectFrom('roadmap').selectAll().where('removedOn', 'is', null).execute()
  const byRoadmap = Map.groupBy(await readMilestones(db, on), ({ roadmapId }) => roadmapId)
  return roadmaps.map(({ removedOn: _, ...roadmap }) => {
    const own = byRoadmap.get(roadmap.id) ?? []
    const count = (...standings: Milestone['standing'][]) =>
      own.filter(({ standing }) => standings.includes(standing)).length
    return {
      ...roadmap,
      standing: roadmapStandingOn(roadmap, on),
      milestones: own.length,
      done: count('done', 'done_late'),
      overdue: count('overdue'),
    }
  })
}

/** Also of what was removed since: a plan goes on naming what it was made for. */
async function nameOf(db: Reader, table: 'policyDocument' | 'roadmap', id: number): Promise<string | null> {
  const row = await db.selectFrom(table).select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? null
}

async function asSaved(db: Reader, id: number, today: string): Promise<Roadmap> {
  const roadmap = (await readRoadmaps(db, today)).find((each) => each.id === id)
  if (!roadmap) throw new Error('a plan that was just written is not there')
  return roadmap
}
