import type { EquipmentEvent, EquipmentState } from './equipment-contract.ts'
import type { roomKinds } from './rooms-contract.ts'
import type { serviceKinds, softwarePurposes } from './registers-contract.ts'

/** Space to read in; stores and offices are none. */
export const readingKinds: readonly (typeof roomKinds)[number][] = [
  'reading',
  'children',
  'multimedia',
  'accessible',
]
/** Made for digitizing (Công văn 2024/BVHTTDL-TV, 2a). */
export const digitizingKinds = ['scanner', 'camera', 'studio'] as const
export const librarySoftware: readonly (typeof softwarePurposes)[number][] = ['library', 'digital_library']
/** Services that a reader has without coming; the site itself and what it gives to others are none. */
export const readerServices: readonly (typeof serviceKinds)[number][] = [
  'opac',
  'digital_reading',
  'card_registration',
  'renewal',
  'reference',
  'other_service',
]

type Told = Pick<EquipmentEvent, 'id' | 'kind' | 'on' | 'until'>

/**
 * What state a thing is in at the end of a day. The last event by then speaks; of one day, the one told last. A repair
 * that has given it back leaves it working.
 */
export function stateOn(
  { retiredOn, events }: { retiredOn: string | null; events: readonly Told[] },
  day: string,
): EquipmentState {
  if (retiredOn !== null && retiredOn <= day) return 'retired'
  const last = events
    .filter(({ on }) => on <= day)
    .reduce<Told | null>((latest, event) => (latest && isLater(latest, event) ? latest : event), null)
  if (!last) return 'working'
  if (last.kind === 'repair') return last.until !== null && last.until <= day ? 'working' : 'repair'
  return last.kind
}

function isLater(a: Told, b: Told): boolean {
  return a.on === b.on ? a.id > b.id : a.on > b.on
}

export const facilitiesMeasures = [
  'facilities.readingArea',
  'facilities.readingSeats',
  'facilities.computersForWork',
  'facilities.computersForReaders',
  'facilities.digitizers',
  'facilities.sites',
  'facilities.sitesOnline',
  'facilities.workflows',
  'facilities.workflowsDigital',
  'facilities.librarySoftware',
  'facilities.infrastructure',
  'facilities.infrastructureMet',
  'facilities.websites',
  'facilities.readerServices',
  'facilities.openKnowledge',
] as const
export type FacilitiesMeasure = (typeof facilitiesMeasures)[number]
