import type { ActivityMeasure } from '../activities/rules.ts'
import type { AssociationMeasure } from '../association/rules.ts'
import type { AcquisitionSource } from '../catalogue/contract.ts'
import type { CooperationMeasure } from '../cooperation/rules.ts'
import type { PriorityClass } from '../digitization/contract.ts'
import type { FacilitiesMeasure } from '../facilities/rules.ts'
import type { PlanMeasure } from '../plans/rules.ts'
import type { ProductMeasure } from '../products/rules.ts'
import type { NetworkMeasure } from '../network/rules.ts'
import type { ReaderMeasure } from '../readers/rules.ts'
import type { RotationMeasure } from '../rotation/rules.ts'
import type { StaffMeasure } from '../staff/rules.ts'
import { counted, share, shareOf, sum } from './formula-parts.ts'
import type { LegalBasis } from './legal-basis.ts'
import type { Nature } from './nature.ts'
import { associationIndicators, cooperationIndicators, donationIndicators } from './partner-indicators.ts'
import { planIndicators } from './plan-indicators.ts'
import {
  exchangeIndicators,
  perPersonIndicator,
  pointIndicators,
  supportedIndicator,
  surveyIndicators,
} from './network-indicators.ts'
import {
  facilityIndicators,
  infrastructureIndicators,
  retrainedIndicator,
  staffIndicators,
} from './resource-indicators.ts'
import { circulationMeasures, readerIndicators, validMeasures } from './reader-indicators.ts'
import { rotationIndicators, sheetVisits } from './rotation-indicators.ts'

export { addingOf, type Adding } from './adding.ts'
export type { LegalBasis } from './legal-basis.ts'
export { quotient } from './formula-parts.ts'
export { natureOf, type Nature } from './nature.ts'
export { byParts, partOf, indicatorParts, type IndicatorPart } from './parts.ts'
export { mainCodeOf, reportLines } from './report-lines.ts'

export type MeasureName =
  | ActivityMeasure
  | AssociationMeasure
  | FacilitiesMeasure
  | 'indicators.given'
  | PlanMeasure
  | NetworkMeasure
  | ReaderMeasure
  | RotationMeasure
  | StaffMeasure
  | 'catalogue.titles'
  | 'catalogue.digitalAcquired'
  | 'catalogue.digitalDocuments'
  | 'catalogue.linksUsed'
  | 'catalogue.serialsTaken'
  | CooperationMeasure
  | 'copies.held'
  | 'copies.titlesHeld'
  | 'copies.accessioned'
  | `copies.accessioned.${AcquisitionSource}`
  | 'copies.titlesAccessioned'
  | `copies.titlesAccessioned.${AcquisitionSource}`
  | 'copies.withdrawn'
  | 'digitization.collected'
  | 'digitization.collections'
  | 'digitization.described'
  | 'digitization.documents'
  | 'digitization.titles'
  | `digitization.titles.${PriorityClass}`
  | 'digitization.pages'
  | `digitization.pages.${PriorityClass}`
  | 'digitization.pagesFirstTime'
  | 'digitization.registered206'
  | 'digitization.digitized206'
  | 'digitization.registeredEndogenous'
  | 'digitization.digitizedEndogenous'
  | 'preservation.copiesChecked'
  | 'preservation.copiesIntact'
  | 'preservation.bytes'
  | 'preservation.safeBytes'
  | ProductMeasure
  | 'stock.openingCopies'
  | 'stock.openingTitles'
  | 'stocktake.extra'
  | 'stocktake.missing'
  | 'stocktake.misplaced'

export type Counts = Readonly<Record<MeasureName, number>>

export type Formula = {
  version: number
  measures: readonly MeasureName[]
  /** Counts in, figure out; null stands for a ratio whose base is 0. */
  compute: (counts: Counts) => number | null
  /** The plain sum of what it measures, in whatever unit. */
  isSum?: true
  /** Nothing counts it: people give it. */
  isByHand?: true
  /** The first day it counts by; the catalogue's own count by their newest at any time. */
  fromOn?: string
}

export type Indicator = {
  code: string
  bases: readonly LegalBasis[]
  formulas: readonly [Formula, ...Formula[]]
  /** Where it is not told by its code (`natureOf`). */
  nature?: Nature
  /** In hundredths of something, of which it cannot be more than all. */
  isShare?: true
  /** From this day on it is no longer told. */
  withdrawnOn?: string
}

const stockMeasures = ['copies.held', 'stock.openingCopies'] as const
/** What came in by source, numbered for good in this order: a4 is legal deposit wherever the code was signed. */
const sourcesInOrder = ['purchase', 'donation', 'exchange', 'deposit', 'project', 'other'] as const

/** Numbered for good in this order: a3 is local history wherever the code was signed. */
const classesInOrder = [
  'rare',
  'ancient',
  'local_history',
  'out_of_copyright',
  'endogenous',
  'special_value',
  'other',
] as const

/** A formula that has been signed with is never edited: a change is a new version at the front. */
export const indicatorList: readonly Indicator[] = [
  counted('g.1', ['ministrySheet'], 'network.points', 'network.ownSites'),
  counted('g.2', ['ministrySheet'], ...stockMeasures),
  counted('g.3a', ['ministrySheet'], 'copies.accessioned'),
  counted('g.3b', ['ministrySheet'], 'catalogue.serialsTaken'),
  counted('g.4', ['ministrySheet'], ...validMeasures),
  sheetVisits,
  counted('g.6', ['ministrySheet'], ...circulationMeasures),
  perPersonIndicator('g.7', 'ministrySheet'),
  ...planIndicators,
  ...pointIndicators,
  ...facilityIndicators,
  ...readerIndicators,
  counted('M2b.01', ['letter2024'], ...stockMeasures),
  {
    code: 'M2b.02',
    bases: ['decree93', 'letter2024'],
    formulas: [
      {
        version: 2,
        measures: ['copies.titlesHeld', 'stock.openingTitles'],
        compute: sum('copies.titlesHeld', 'stock.openingTitles'),
      },
      { version: 1, measures: ['catalogue.titles'], compute: sum('catalogue.titles') },
    ],
  },
  counted('M2b.03', ['decree93', 'letter2024'], 'catalogue.serialsTaken'),
  counted('M2b.04a', ['letter2024'], 'copies.titlesAccessioned'),
  ...sourcesInOrder.map((source, at) =>
    counted(`M2b.04a${at + 1}`, ['letter2024'], `copies.titlesAccessioned.${source}`),
  ),
  counted('M2b.04b', ['letter2024'], 'copies.accessioned'),
  ...sourcesInOrder.map((source, at) =>
    counted(`M2b.04b${at + 1}`, ['letter2024'], `copies.accessioned.${source}`),
  ),
  counted('M2b.05a', ['circular02'], 'copies.withdrawn'),
  {
    code: 'M2b.05b',
    isShare: true,
    bases: ['circular02'],
    formulas: [
      {
        version: 1,
        measures: ['copies.withdrawn', ...stockMeasures],
        compute: (counts) =>
          share(counts['copies.withdrawn'], sum('copies.withdrawn', ...stockMeasures)(counts)),
      },
    ],
  },
  {
    code: 'M2b.06',
    bases: ['letter2024'],
    formulas: [
      { version: 2, measures: ['digitization.documents'], compute: sum('digitization.documents') },
      { version: 1, measures: ['catalogue.digitalDocuments'], compute: sum('catalogue.digitalDocuments') },
    ],
  },
  {
    code: 'M2b.07',
    isShare: true,
    bases: ['letter2024'],
    formulas: [
      {
        version: 2,
        measures: ['digitization.documents', ...stockMeasures],
        compute: (counts) =>
          share(counts['digitization.documents'], sum('digitization.documents', ...stockMeasures)(counts)),
      },
      {
        version: 1,
        measures: ['catalogue.digitalDocuments', ...stockMeasures],
        compute: (counts) =>
          share(
            counts['catalogue.digitalDocuments'],
            sum('catalogue.digitalDocuments', ...stockMeasures)(counts),
          ),
      },
    ],
  },
  counted('M2b.09', ['letter2024'], 'catalogue.digitalAcquired'),
  counted('M2b.10', ['letter2024'], 'catalogue.linksUsed'),
  counted('M2b.08', ['letter2024'], 'digitization.titles'),
  counted('M2b.11', ['letter2024'], 'digitization.pages'),
  ...classesInOrder.map((name, at) =>
    counted(`M2b.12a${at + 1}`, ['letter2024'], `digitization.pages.${name}`),
  ),
  ...classesInOrder.map((name, at) =>
    counted(`M2b.12b${at + 1}`, ['letter2024'], `digitization.titles.${name}`),
  ),
  shareOf('M2b.13', 'letter2024', 'digitization.pagesFirstTime', 'digitization.pages'),
  counted('M2b.14a', ['letter2024'], 'digitization.collections'),
  counted('M2b.14b', ['letter2024'], 'digitization.collected'),
  shareOf('M2b.15', 'letter2024', 'digitization.described', 'digitization.documents'),
  shareOf('M2b.16', 'letter2024', 'preservation.copiesIntact', 'preservation.copiesChecked'),
  {
    code: 'M2b.17a',
    bases: ['letter2024'],
    formulas: [
      {
        version: 1,
        measures: ['preservation.bytes'],
        compute: (counts) => Math.round(counts['preservation.bytes'] / 1e7) / 100,
      },
    ],
  },
  shareOf('M2b.17b', 'letter2024', 'preservation.safeBytes', 'preservation.bytes'),
  perPersonIndicator('M2b.18', 'letter2024'),
  counted('M2b.19a', ['circular02'], 'stocktake.extra'),
  counted('M2b.19b', ['circular02'], 'stocktake.missing'),
  counted('M2b.19c', ['circular02'], 'stocktake.misplaced'),
  counted('M2c.01a', ['letter2024c'], 'products.bibliography'),
  counted('M2c.01b', ['letter2024c'], 'products.review'),
  counted('M2c.01c', ['letter2024c'], 'products.articles'),
  counted('M2c.01d', ['letter2024c'], 'products.other'),
  counted('M2c.02', ['letter2024c'], 'activities.userTrainings'),
  counted('M2c.03', ['letter2024c'], 'activities.userTrainingPeople'),
  counted('M2c.04', ['letter2024c'], 'activities.supports'),
  supportedIndicator,
  counted('M2c.06', ['letter2024c'], 'cooperation.interconnections'),
  counted('M2c.07', ['letter2024c'], 'cooperation.librariesConnected'),
  ...exchangeIndicators,
  counted('M2c.09', ['letter2024c'], 'cooperation.memberships'),
  ...rotationIndicators,
  counted('M2c.12a', ['letter2024c'], 'activities.displays'),
  counted('M2c.12b', ['letter2024c'], 'activities.displayCopies'),
  counted('M2c.12c', ['letter2024c'], 'activities.displayPeople'),
  counted('M2c.13a', ['letter2024c'], 'activities.promotions'),
  counted('M2c.13b', ['letter2024c'], 'activities.promotionPeople'),
  counted('M2c.14', ['letter2024c'], 'activities.media'),
  ...staffIndicators,
  counted('M2d.05a', ['letter2024d'], 'activities.staffTrainings'),
  counted('M2d.05b', ['letter2024d'], 'activities.staffTrainingPeople'),
  ...donationIndicators,
  ...infrastructureIndicators,
  shareOf('D206.03', 'decision206', 'digitization.digitized206', 'digitization.registered206'),
  retrainedIndicator,
  ...surveyIndicators,
  ...cooperationIndicators,
  ...associationIndicators,
  counted('HV.07a', ['decision1862'], 'activities.bookDays'),
  counted('HV.07b', ['decision1862'], 'activities.bookDayPeople'),
  counted('HV.07c', ['decision1862'], 'activities.bookDayGifts'),
]

export const definitionsVersion = 8

export function currentFormula(indicator: Indicator): Formula {
  return indicator.formulas[0]
}

/** What an indicator counts by over a span that ends on a day; nothing where it is not told then. */
export function formulaOn({ formulas, withdrawnOn }: Indicator, day: string): Formula | undefined {
  if (withdrawnOn !== undefined && withdrawnOn <= day) return undefined
  return formulas.find(({ fromOn }) => fromOn === undefined || fromOn <= day)
}

export function findIndicator(code: string): Indicator | undefined {
  return indicatorList.find((indicator) => indicator.code === code)
}

/** A code as part of a key of texts, whose parts are parted by dots: M2b.02 is written M2b_02 there. */
export function textKeyOf(code: string): string {
  return code.replaceAll('.', '_')
}
