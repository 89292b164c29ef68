import { counted, sum } from './formula-parts.ts'
import type { Indicator } from './formulas.ts'

/** Stock and services that travel (M2c.10, M2c.11); stock rotated is no circulation of the library's own. */
export const rotationIndicators: readonly Indicator[] = [
  counted('M2c.10a', ['letter2024c'], 'rotation.shipments'),
  counted('M2c.10b', ['letter2024c'], 'rotation.copies'),
  counted('M2c.10c', ['letter2024c'], 'rotation.points'),
  counted('M2c.11a', ['letter2024c'], 'rotation.sessions'),
  counted('M2c.11b', ['letter2024c'], 'rotation.sessionReaders'),
  counted('M2c.11c', ['letter2024c'], 'rotation.sessionDocuments'),
]

const outside = ['rotation.outsideCounted', 'rotation.outsideMobile'] as const
/** Of a place and a month either the desk's count speaks or the sessions of the vehicle, never both. */
export const outsideVisits: Indicator = {
  code: 'M2a.12',
  bases: ['letter2024a'],
  formulas: [
    { version: 2, measures: outside, compute: sum(...outside) },
    { version: 1, measures: ['readers.visitsOutside'], compute: sum('readers.visitsOutside') },
  ],
}

const visits = ['readers.visits', 'rotation.outsideMobile'] as const
export const sheetVisits: Indicator = {
  code: 'g.5',
  bases: ['ministrySheet'],
  formulas: [
    { version: 2, measures: visits, compute: sum(...visits) },
    { version: 1, measures: ['readers.visits'], compute: sum('readers.visits') },
  ],
}
