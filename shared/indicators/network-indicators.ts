import { pointKinds } from '../network/contract.ts'
import { counted, shareOf, sum, quotient } from './formula-parts.ts'
import type { Indicator, LegalBasis } from './formulas.ts'

const ownStock = ['copies.held', 'stock.openingCopies'] as const

/** Copies of the library's own to each person of the territory, in hundredths of a copy. */
export function perPersonIndicator(code: string, basis: LegalBasis): Indicator {
  return {
    code,
    bases: [basis],
    formulas: [
      {
        version: 1,
        measures: [...ownStock, 'network.population'],
        compute: (counts) => {
          const people = counts['network.population']
          return people === 0 ? null : quotient(sum(...ownStock)(counts), people)
        },
      },
    ],
  }
}

/** Libraries and points of the territory (M2a.01), numbered for good in the order of the kinds: a3 is the commune's. */
export const pointIndicators: readonly Indicator[] = [
  counted('M2a.01', ['letter2024a'], 'network.points', 'network.ownSites'),
  ...pointKinds.map((kind, at) =>
    kind === 'provincial'
      ? counted(`M2a.01a${at + 1}`, ['letter2024a'], `network.points.${kind}`, 'network.ownSites')
      : counted(`M2a.01a${at + 1}`, ['letter2024a'], `network.points.${kind}`),
  ),
]

/** A library is a partner of the activity or a point that it supported; a point of such a partner is not counted again. */
export const supportedIndicator: Indicator = {
  code: 'M2c.05',
  bases: ['letter2024c'],
  formulas: [
    {
      version: 2,
      measures: ['activities.librariesSupported', 'network.pointsSupported'],
      compute: sum('activities.librariesSupported', 'network.pointsSupported'),
    },
    {
      version: 1,
      measures: ['activities.librariesSupported'],
      compute: sum('activities.librariesSupported'),
    },
  ],
}

export const exchangeIndicators: readonly Indicator[] = [
  counted('M2c.08', ['letter2024c'], 'network.exchanges'),
  counted('M2c.08a', ['letter2024c'], 'network.documentsSent'),
  counted('M2c.08b', ['letter2024c'], 'network.documentsReceived'),
]

/** What the yearly survey of the territory's libraries says (QĐ 206). */
export const surveyIndicators: readonly Indicator[] = [
  shareOf('D206.05', 'decision206', 'network.withWebsite', 'network.surveyed'),
  shareOf('D206.06', 'decision206', 'digitization.digitizedEndogenous', 'digitization.registeredEndogenous'),
  shareOf('D206.07', 'decision206', 'network.managed', 'network.surveyed'),
]
