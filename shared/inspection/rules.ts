export { drawSample, largestSample, largestSeed, type SampledPage } from './sampling.ts'

/** The worst first. */
export const severities = ['critical', 'major', 'minor'] as const
export type Severity = (typeof severities)[number]

export function worstOf(found: readonly Severity[]): Severity | null {
  return severities.find((severity) => found.includes(severity)) ?? null
}

/** How large a sample lots of up to so many pages need, and with how many bad pages they still pass. */
export type TableRow = { upTo: number | null; size: number; major: number; minor: number }

type Sizing = { sizeBy: 'number' | 'percent' | 'table'; sizeValue: number | null }

/** How many pages are to be looked at; never more than there are. */
export function sampleSize(
  { sizeBy, sizeValue }: Sizing,
  population: number,
  table: readonly TableRow[],
): number {
  if (sizeBy === 'number') return Math.min(sizeValue ?? 0, population)
  if (sizeBy === 'percent') return Math.ceil((population * (sizeValue ?? 0)) / 100)
  return Math.min(rowFor(population, table)?.size ?? population, population)
}

function rowFor(population: number, table: readonly TableRow[]): TableRow | undefined {
  return table.find(({ upTo }) => upTo === null || population <= upTo)
}

/** Acceptance numbers for a sample of any size: those of the largest sample of the table that is not larger. */
export function acceptanceFor(size: number, table: readonly TableRow[]): { major: number; minor: number } {
  const row = table.findLast((each) => each.size <= size)
  return row ? { major: row.major, minor: row.minor } : { major: 0, minor: 0 }
}

/** Each line asks for more pages than the one before, and the last takes lots of any size. */
export function isTableOrdered(table: readonly TableRow[]): boolean {
  return table.every(({ upTo, size }, at) => {
    const before = table[at - 1]
    const isLast = at === table.length - 1
    if ((upTo === null) !== isLast) return false
    return !before || ((upTo === null || upTo > (before.upTo ?? 0)) && size >= before.size)
  })
}

/** So many bad pages of each severity still pass; a critical one has no number where it counts as a major one. */
export type Acceptance = { critical: number | null; major: number; minor: number }

/** Pages of the sample; a page with several findings counts once, as the worst of them. */
export type SampleCounts = { size: number; good: number; critical: number; major: number; minor: number }

export type Standing = 'failed' | 'unfinished' | 'passed'

/**
 * Failed as soon as an acceptance number is exceeded, whatever is left to look at; passed only when every page of the
 * sample was looked at.
 */
export function standingOf(counts: SampleCounts, acceptance: Acceptance): Standing {
  const { size, good, critical, major, minor } = counts
  const isCriticalApart = acceptance.critical !== null
  const counted = isCriticalApart ? major : major + critical
  if (isCriticalApart && critical > (acceptance.critical ?? 0)) return 'failed'
  if (counted > acceptance.major || minor > acceptance.minor) return 'failed'
  return size === 0 || good + critical + major + minor < size ? 'unfinished' : 'passed'
}

/** Between these the share of bad pages lies with 95 % confidence (E. B. Wilson, 1927); null where none was looked at. */
export function wilson(bad: number, looked: number): { low: number; high: number } | null {
  if (looked === 0) return null
  const z = 1.959964
  const share = bad / looked
  const middle = share + (z * z) / (2 * looked)
  const reach = z * Math.sqrt((share * (1 - share)) / looked + (z * z) / (4 * looked * looked))
  const whole = 1 + (z * z) / looked
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) }
}

/** Of fewer pages a share is not told as one number: one of three is not 33 %. */
export const fewestForShare = 30

/** A page that somebody has open is given to nobody else for so long. */
export const heldForMs = 10 * 60_000
