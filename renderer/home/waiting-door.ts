import type { WaitingKind } from '../../shared/home/contract.ts'
import type { IconName } from '../ui/icons.tsx'

type Days = { today: string; until: string }

/** Where the lines of the home page lead: to the very rows they count. */
const doors: Record<WaitingKind, { icon: IconName; to: (days: Days) => string }> = {
  activitiesComing: {
    icon: 'calendar',
    to: ({ today, until }) => `/activities?state=planned&from=${today}&to=${until}`,
  },
  activitiesPast: { icon: 'warning', to: ({ today }) => `/activities?state=planned&to=${today}` },
  backupDue: { icon: 'save', to: () => '/backup' },
  copiesTroubled: { icon: 'warning', to: () => '/preservation/volumes' },
  duesArrears: { icon: 'person', to: () => '/association/dues?arrears=1' },
  duesUnreckoned: { icon: 'warning', to: () => '/association/dues' },
  fixityDue: { icon: 'shield', to: () => '/preservation/volumes' },
  proofMissing: { icon: 'attach', to: () => '/activities?proof=missing' },
  stocktakesOpen: { icon: 'barcode', to: () => '/stocktake' },
}

export function waitingDoor(kind: WaitingKind, days: Days): { icon: IconName; to: string } {
  const { icon, to } = doors[kind]
  return { icon, to: to(days) }
}
