import { ActivityFields } from '../../shared/activities/contract.ts'
import type { IsoDate } from '../../shared/dates.ts'
import type { Began } from '../ui/merge-three-ways.ts'
import type { NumberStyle } from '../ui/numbers.ts'
import { displayDate } from '../../shared/dates.ts'
import { emptySession, filledRows, readSessions, rowsOf, type SessionRow } from './session-rows.ts'

/**
 * The form's values: the record's fields, and its sessions as they are typed. What it began with travels with them, also
 * in a draft, so that an old draft meets a newer version instead of hiding it; a new one began with nothing.
 */
export type ActivityValues = Omit<ActivityFields, 'sessions'> & {
  rows: SessionRow[]
  began: Began<ActivityFields> | null
}

const blank = ActivityFields.parse({ name: '-', typeCode: 'E01', sessions: [{ on: '2000-01-01' }] })

export function newValues(on: IsoDate, siteId: number | null): ActivityValues {
  const { sessions: _, ...fields } = blank
  const rows = [{ ...emptySession, on: displayDate(on) }]
  return { ...fields, name: '', typeCode: '', siteId, rows, began: null }
}

export function valuesOf(
  { sessions, ...fields }: ActivityFields,
  began: ActivityValues['began'],
  style: NumberStyle,
): ActivityValues {
  return { ...fields, rows: rowsOf(sessions, style), began }
}

export function fieldsFrom(values: ActivityValues, style: NumberStyle): unknown {
  const { rows, began: _, ...fields } = values
  return { ...fields, sessions: readSessions(filledRows(rows), style).sessions }
}
