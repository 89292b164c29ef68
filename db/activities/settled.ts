import type { ActivityFields, SessionFields } from '../../shared/activities/contract.ts'

/** An activity that is done has no session left that is still to come. */
export function settled(fields: ActivityFields): ActivityFields {
  if (fields.state !== 'done') return fields
  return { ...fields, sessions: fields.sessions.map(heldIfPlanned) }
}

export function heldIfPlanned(session: SessionFields): SessionFields {
  return session.state === 'planned' ? { ...session, state: 'held' } : session
}

export const lastDayOf = ({ on, until }: Pick<SessionFields, 'on' | 'until'>): string => until ?? on

/** What lists show of an activity's sessions. */
export function summaryOf(sessions: readonly SessionFields[]) {
  const held = sessions.filter(({ state }) => state === 'held')
  const known = held.flatMap(({ attended }) => attended ?? [])
  return {
    startsOn: sessions.map(({ on }) => on).toSorted()[0] ?? '',
    endsOn: sessions.map(lastDayOf).toSorted().at(-1) ?? '',
    sessionCount: sessions.length,
    heldCount: held.length,
    attended: known.length > 0 ? known.reduce((sum, each) => sum + each, 0) : null,
  }
}
