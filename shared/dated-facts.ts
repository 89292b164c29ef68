import type { IsoDate } from './dates.ts'

/** What holds on a day of facts that each hold from their day on, until the next. */
export function heldOn<Fact extends { fromOn: IsoDate }>(facts: readonly Fact[], day: IsoDate): Fact | null {
  return facts.reduce<Fact | null>(
    (latest, fact) => (fact.fromOn > day || (latest && latest.fromOn >= fact.fromOn) ? latest : fact),
    null,
  )
}

/** From the first day to the one before the end. */
export function holdsOn(fromOn: IsoDate, untilOn: IsoDate | null, day: IsoDate): boolean {
  return fromOn <= day && (untilOn === null || untilOn > day)
}

/** The place of the first fact whose day another before it has already; -1 where each has its own. */
export function secondOfADay(facts: readonly { fromOn: IsoDate }[]): number {
  return facts.findIndex(({ fromOn }, at) => facts.findIndex((other) => other.fromOn === fromOn) < at)
}
