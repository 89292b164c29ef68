import { digitalTopics } from '../../shared/staff/rules.ts'
import type { Reader } from '../connection.ts'
import { attendancesBetween } from './people-reading.ts'
import { readRule } from './rule.ts'

/** Who has been to a course on digital skills that ended in the time. */
export async function trainedBetween(
  db: Reader,
  span: { from: string; to: string },
): Promise<ReadonlySet<number>> {
  const attended = await attendancesBetween(db, span)
  return new Set(
    attended.flatMap(({ memberId, topic }) =>
      memberId !== null && digitalTopics.includes(topic) ? [memberId] : [],
    ),
  )
}

/** Whose last level by the day is enough on the library's scale; null where nobody was asked by then. */
export async function skilledOn(db: Reader, on: string): Promise<ReadonlySet<number> | null> {
  const { skillLevels } = await readRule(db)
  const said = await db
    .selectFrom('staffAssessment')
    .selectAll()
    .where('on', '<=', on)
    .orderBy('on')
    .execute()
  if (said.length === 0) return null
  const levelOf = new Map(said.map(({ memberId, level }) => [memberId, level]))
  return new Set([...levelOf].flatMap(([id, level]) => (skillLevels[level - 1]?.isEnough ? [id] : [])))
}
