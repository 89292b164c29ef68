import type { Feed, Reach } from './types.ts'

/**
 * A session that took place, with what its activity says. Every figure of activities is counted over such rows and
 * nothing else, by the report and by the form before it saves: the two cannot differ, and an activity, being one row,
 * cannot stand twice in one figure.
 */
export type HeldSession = {
  id: number
  activityId: number
  /** Its first day: what lasts beyond the end of a quarter counts in the quarter in which it began. */
  on: string
  attended: number
  /** An activity counts once, with the first of its sessions that took place. */
  isFirst: boolean
  feeds: readonly Feed[]
  part: string
  reach: Reach
  direction: string
  copiesShown: number
  copiesGiven: number
  isBookDay: boolean
  /** Libraries among its partners. */
  libraryIds: readonly number[]
}

type Rule = {
  /** What each row of the figure is. */
  rows: 'activity' | 'activitySession' | 'partner'
  counts: (session: HeldSession) => boolean
  weight?: (session: HeldSession) => number
}

const feeds = (feed: Feed) => (session: HeldSession) => session.feeds.includes(feed)
const attended = ({ attended }: HeldSession) => attended
type Counts = Rule['counts']

function activitiesThat(counts: Counts): Rule {
  return { rows: 'activity', counts: (session) => session.isFirst && counts(session) }
}

function peopleAt(counts: Counts): Rule {
  return {
    rows: 'activitySession',
    counts: (session) => session.attended > 0 && counts(session),
    weight: attended,
  }
}

function copiesOf(counts: Counts, copies: (session: HeldSession) => number): Rule {
  return {
    rows: 'activity',
    counts: (session) => session.isFirst && copies(session) > 0 && counts(session),
    weight: copies,
  }
}

const isDelegation = feeds('delegation')
/** Classes that others hold and the library only sends people to are no classes of its own. */
const isOwnTraining = (session: HeldSession) =>
  session.feeds.includes('staff_training') && session.part !== 'participant'
const isBookDay = ({ isBookDay }: HeldSession) => isBookDay

export const countingRules = {
  'activities.userTrainings': activitiesThat(feeds('user_training')),
  'activities.userTrainingPeople': peopleAt(feeds('user_training')),
  'activities.supports': { rows: 'activitySession', counts: feeds('support') },
  'activities.librariesSupported': { rows: 'partner', counts: feeds('support') },
  'activities.displays': activitiesThat(feeds('display')),
  'activities.displayCopies': copiesOf(feeds('display'), ({ copiesShown }) => copiesShown),
  'activities.displayPeople': peopleAt(feeds('display')),
  'activities.promotions': activitiesThat(feeds('promotion')),
  'activities.promotionPeople': peopleAt(feeds('promotion')),
  'activities.media': activitiesThat(feeds('media')),
  'activities.staffTrainings': activitiesThat(isOwnTraining),
  'activities.staffTrainingPeople': peopleAt(isOwnTraining),
  'activities.delegationsOut': activitiesThat((each) => isDelegation(each) && each.direction === 'out'),
  'activities.delegationsIn': activitiesThat((each) => isDelegation(each) && each.direction === 'in'),
  'activities.delegates': peopleAt(isDelegation),
  'activities.international': activitiesThat(
    (each) => each.reach === 'international' && feeds('congress')(each),
  ),
  'activities.bookDays': activitiesThat(isBookDay),
  'activities.bookDayPeople': peopleAt(isBookDay),
  'activities.bookDayGifts': copiesOf(isBookDay, ({ copiesGiven }) => copiesGiven),
} as const satisfies Record<string, Rule>

export type ActivityMeasure = keyof typeof countingRules
export const activityMeasures = Object.keys(countingRules) as ActivityMeasure[]

export function isActivityMeasure(name: string): name is ActivityMeasure {
  return Object.hasOwn(countingRules, name)
}

export function ruleOf(measure: ActivityMeasure): Rule {
  return countingRules[measure]
}

/** The rows of a measure, each once, and what they weigh where that is not their number. */
export function counted(
  measure: ActivityMeasure,
  sessions: readonly HeldSession[],
): { ids: number[]; weight?: number; weights?: number[] } {
  const { rows, counts, weight } = ruleOf(measure)
  const found = sessions.filter(counts)
  const ids = [...new Set(found.flatMap((session) => idsOf(session, rows)))].toSorted((a, b) => a - b)
  if (!weight) return { ids }
  const byId = new Map<number, number>()
  for (const session of found)
    for (const id of idsOf(session, rows)) byId.set(id, (byId.get(id) ?? 0) + weight(session))
  return {
    ids,
    weights: ids.map((id) => byId.get(id) ?? 0),
    weight: found.reduce((sum, session) => sum + weight(session), 0),
  }
}

function idsOf(session: HeldSession, rows: Rule['rows']): readonly number[] {
  switch (rows) {
    case 'activity':
      return [session.activityId]
    case 'activitySession':
      return [session.id]
    case 'partner':
      return session.libraryIds
  }
}
