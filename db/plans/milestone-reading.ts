import type { Milestone, MilestoneFilters, MilestoneRow } from '../../shared/plans/contract.ts'
import { dueOf, milestoneStandingOn } from '../../shared/plans/rules.ts'
import type { Reader } from '../connection.ts'
import { hasWords } from '../listing.ts'

/** Those of plans that were not removed, as of a day, the soonest first. */
export async function readMilestones(db: Reader, on: string): Promise<MilestoneRow[]> {
  const rows = await db
    .selectFrom('milestone')
    .innerJoin('roadmap', 'roadmap.id', 'milestone.roadmapId')
    .selectAll('milestone')
    .select('roadmap.name as roadmapName')
    .where('milestone.removedOn', 'is', null)
    .where('roadmap.removedOn', 'is', null)
    .execute()
  const delays = await db.selectFrom('milestoneDelay').selectAll().orderBy('on').execute()
  const byMilestone = Map.groupBy(delays, ({ milestoneId }) => milestoneId)
  return rows
    .map(({ removedOn: _, ...row }) => {
      const own = (byMilestone.get(row.id) ?? []).map(({ milestoneId: __, ...delay }) => delay)
      const told = { ...row, delays: own }
      return { ...told, due: dueOf(told, on), standing: milestoneStandingOn(told, on) }
    })
    .toSorted((a, b) => (a.due === b.due ? a.id - b.id : a.due < b.due ? -1 : 1))
}

export async function findMilestones(db: Reader, filters: MilestoneFilters): Promise<MilestoneRow[]> {
  const { on, year, standing, workshopGroup, taskGroup } = filters
  const isFound = hasWords(filters.text)
  return (await readMilestones(db, on))
    .filter(({ due }) => year === null || due.startsWith(String(year)))
    .filter((row) => standing === null || row.standing === standing)
    .filter((row) => workshopGroup === null || row.workshopGroup === workshopGroup)
    .filter((row) => taskGroup === null || row.taskGroup === taskGroup)
    .filter(({ name, post, roadmapName }) => isFound(name, post, roadmapName))
}

export async function readMilestone(db: Reader, id: number, on: string): Promise<Milestone | null> {
  const found = (await readMilestones(db, on)).find((each) => each.id === id)
  if (!found) return null
  const { roadmapName: _, ...milestone } = found
  return milestone
}

/** What plans that stand ask for within some days and nobody has done, as of a day. */
export async function milestonesDue(
  db: Reader,
  { from, to }: { from: string; to: string },
  on: string,
): Promise<{ name: string; due: string }[]> {
  return (await readMilestones(db, on))
    .filter(({ due, doneOn }) => from <= due && due <= to && doneOn === null)
    .map(({ name, due }) => ({ name, due }))
}
