import { isoDateAt } from '../../shared/dates.ts'

const dayMs = 86_400_000

/** How many midnights in Viet Nam lie between an instant and now. */
export function daysSince(instant: string, nowMs: number): number {
  const dayOf = (atMs: number) => Date.parse(isoDateAt(atMs))
  return Math.round((dayOf(nowMs) - dayOf(Date.parse(instant))) / dayMs)
}
