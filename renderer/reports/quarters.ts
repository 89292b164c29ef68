import { previousQuarter, quarterBounds, quarterOf, type IsoDate, type Quarter } from '../../shared/dates.ts'

export function isSameQuarter(one: Quarter, other: Quarter): boolean {
  return one.year === other.year && one.quarter === other.quarter
}

/** Written as an address or an option holds it: 2026-3. */
export function quarterKey({ year, quarter }: Quarter): string {
  return `${year}-${quarter}`
}

export function parseQuarterKey(key: string): Quarter | null {
  const match = /^(\d{4})-([1-4])$/.exec(key)
  return match ? { year: Number(match[1]), quarter: Number(match[2]) } : null
}

/** The quarter of a day and those before it, newest first: only these can be reported on. */
export function begunQuarters(today: IsoDate, count: number): Quarter[] {
  const quarters = [quarterOf(today)]
  for (let last = quarters[0]; last && quarters.length < count;) {
    last = previousQuarter(last)
    quarters.push(last)
  }
  return quarters
}

/** What a director most likely opens next: the newest quarter that has ended, else the newest of all. */
export function likeliestQuarter(quarters: readonly Quarter[], today: IsoDate): Quarter | undefined {
  return quarters.find((quarter) => quarterBounds(quarter).to < today) ?? quarters[0]
}
