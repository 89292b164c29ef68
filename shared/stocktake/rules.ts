/**
 * What a copy, or a code nobody knows, is in a stocktake: one of these, never two. The first eight were seen, the
 * others were not.
 */
export const itemClasses = [
  'found',
  'misplaced',
  /** Seen although the books have it on loan, in rotation or in repair. */
  'away_present',
  /** In stock, but outside of what this stocktake counts. */
  'unexpected',
  'new_since',
  'withdrawn_present',
  'cancelled_present',
  'unknown',
  'on_loan',
  'in_rotation',
  'in_repair',
  'in_process',
  'moved_since',
  'withdrawn_since',
  'missing',
] as const
type ItemClass = (typeof itemClasses)[number]

/** What the books do not have, and yet it stands there. */
export const extraClasses = [
  'withdrawn_present',
  'cancelled_present',
  'unknown',
] as const satisfies ItemClass[]

/** How a code as it came was made into one that a copy bears. */
export const scanRepairs = ['none', 'number', 'caps', 'azerty', 'vietnamese', 'telex', 'vni'] as const
export type ScanRepair = (typeof scanRepairs)[number]

/** Two readings of one code this close together are one scan of a shaky scanner. */
export const doubleWithinMs = 1000

export type Place = { siteId: number | null; storeId: number | null; shelf: string }

/** What is not stated contradicts nothing. */
export function agrees(stated: Place, recorded: Place): boolean {
  const isSame = (one: number | null, other: number | null) => one === null || other === null || one === other
  return (
    isSame(stated.siteId, recorded.siteId) &&
    isSame(stated.storeId, recorded.storeId) &&
    (stated.shelf === '' || recorded.shelf === '' || stated.shelf === recorded.shelf)
  )
}

type Status = 'available' | 'in_process' | 'on_loan' | 'in_rotation' | 'in_repair' | 'missing'
const statesAway = ['on_loan', 'in_rotation', 'in_repair'] as const satisfies Status[]
/** Nobody looks for these on the shelf. */
const statesElsewhere = [...statesAway, 'in_process'] as const satisfies Status[]

/** All that the class of a copy follows from. */
export type ItemFacts = {
  /** As it stood when the list was drawn up; null for a copy that was not on it. */
  expected: { place: Place; status: Status } | null
  copy: {
    place: Place
    status: Status
    cancelledOn: string | null
    withdrawnOn: string | null
    /** Came into the stock after the list was drawn up. */
    isNew: boolean
    /** Was brought to another site or store after that. */
    isMoved: boolean
  }
  /** Every scan of it that stands: where it was made, and on which day. */
  scans: readonly { place: Place; day: string }[]
}

/**
 * The class of a copy, whatever the order in which its scans came. Seen once in its right place is found; the books of
 * today count as much as those of the opening, for a copy may have been moved on purpose meanwhile.
 */
export function classOf({ expected, copy, scans }: ItemFacts): ItemClass | null {
  const lastDay = scans.reduce((last, { day }) => (day > last ? day : last), '')
  const isSeen = scans.length > 0
  if (!expected) return isSeen ? classOfOther(copy, scans) : null
  if (isSeen) {
    if (copy.cancelledOn !== null && lastDay > copy.cancelledOn) return 'cancelled_present'
    if (copy.withdrawnOn !== null && lastDay > copy.withdrawnOn) return 'withdrawn_present'
    if (isAway(expected.status) && isAway(copy.status)) return 'away_present'
    const isRight = scans.some(({ place }) => agrees(place, expected.place) || agrees(place, copy.place))
    return isRight ? 'found' : 'misplaced'
  }
  if (copy.cancelledOn !== null || copy.withdrawnOn !== null) return 'withdrawn_since'
  if (copy.isMoved) return 'moved_since'
  return elsewhere(copy.status) ?? elsewhere(expected.status) ?? 'missing'
}

function classOfOther(copy: ItemFacts['copy'], scans: ItemFacts['scans']): ItemClass {
  if (copy.cancelledOn !== null) return 'cancelled_present'
  if (copy.withdrawnOn !== null) return 'withdrawn_present'
  if (copy.isNew) return 'new_since'
  if (!scans.some(({ place }) => agrees(place, copy.place))) return 'misplaced'
  return copy.isMoved ? 'moved_since' : 'unexpected'
}

function isAway(status: Status): boolean {
  return statesAway.some((each) => each === status)
}

function elsewhere(status: Status) {
  return statesElsewhere.find((each) => each === status)
}
