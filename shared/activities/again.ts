import { addMonths } from '../dates.ts'
import { ActivityFields } from './activity.ts'

const monthsOfAYear = 12

/** The same planned anew so many years later: nobody has come yet, nothing was spent, and its campaigns are over. */
export function plannedAgain(activity: ActivityFields, years: number): ActivityFields {
  const later = (day: string) => addMonths(day, monthsOfAYear * years)
  return ActivityFields.parse({
    ...activity,
    state: 'planned',
    campaignIds: [],
    copiesShown: null,
    copiesGiven: null,
    cost: null,
    sessions: activity.sessions.map(({ on, until, startTime, endTime }) => ({
      on: later(on),
      until: until === null ? null : later(until),
      startTime,
      endTime,
    })),
  })
}

/** A name that says its year says the new one. */
export function nameOfYear(name: string, from: number, to: number): string {
  return name.replaceAll(new RegExp(`(?<!\\d)${from}(?!\\d)`, 'g'), String(to))
}
