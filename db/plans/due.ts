import type { Reader } from '../connection.ts'
import { waiting, type DueReader } from '../due.ts'
import { readMilestones } from './milestone-reading.ts'

/** What an approved plan asks for within the week, and what it asked for and nobody has done. */
export const due: DueReader = {
  can: 'plans.read',
  async find(db, { today, until }) {
    const open = await openMilestones(db, today)
    const named = open.map(({ due: on, name }) => ({ on, name }))
    return [
      ...waiting(
        'milestonesDue',
        named.filter(({ on }) => on >= today && on <= until),
      ),
      ...waiting(
        'milestonesOverdue',
        named.filter(({ on }) => on < today),
      ),
    ]
  },
}

async function openMilestones(db: Reader, today: string) {
  const roadmaps = await db
    .selectFrom('roadmap')
    .select('id')
    .where('removedOn', 'is', null)
    .where('approvedOn', '<=', today)
    .where((is) => is.or([is('replacedOn', 'is', null), is('replacedOn', '>', today)]))
    .execute()
  const inForce = new Set(roadmaps.map(({ id }) => id))
  return (await readMilestones(db, today)).filter(
    ({ roadmapId, doneOn }) => doneOn === null && inForce.has(roadmapId),
  )
}
