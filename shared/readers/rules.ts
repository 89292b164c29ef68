import type { CounterFeed } from './counters.ts'

/** What each measure of counters sums. */
export const countedFeeds = {
  'readers.visits': ['visit_onsite', 'visit_outside'],
  'readers.visitsOnSite': ['visit_onsite'],
  'readers.visitsOutside': ['visit_outside'],
  'readers.visitsOnline': ['visit_online'],
  'readers.inHouse': ['in_house'],
  'readers.lentCounted': ['lent'],
  'readers.cardsIssuedCounted': ['card_issued'],
  'readers.cardsIssuedToChildrenCounted': ['card_issued_child'],
  'readers.cardsRenewedCounted': ['card_renewed'],
} as const satisfies Record<string, readonly CounterFeed[]>

export type CountedMeasure = keyof typeof countedFeeds
export type ReaderMeasure =
  | CountedMeasure
  | 'readers.lent'
  | 'readers.cardsIssued'
  | 'readers.cardsIssuedToChildren'
  | 'readers.cardsRenewed'
  | 'readers.cardsValid'
  | 'readers.cardsValidCounted'
