import type { RightsDecision } from '../../shared/digitization/contract.ts'
import type { Reader } from '../connection.ts'

const columns = [
  'id',
  'titleId',
  'status',
  'basis',
  'evidence',
  'decidedOn',
  'decidedBy',
  'expiresOn',
] as const

/**
 * The decision that stands on a day, or null while nothing is known: the last one taken by then. One that has run out
 * gives way to nothing, never to an older one.
 */
export async function requireRights(
  db: Reader,
  titleId: number,
  today: string,
): Promise<RightsDecision | null> {
  const last = await db
    .selectFrom('digitizationRights')
    .select(columns)
    .where('titleId', '=', titleId)
    .where('decidedOn', '<=', today)
    .where('takenBackOn', 'is', null)
    .orderBy('decidedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return null
  return last.expiresOn !== null && last.expiresOn < today ? null : last
}
