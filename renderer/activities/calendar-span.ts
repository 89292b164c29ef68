import { addDays, addMonths, type IsoDate } from '../../shared/dates.ts'

export const calendarViews = ['month', 'week', 'timeline'] as const
export type CalendarView = (typeof calendarViews)[number]

const dayMs = 86_400_000
const weekDays = 7

/** Weeks begin on Monday. */
function mondayOf(day: IsoDate): IsoDate {
  return addDays(day, -((new Date(Date.parse(day)).getUTCDay() + 6) % weekDays))
}

/** The days that a view shows around a day: whole weeks, of the month or the one. */
export function spanOf(view: CalendarView, day: IsoDate): { from: IsoDate; days: number } {
  if (view === 'week') return { from: mondayOf(day), days: weekDays }
  const first = `${day.slice(0, 7)}-01`
  const last = addDays(addMonths(first, 1), -1)
  if (view === 'timeline') return { from: first, days: Number(last.slice(8, 10)) }
  const from = mondayOf(first)
  return { from, days: (Date.parse(mondayOf(last)) - Date.parse(from)) / dayMs + weekDays }
}

/** One step of the view: a week, or a month. */
export function turned(view: CalendarView, day: IsoDate, by: 1 | -1): IsoDate {
  return view === 'week' ? addDays(day, by * weekDays) : addMonths(day, by)
}

/** Where an arrow leads in a view; null for any other key. */
export function dayAfterKey(key: string, day: IsoDate): IsoDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -weekDays)
    case 'ArrowDown':
      return addDays(day, weekDays)
    case 'PageUp':
      return addMonths(day, -1)
    case 'PageDown':
      return addMonths(day, 1)
    default:
      return null
  }
}
