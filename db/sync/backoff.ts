import { instantAt } from '../../shared/dates.ts'
import { sha256 } from '../hash.ts'

const firstMs = 60_000
const longestMs = 6 * 3_600_000

/** Twice as long after each failure, and not for all libraries at the same moment: a quarter up or down by chance. */
export function dueAt(triedAt: string, failures: number): string {
  const wait = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 20))
  const chance = Number.parseInt(sha256(`${triedAt}/${failures}`).slice(0, 8), 16) / 0xffff_ffff
  return instantAt(Date.parse(triedAt) + Math.round(wait * (0.75 + chance / 2)))
}
