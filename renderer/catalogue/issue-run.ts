import type { frequencies } from '../../shared/catalogue/contract.ts'
import type { IsoDate } from '../../shared/dates.ts'

export type Frequency = (typeof frequencies)[number]
export type IssueRun = { from: number; to: number; year: string }

const mostIssues = 400

/** Reads "1-12/2026", "1–12 / 2026", "5/2026" or "101–104"; null where it is no run of issues, or one of more than 400. */
export function parseRun(text: string): IssueRun | null {
  const match = /^\s*(\d{1,6})\s*(?:[-–—]\s*(\d{1,6}))?\s*(?:\/\s*(\d{4}))?\s*$/.exec(text)
  if (!match) return null
  const from = Number(match[1])
  const to = Number(match[2] ?? match[1])
  return to < from || to - from >= mostIssues ? null : { from, to, year: match[3] ?? '' }
}

const stepByFrequency: Record<Frequency, { days?: number; months?: number } | null> = {
  daily: { days: 1 },
  weekly: { days: 7 },
  biweekly: { days: 14 },
  monthly: { months: 1 },
  bimonthly: { months: 2 },
  quarterly: { months: 3 },
  halfyearly: { months: 6 },
  yearly: { months: 12 },
  irregular: null,
}

/** The day an issue so many places after the first comes out; unknown where it comes irregularly. */
export function dayOfIssue(first: IsoDate, frequency: Frequency, place: number): IsoDate | null {
  const step = stepByFrequency[frequency]
  if (!step) return place === 0 ? first : null
  const date = new Date(`${first}T00:00:00Z`)
  const day = date.getUTCDate()
  if (step.days) date.setUTCDate(day + step.days * place)
  else {
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() + (step.months ?? 0) * place)
    // The 31st of a shorter month is its last day.
    const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
    date.setUTCDate(Math.min(day, lastDay))
  }
  return date.toISOString().slice(0, 10)
}

type RunOptions = {
  volume: string
  firstOn: IsoDate | null
  frequency: Frequency
  state: 'expected' | 'received'
  today: IsoDate
}

/** The issues of a run, ready to be saved. */
export function issuesOf({ from, to, year }: IssueRun, options: RunOptions) {
  const { volume, firstOn, frequency, state, today } = options
  return Array.from({ length: to - from + 1 }, (_, place) => ({
    volume,
    number: year ? `${from + place}/${year}` : String(from + place),
    publishedOn: firstOn && dayOfIssue(firstOn, frequency, place),
    receivedOn: state === 'received' ? today : null,
    state,
  }))
}
