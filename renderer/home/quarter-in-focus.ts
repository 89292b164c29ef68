import { previousQuarter, quarterOf, type IsoDate, type Quarter } from '../../shared/dates.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import type { Period } from '../../shared/reports/contract.ts'

export type Focus = { kind: 'period'; period: Period } | { kind: 'unopened'; quarter: Quarter }

/** The latest quarter that somebody has signed. */
export function lastSigned(periods: readonly Period[]): Period | undefined {
  return periods
    .filter(({ kind, state }) => kind === 'quarter' && state === 'signed')
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
}

/** What wants attention first: an ended quarter not signed, one not even opened, the running one, the last signed. */
export function quarterInFocus(periods: readonly Period[], today: IsoDate): Focus {
  const quarters = periods.filter(({ kind }) => kind === 'quarter')
  const unsigned = quarters
    .filter((period) => period.state !== 'signed')
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const overdue = unsigned.find((period) => period.to < today)
  const ended = previousQuarter(quarterOf(today))
  const last = quarters.find(({ period }) => period === quarterPeriod(ended))
  if (!overdue && !last) return { kind: 'unopened', quarter: ended }
  const period = overdue ?? unsigned[0] ?? last
  return period ? { kind: 'period', period } : { kind: 'unopened', quarter: ended }
}

const dayMs = 86_400_000

/** Days from today to a day; below 0 once it is over. */
export function daysLeft(to: IsoDate, today: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(today)) / dayMs)
}
