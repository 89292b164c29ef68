import { isoDateAt, previousQuarter, quarterBounds, quarterOf } from '../../shared/dates.ts'
import type { WaitingKind } from '../../shared/home/contract.ts'
import type { IconName } from '../ui/icons.tsx'

type Days = { today: string; until: string }

const dayMs = 86_400_000
const dayBefore = (day: string) => isoDateAt(Date.parse(day) - dayMs)
/** What lies further back has been reported. */
const quarterBefore = (day: string) => quarterBounds(previousQuarter(quarterOf(day))).from

/** Where the lines of the home page lead: to the very rows they count. */
const doors: Record<WaitingKind, { icon: IconName; to: (days: Days) => string }> = {
  activitiesComing: {
    icon: 'calendar',
    to: ({ today, until }) => `/activities?state=planned&from=${today}&to=${until}`,
  },
  agreementsEnding: { icon: 'rings', to: () => '/cooperation/agreements?standing=expiring' },
  activitiesPast: { icon: 'warning', to: ({ today }) => `/activities?state=planned&to=${dayBefore(today)}` },
  backupDue: { icon: 'save', to: () => '/backup' },
  copiesTroubled: { icon: 'warning', to: () => '/preservation/volumes' },
  deadlinesDue: { icon: 'calendar', to: () => '/sync/messages' },
  duesArrears: { icon: 'person', to: () => '/association/dues?arrears=1' },
  duesUnreckoned: { icon: 'warning', to: () => '/association/dues' },
  exchangesOverdue: { icon: 'forward', to: () => '/network/exchanges?state=overdue' },
  fixityDue: { icon: 'shield', to: () => '/preservation/volumes' },
  followUpsDue: { icon: 'warning', to: () => '/network/follow-ups' },
  loansOverdue: { icon: 'book', to: () => '/readers/overdue' },
  milestonesDue: { icon: 'calendar', to: () => '/plans/milestones?standing=open' },
  milestonesOverdue: { icon: 'warning', to: () => '/plans/milestones?standing=overdue' },
  proofMissing: {
    icon: 'attach',
    to: ({ today }) => `/activities?proof=missing&from=${quarterBefore(today)}&to=${today}`,
  },
  questionsOpen: { icon: 'info', to: () => '/sync/messages' },
  reportsToCheck: { icon: 'check', to: () => '/reports' },
  reportsUnregistered: { icon: 'file', to: () => '/reports' },
  resourcesEnding: { icon: 'building', to: () => '/facilities/software' },
  mobileUntold: {
    icon: 'calendar',
    to: ({ today }) => `/rotation/sessions?months=all&state=planned&to=${dayBefore(today)}`,
  },
  shipmentsDue: { icon: 'truck', to: () => '/rotation?state=open' },
  stocktakesOpen: { icon: 'barcode', to: () => '/stocktake' },
}

export function waitingDoor(kind: WaitingKind, days: Days): { icon: IconName; to: string } {
  const { icon, to } = doors[kind]
  return { icon, to: to(days) }
}
