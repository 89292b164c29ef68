import {
  attendanceParts,
  sessionFaults,
  sessionStates,
  type SessionFields,
} from '../../shared/activities/contract.ts'
import { addDays, addMonths, displayDate, parseDate } from '../../shared/dates.ts'
import type { EntryRow } from '../ui/EntryGrid.tsx'
import { formatNumber, parseNumber, type NumberStyle } from '../ui/numbers.ts'

const counts = ['attended', ...attendanceParts] as const
export type SessionKey =
  | 'on'
  | 'until'
  | 'startTime'
  | 'endTime'
  | 'state'
  | 'note'
  | 'id'
  | (typeof counts)[number]
export type SessionRow = EntryRow<SessionKey>
export type SessionProblem = {
  row: number
  key: SessionKey
  code:
    | 'no_day'
    | 'not_a_day'
    | 'not_an_hour'
    | 'not_a_count'
    | ReturnType<typeof sessionFaults>[number]['code']
}

export const emptySession: SessionRow = {
  id: '',
  on: '',
  until: '',
  startTime: '',
  endTime: '',
  state: 'planned',
  attended: '',
  children: '',
  adults: '',
  disabled: '',
  minority: '',
  online: '',
  note: '',
}

export function rowsOf(sessions: readonly SessionFields[], style: NumberStyle): SessionRow[] {
  const day = (value: string | null) => (value === null ? '' : displayDate(value))
  return sessions.map((session) => ({
    id: session.id === null ? '' : String(session.id),
    on: day(session.on),
    until: day(session.until),
    startTime: session.startTime ?? '',
    endTime: session.endTime ?? '',
    state: session.state,
    note: session.note,
    ...(Object.fromEntries(
      counts.map((part) => [part, session[part] === null ? '' : formatNumber(session[part], style)]),
    ) as Record<(typeof counts)[number], string>),
  }))
}

/** 8, 8h30, 830, 08:30 */
export function parseHour(text: string): string | null {
  const match = /^(\d{1,2})(?:[:hg.]?([0-5]\d))?[hg]?$/i.exec(text.trim())
  const hour = Number(match?.[1])
  if (!match || hour > 23) return null
  return `${String(hour).padStart(2, '0')}:${match[2] ?? '00'}`
}

/** What the rows mean, and what of them means nothing; every row is kept, so that places stay the same. */
export function readSessions(
  rows: readonly SessionRow[],
  style: NumberStyle,
): { sessions: SessionFields[]; problems: SessionProblem[] } {
  const problems: SessionProblem[] = []
  const sessions = rows.map((row, at) => {
    const say = (key: SessionKey, code: SessionProblem['code']) => problems.push({ row: at, key, code })
    function read<Value>(
      key: SessionKey,
      parse: (text: string) => Value | null,
      code: SessionProblem['code'],
    ) {
      const text = row[key].trim()
      const value = text === '' ? null : parse(text)
      if (text !== '' && value === null) say(key, code)
      return value
    }
    const count = (key: SessionKey) =>
      read(
        key,
        (text) => {
          const value = parseNumber(text, style)
          return value !== null && Number.isInteger(value) && value >= 0 ? value : null
        },
        'not_a_count',
      )
    const on = read('on', parseDate, 'not_a_day')
    if (row.on.trim() === '' && !isLeftEmpty(row, at)) say('on', 'no_day')
    const session: SessionFields = {
      id: row.id === '' ? null : Number(row.id),
      on: on ?? '',
      until: read('until', parseDate, 'not_a_day'),
      startTime: read('startTime', parseHour, 'not_an_hour'),
      endTime: read('endTime', parseHour, 'not_an_hour'),
      state: sessionStates.find((state) => state === row.state) ?? 'planned',
      attended: count('attended'),
      children: count('children'),
      adults: count('adults'),
      disabled: count('disabled'),
      minority: count('minority'),
      online: count('online'),
      note: row.note.trim(),
    }
    if (on !== null) for (const { field, code } of sessionFaults(session)) say(field, code)
    return session
  })
  return { sessions, problems }
}

/** A row nobody has written anything into is no session, unless it is the only one. */
export function isLeftEmpty(row: SessionRow, at: number): boolean {
  const typed = ['on', 'until', 'startTime', 'endTime', 'note', ...counts] as const
  return at > 0 && row.id === '' && typed.every((key) => row[key].trim() === '')
}

export function filledRows(rows: readonly SessionRow[]): SessionRow[] {
  return rows.filter((row, at) => !isLeftEmpty(row, at))
}

export const rhythms = ['day', 'week', 'month'] as const
export type Rhythm = (typeof rhythms)[number]

/** The last session again and again, until there are so many. */
export function repeated(rows: readonly SessionRow[], rhythm: Rhythm, wanted: number): SessionRow[] {
  const last = rows.at(-1)
  const first = parseDate(last?.on ?? '')
  if (!last || first === null) return [...rows]
  const next = (times: number) =>
    rhythm === 'month' ? addMonths(first, times) : addDays(first, times * (rhythm === 'week' ? 7 : 1))
  const more = Array.from({ length: Math.max(0, wanted - rows.length) }, (_, at) => ({
    ...emptySession,
    on: displayDate(next(at + 1)),
    startTime: last.startTime,
    endTime: last.endTime,
    state: last.state,
  }))
  return [...rows, ...more]
}
