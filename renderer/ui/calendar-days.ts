import { addDays, type IsoDate } from '../../shared/dates.ts'

/** Six weeks from the Monday on or before the first of the month. */
export function monthWeeks(date: IsoDate): IsoDate[][] {
  const first = `${date.slice(0, 7)}-01`
  const sinceMonday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const start = addDays(first, -sinceMonday)
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => addDays(start, week * 7 + day)),
  )
}
