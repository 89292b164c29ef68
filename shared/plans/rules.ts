import type { IsoDate } from '../dates.ts'
import { namedPeriod } from '../periods.ts'
import type { PolicyStage } from './documents-contract.ts'
import type { Milestone, MilestoneStanding } from './milestones-contract.ts'
import type { RoadmapFields, RoadmapStanding } from './roadmaps-contract.ts'
import { scopes, type HeldTarget, type Target, type periodKinds } from './targets-contract.ts'

export const planMeasures = [
  'plans.documents',
  'plans.roadmapsValid',
  'plans.milestonesDue',
  'plans.milestonesOnTime',
  'plans.allocated',
  'plans.spent',
] as const
export type PlanMeasure = (typeof planMeasures)[number] | `plans.documents.${PolicyStage}`

type Dated = Pick<RoadmapFields, 'startsOn' | 'endsOn' | 'submittedOn' | 'approvedOn' | 'replacedOn'>

const isBy = (on: IsoDate | null, day: IsoDate): on is IsoDate => on !== null && on <= day

/** Where a plan stands at the end of a day. */
export function roadmapStandingOn(roadmap: Dated, day: IsoDate): RoadmapStanding {
  if (isBy(roadmap.replacedOn, day)) return 'replaced'
  if (isBy(roadmap.approvedOn, day)) return roadmap.endsOn < day ? 'expired' : 'approved'
  return isBy(roadmap.submittedOn, day) ? 'submitted' : 'draft'
}

/** Approved, begun, and neither over nor replaced. */
export function isValidOn(roadmap: Dated, day: IsoDate): boolean {
  return roadmapStandingOn(roadmap, day) === 'approved' && roadmap.startsOn <= day
}

type Due = Pick<Milestone, 'dueOn' | 'doneOn'> & { delays: readonly { on: IsoDate; dueOn: IsoDate }[] }

/** The day by which it is to be done, after every delay that was decided by a day. */
export function dueOf({ dueOn, delays }: Due, day: IsoDate): IsoDate {
  return delays.reduce((due, delay) => (delay.on <= day && delay.dueOn > due ? delay.dueOn : due), dueOn)
}

export function milestoneStandingOn(milestone: Due, day: IsoDate): MilestoneStanding {
  const due = dueOf(milestone, day)
  if (isBy(milestone.doneOn, day)) return milestone.doneOn <= due ? 'done' : 'done_late'
  return due < day ? 'overdue' : 'open'
}

/** Whether a plan answers for a milestone that is due on a day: it is approved by `to`, and nothing had replaced it. */
export function answersFor(
  { approvedOn, replacedOn }: Pick<RoadmapFields, 'approvedOn' | 'replacedOn'>,
  { due, to }: { due: IsoDate; to: IsoDate },
): boolean {
  return isBy(approvedOn, to) && (replacedOn === null || replacedOn > due)
}

type PeriodKind = (typeof periodKinds)[number]

export function periodKindOf(period: string): PeriodKind {
  return period.length === 4 ? 'year' : period.includes('Q') ? 'quarter' : 'date'
}

/** The last day that a period speaks of. */
export function endOf(period: string): IsoDate {
  switch (periodKindOf(period)) {
    case 'year':
      return `${period}-12-31`
    case 'quarter':
      return namedPeriod(period).to
    case 'date':
      return period
  }
}

type Told = Pick<Target, 'id' | 'indicatorCode' | 'period' | 'scope' | 'fromOn'>

/** Of targets for the same thing, the one that holds on a day: the newest by then. */
export function heldTargets<Row extends Told>(targets: readonly Row[], day: IsoDate): Row[] {
  const held = new Map<string, Row>()
  for (const target of targets) {
    const key = `${target.indicatorCode}/${target.period}/${target.scope}`
    const before = held.get(key)
    if (target.fromOn <= day && (!before || before.fromOn < target.fromOn)) held.set(key, target)
  }
  return [...held.values()]
}

/**
 * The target of one indicator for a period. The library's own goes before the province's, and that before the
 * country's; then the period's, that of the year it ends in, the nearest day still to come, and last the day that is
 * past.
 */
export function targetFor<Row extends Told & { value: number | null }>(
  held: readonly Row[],
  period: string,
): (Row & { value: number }) | null {
  const { to } = namedPeriod(period)
  const found = held
    .filter((target): target is Row & { value: number } => target.value !== null)
    .flatMap((target) => {
      const place = placeOf(target.period, { period, to })
      return place === null ? [] : [{ target, rank: `${scopes.indexOf(target.scope)} ${place}` }]
    })
    .toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
  return found[0]?.target ?? null
}

/** Sorts as text; null where a target does not speak of the period. */
function placeOf(told: string, { period, to }: { period: string; to: IsoDate }): string | null {
  if (told === period) return '0'
  switch (periodKindOf(told)) {
    case 'quarter':
      return null
    case 'year':
      return told === to.slice(0, 4) ? '1' : null
    case 'date':
      return told >= to ? `2 ${told}` : `3 ${99_999_999 - Number(told.replaceAll('-', ''))}`
  }
}

/** How far a figure has come; no share of a target of 0, nor of one that is a limit. */
export function reached(
  { value, direction }: Pick<HeldTarget, 'value' | 'direction'>,
  actual: number,
): { isReached: boolean; percent: number | null } {
  const isReached = direction === 'at_least' ? actual >= value : actual <= value
  const isShare = direction === 'at_least' && value > 0
  return { isReached, percent: isShare ? Math.round((actual * 10_000) / value) / 100 : null }
}
