import {
  addDays,
  addMonths,
  parseDate,
  previousQuarter,
  quarterBounds,
  type IsoDate,
  type Quarter,
} from './dates.ts'

export const periodKinds = ['quarter', 'half_year', 'nine_months', 'year', 'range'] as const
export type PeriodKind = (typeof periodKinds)[number]
export type Span = { from: IsoDate; to: IsoDate }
/** What a report speaks of; `period` is how it is written: 2026-Q3, 2026-H1, 2026-9M, 2026, 2026-01-05..2026-02-10. */
export type NamedPeriod = Span & { period: string; kind: PeriodKind }

const written = /^(\d{4})(?:-?(?:Q([1-4])|H([12])|(9M)))?$/i
const firstYear = 1900
const lastYear = 2200
const longestDays = 3660

/** Reads what a person or an address writes; days that have a name of their own are called by it. */
export function readPeriod(text: string): NamedPeriod | null {
  const [first, second, ...rest] = text.trim().split('..')
  if (first !== undefined && second !== undefined && rest.length === 0) return periodBetween(first, second)
  const [, year = '', quarter, half, nine] = written.exec(text.trim()) ?? []
  if (Number(year) < firstYear || Number(year) > lastYear) return null
  if (quarter) {
    const bounds = quarterBounds({ year: Number(year), quarter: Number(quarter) })
    return { period: `${year}-Q${quarter}`, kind: 'quarter', ...bounds }
  }
  if (half === '1')
    return { period: `${year}-H1`, kind: 'half_year', from: `${year}-01-01`, to: `${year}-06-30` }
  if (half) return { period: `${year}-H2`, kind: 'half_year', from: `${year}-07-01`, to: `${year}-12-31` }
  if (nine) return { period: `${year}-9M`, kind: 'nine_months', from: `${year}-01-01`, to: `${year}-09-30` }
  return { period: year, kind: 'year', from: `${year}-01-01`, to: `${year}-12-31` }
}

/** The period that these two days begin and end; null where they are no days, or in the wrong order. */
export function periodBetween(from: string, to: string): NamedPeriod | null {
  if (parseDate(from) !== from || parseDate(to) !== to || to < from) return null
  const year = from.slice(0, 4)
  if (Number(year) < firstYear || Number(to.slice(0, 4)) > lastYear) return null
  if (addDays(from, longestDays) < to) return null
  const named = ['-Q1', '-Q2', '-Q3', '-Q4', '-H1', '-H2', '-9M', '']
    .map((name) => namedPeriod(`${year}${name}`))
    .find((period) => period.from === from && period.to === to)
  return named ?? { period: `${from}..${to}`, kind: 'range', from, to }
}

/** Of a period as it is kept; anything else is a fault of the program. */
export function namedPeriod(period: string): NamedPeriod {
  const read = readPeriod(period)
  if (!read) throw new RangeError(`${period} is no period`)
  return read
}

export function isPeriod(text: string): boolean {
  return readPeriod(text)?.period === text
}

export function quarterPeriod({ year, quarter }: Quarter): string {
  return `${year}-Q${quarter}`
}

/** The period of the same kind before it: of nine months those of the last year, of free days as many before them. */
export function previousPeriod(period: string): string {
  const { kind, from, to } = namedPeriod(period)
  const year = Number(from.slice(0, 4))
  switch (kind) {
    case 'quarter':
      return quarterPeriod(previousQuarter({ year, quarter: Number(period.slice(6)) }))
    case 'half_year':
      return period.endsWith('H1') ? `${year - 1}-H2` : `${year}-H1`
    case 'nine_months':
    case 'year':
      return samePeriodLastYear(period)
    case 'range': {
      const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
      const before = addDays(from, -1)
      return between(addDays(before, -days), before)
    }
  }
}

export function samePeriodLastYear(period: string): string {
  const { kind, from, to } = namedPeriod(period)
  if (kind === 'range') return between(addMonths(from, -12), addMonths(to, -12))
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`
}

/** What the period before ends with is what this one begins with. */
export function adjoinsPrevious(period: string): boolean {
  return addDays(namedPeriod(previousPeriod(period)).to, 1) === namedPeriod(period).from
}

/** The days that a report looks ahead to: as many months as it tells of, of nine months the rest of the year. */
export function spanAfter(period: string): Span {
  const { kind, from, to } = namedPeriod(period)
  const first = addDays(to, 1)
  const months = { quarter: 3, half_year: 6, nine_months: 3, year: 12 }
  if (kind !== 'range') return { from: first, to: addDays(addMonths(first, months[kind]), -1) }
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  return { from: first, to: addDays(first, days) }
}

/** From the first day of the year in which a period ends. */
export function yearToDate(period: string): Span {
  const { to } = namedPeriod(period)
  return { from: `${to.slice(0, 4)}-01-01`, to }
}

/** Reports of free days stay in the library; the others are sent to the Ministry. */
export function isSent({ kind }: Pick<NamedPeriod, 'kind'>): boolean {
  return kind !== 'range'
}

/** In the name of a file two dots would look like an ending. */
export function periodInFileName(period: string): string {
  return period.replace('..', '-den-')
}

function between(from: IsoDate, to: IsoDate): string {
  return periodBetween(from, to)?.period ?? `${from}..${to}`
}
