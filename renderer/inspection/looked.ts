import type { Inspection } from '../../shared/inspection/contract.ts'

/** Pages of the sample that somebody has looked at. */
export function lookedOf({ good, critical, major, minor }: Inspection['counts']): number {
  return good + critical + major + minor
}
