import type { RightsDecision, RightsRule } from '../../shared/digitization/contract.ts'
import { RightsRule as Rule } from '../../shared/digitization/contract.ts'
import type { Reader } from '../connection.ts'

export const rightsColumns = [
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
    .select(rightsColumns)
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

/** Whether a title may be served to the public, handed out or counted as public on a day: what is unknown may not. */
export async function mayPublish(db: Reader, titleId: number, today: string): Promise<boolean> {
  return permits(await requireRights(db, titleId, today), await readRule(db))
}

/** Titles that may be published on a day, of those about which anything was ever decided. */
export async function publishableTitles(db: Reader, today: string): Promise<number[]> {
  const rule = await readRule(db)
  const titles = await db.selectFrom('digitizationRights').select('titleId').distinct().execute()
  const allowed: number[] = []
  for (const { titleId } of titles)
    if (permits(await requireRights(db, titleId, today), rule)) allowed.push(titleId)
  return allowed
}

export function permits(decision: RightsDecision | null, { publishable }: RightsRule): boolean {
  return decision !== null && decision.status !== 'unknown' && publishable.includes(decision.status)
}

export async function readRule(db: Reader): Promise<RightsRule> {
  const row = await db.selectFrom('library').select('digitizationRule').executeTakeFirst()
  return Rule.parse(JSON.parse(row?.digitizationRule ?? '{}'))
}
