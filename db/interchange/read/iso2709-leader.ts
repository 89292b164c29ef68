import { digits } from './iso2709-record.ts'
import { leaderLength } from './values.ts'

/**
 * MARC 21 leaders have the same signs at the same places: 22 at 10, 45 at 20, small letters between the numbers. All of
 * them together are no chance, as a directory, which has digits only, would give.
 */
export function isLeaderAt(bytes: Buffer, at: number): boolean {
  if (bytes[at + 10] !== 0x32 || bytes[at + 11] !== 0x32) return false
  return isLeaderLike(bytes, at) && (isSmallLetter(bytes[at + 5]) || isSmallLetter(bytes[at + 6]))
}

/** What any leader of ISO 2709 has: the length, where the data begin, and how the directory is divided. */
export function isLeaderLike(bytes: Buffer, at: number): boolean {
  if (bytes[at + 20] !== 0x34 || bytes[at + 21] !== 0x35) return false
  return digits(bytes, at, 5) >= leaderLength && digits(bytes, at + 12, 5) >= leaderLength
}

function isSmallLetter(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0x60 && byte < 0x7b
}

/** Where records begin in a stretch of which nothing is certain. */
export function leadersIn(bytes: Buffer): number[] {
  const found: number[] = []
  for (let sign = bytes.indexOf('45', 20); sign !== -1; sign = bytes.indexOf('45', sign + 1)) {
    if (isLeaderAt(bytes, sign - 20)) found.push(sign - 20)
  }
  return found
}

/** Zero where there is none, or only at the beginning. */
export function lastLeader(bytes: Buffer): number {
  return leadersIn(bytes).at(-1) ?? 0
}
