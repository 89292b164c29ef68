import type { FriendlyRule, Rate, RateFields, ScoreFields, Sector, Sums } from './contract.ts'

/** What is counted of the association: a name that nobody measures does not compile. */
export type AssociationMeasure = `association.${
  | 'branches'
  | 'members'
  | 'admitted'
  | 'duesOwed'
  | 'duesPaid'
  | 'otherIncome'
  | 'friendlyPoints'
  | 'awardsToPersons'
  | 'awardsToUnits'
  | 'awardDecisions'}`

type KnownRate = Pick<Rate, 'fromYear' | 'sector' | 'basis' | 'amountMinor'>

/** The line of the latest year that is not after the one asked for. */
export function rateFor<Known extends KnownRate>(
  rates: readonly Known[],
  { year, sector }: { year: number; sector: Sector },
): Known | null {
  const valid = rates.filter((rate) => rate.sector === sector && rate.fromYear <= year)
  return valid.toSorted((a, b) => b.fromYear - a.fromYear)[0] ?? null
}

/** What a unit owes for a year: the same for each unit, or so much for each member. */
export function chargeOf({ basis, amountMinor }: Pick<RateFields, 'basis' | 'amountMinor'>, members: number) {
  return basis === 'unit' ? amountMinor : amountMinor * members
}

/** What is still to be paid; below 0 where more was paid than owed. */
export function openMinor({ owedMinor, paidMinor }: Sums, beforeMinor = 0): number {
  return beforeMinor + owedMinor - paidMinor
}

/** In hundredths with two decimals; null where nothing is owed. */
export function paidShare({ owedMinor, paidMinor }: Sums): number | null {
  return owedMinor <= 0 ? null : Math.round((paidMinor / owedMinor) * 10_000) / 100
}

/** Weighted points are whole hundredths, so that no sum of them shows the dust of binary fractions. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

/** Null until each criterion has its points: a part of an assessment is no result. */
export function friendlyTotal(
  { weights }: Pick<FriendlyRule, 'weights'>,
  scores: readonly Pick<ScoreFields, 'criterion' | 'score'>[],
): number | null {
  let total = 0
  for (const [at, weight] of weights.entries()) {
    const score = scores.find(({ criterion }) => criterion === at + 1)?.score ?? null
    if (score === null) return null
    total += score * weight
  }
  return hundredths(total)
}

export function friendlyMost({ mostPoints, weights }: Pick<FriendlyRule, 'mostPoints' | 'weights'>): number {
  return hundredths(weights.reduce((sum, weight) => sum + weight * mostPoints, 0))
}

/** How a year did against the one before, each in hundredths of its own scale, since scales may differ. */
export function friendlyChange(
  now: { total: number | null; most: number },
  before: { total: number | null; most: number } | null,
): number | null {
  if (!before || now.total === null || before.total === null || now.most === 0 || before.most === 0)
    return null
  return hundredths((now.total / now.most - before.total / before.most) * 100)
}
