import { ActivityFields, type Activity } from '../../shared/activities/contract.ts'
import type { IsoDate } from '../../shared/dates.ts'
import type { NumberStyle } from '../ui/numbers.ts'
import { displayDate } from '../../shared/dates.ts'
import { addMonths } from './calendar-span.ts'
import { emptySession, filledRows, readSessions, rowsOf, type SessionRow } from './session-rows.ts'

/** The form's values: the record's fields, and its sessions as they are typed. */
export type ActivityValues = Omit<ActivityFields, 'sessions'> & { rows: SessionRow[] }

const monthsOfAYear = 12
const blank = ActivityFields.parse({ name: '-', typeCode: 'E01', sessions: [{ on: '2000-01-01' }] })

export function newValues(on: IsoDate, siteId: number | null): ActivityValues {
  const { sessions: _, ...fields } = blank
  return { ...fields, name: '', typeCode: '', siteId, rows: [{ ...emptySession, on: displayDate(on) }] }
}

export function valuesOf(activity: Activity, style: NumberStyle): ActivityValues {
  const { sessions, ...fields } = ActivityFields.parse(activity)
  return { ...fields, rows: rowsOf(sessions, style) }
}

/** The same planned anew a year later: nobody has come yet, and last year's campaigns are over. */
export function againValues(activity: Activity, style: NumberStyle): ActivityValues {
  const next = (day: IsoDate) => addMonths(day, monthsOfAYear)
  const sessions = activity.sessions.map(({ on, until, startTime, endTime }) => ({
    on: next(on),
    until: until === null ? null : next(until),
    startTime,
    endTime,
  }))
  const again = ActivityFields.parse({
    ...activity,
    state: 'planned',
    campaignIds: [],
    copiesShown: null,
    copiesGiven: null,
    cost: null,
    sessions,
  })
  const { sessions: planned, ...fields } = again
  return { ...fields, rows: rowsOf(planned, style) }
}

export function fieldsFrom(values: ActivityValues, style: NumberStyle): unknown {
  const { rows, ...fields } = values
  return { ...fields, sessions: readSessions(filledRows(rows), style).sessions }
}
