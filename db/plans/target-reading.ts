import type { HeldTarget } from '../../shared/plans/contract.ts'
import { heldTargets, targetFor } from '../../shared/plans/rules.ts'
import type { Reader } from '../connection.ts'

/** What each indicator's figure of a period is held against, by code, as of a day; none where nobody set one. */
export async function targetsOf(
  db: Reader,
  ofPeriod: string,
  day: string,
): Promise<ReadonlyMap<string, HeldTarget>> {
  const targets = await db.selectFrom('indicatorTarget').selectAll().execute()
  const byCode = Map.groupBy(heldTargets(targets, day), ({ indicatorCode }) => indicatorCode)
  return new Map(
    [...byCode].flatMap(([code, held]) => {
      const target = targetFor(held, ofPeriod)
      if (!target) return []
      const { id, period, scope, direction, fromOn, value } = target
      return [[code, { id, period, scope, direction, fromOn, value }] as const]
    }),
  )
}
