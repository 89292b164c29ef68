import type { IsoDate } from '../dates.ts'
import type { AgreementStanding, ProjectState } from './records.ts'

export { inDong, minorPerUnit, currencies } from './money.ts'

/** What the module counts, for the formulas of indicators. */
const cooperationMeasures = [
  'agreementsAbroad',
  'copiesGiven',
  'delegates',
  'delegationsIn',
  'delegationsOut',
  'equipmentGiven',
  'givenAbroad',
  'givenAbroadUsd',
  'givenAtHome',
  'givenForTechnology',
  'givingOrganisations',
  'givingPeople',
  'interconnections',
  'librariesConnected',
  'memberships',
  'projects',
  'reportsSent',
] as const
export type CooperationMeasure = `cooperation.${(typeof cooperationMeasures)[number]}`

type Dates = { startsOn: IsoDate; endsOn: IsoDate | null; endedOn: IsoDate | null }

/** Where a project stands on a day, read off its dates, so that every day of the past can be told. */
export function projectStateOn(
  { startsOn, endedOn, ending }: Dates & { ending: 'finished' | 'stopped' | null },
  on: IsoDate,
): ProjectState {
  if (startsOn > on) return 'planned'
  if (endedOn === null || endedOn > on) return 'running'
  return ending ?? 'finished'
}

/** An agreement that another has renewed is not reminded of. */
export function agreementStandingOn(
  agreement: Dates & { isRenewed: boolean },
  { on, noticeDays }: { on: IsoDate; noticeDays: number },
): AgreementStanding {
  const { startsOn, endsOn, endedOn, isRenewed } = agreement
  if (endedOn !== null && endedOn <= on) return 'ended'
  if (startsOn > on) return 'coming'
  if (endsOn === null) return 'valid'
  if (endsOn < on) return isRenewed ? 'renewed' : 'expired'
  return !isRenewed && daysBetween(on, endsOn) <= noticeDays ? 'expiring' : 'valid'
}

const msOfDay = 86_400_000

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / msOfDay)
}

/** The value of equipment is the sum of its lines, never typed; one line nobody has valued leaves it unknown. */
export function itemsValue(items: readonly { valueMinor: number | null }[]): number | null {
  if (items.length === 0 || items.some(({ valueMinor }) => valueMinor === null)) return null
  return items.reduce((sum, { valueMinor }) => sum + (valueMinor ?? 0), 0)
}
