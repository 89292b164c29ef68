import { counted } from './formula-parts.ts'
import type { Indicator } from './formulas.ts'
import { outsideVisits } from './rotation-indicators.ts'

/** What the program records and what is counted by hand add up: a place does the one or the other. */
export const circulationMeasures = ['readers.inHouse', 'readers.lent', 'readers.lentCounted'] as const
export const validMeasures = ['readers.cardsValid', 'readers.cardsValidCounted'] as const
const issuedMeasures = ['readers.cardsIssued', 'readers.cardsIssuedCounted'] as const
const issuedToChildrenMeasures = [
  'readers.cardsIssuedToChildren',
  'readers.cardsIssuedToChildrenCounted',
] as const

/** Cards, visits and circulation (M2a.09 to M2a.14). */
export const readerIndicators: readonly Indicator[] = [
  counted('M2a.09a', ['letter2024a'], ...issuedMeasures, ...issuedToChildrenMeasures),
  counted('M2a.09a1', ['letter2024a'], ...issuedToChildrenMeasures),
  counted('M2a.09b', ['letter2024a'], 'readers.cardsRenewed', 'readers.cardsRenewedCounted'),
  counted('M2a.10', ['letter2024a'], ...validMeasures),
  counted('M2a.11', ['letter2024a'], 'readers.visitsOnSite'),
  outsideVisits,
  counted('M2a.13', ['letter2024a', 'decree93'], 'readers.visitsOnline'),
  counted('M2a.14', ['letter2024a'], ...circulationMeasures),
]
