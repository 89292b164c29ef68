import * as z from 'zod'
import { quotient } from './formula-parts.ts'
import type { Counts, Formula, MeasureName } from './formulas.ts'

const mostTerms = 20

export const Term = z.object({
  measure: z.string().min(1).max(100),
  sign: z.enum(['plus', 'minus']).default('plus'),
})
export type Term = z.output<typeof Term>
const terms = z.array(Term).min(1).max(mostTerms)

/** What a library counts by, as data: measures with signs, or nothing at all where people give the figure by hand. */
export const OwnFormula = z.discriminatedUnion('way', [
  z.object({ way: z.literal('by_hand') }),
  z.object({
    way: z.literal('sum'),
    terms,
    /** How many of what is measured make one of what is told: 1.000.000 đồng, a million. */
    perUnit: z.number().positive().max(1e12).default(1),
  }),
  z.object({ way: z.literal('quotient'), part: terms, whole: terms }),
  /** The same in hundredths. */
  z.object({ way: z.literal('share'), part: terms, whole: terms }),
])
export type OwnFormula = z.output<typeof OwnFormula>
export const ownWays = ['sum', 'share', 'quotient', 'by_hand'] as const

export function measuresIn(formula: OwnFormula): string[] {
  const named = termsIn(formula).map(({ measure }) => measure)
  return [...new Set(named)]
}

export function termsIn(formula: OwnFormula): readonly Term[] {
  switch (formula.way) {
    case 'by_hand':
      return []
    case 'sum':
      return formula.terms
    case 'quotient':
    case 'share':
      return [...formula.part, ...formula.whole]
  }
}

/** Null where the base is 0. */
export function evaluate(formula: OwnFormula, counts: Readonly<Record<string, number>>): number | null {
  switch (formula.way) {
    case 'by_hand':
      return null
    case 'sum':
      return withoutSign(quotient(total(formula.terms, counts), formula.perUnit))
    case 'quotient':
    case 'share': {
      const whole = total(formula.whole, counts)
      const times = formula.way === 'share' ? 100 : 1
      return whole === 0 ? null : withoutSign(quotient(total(formula.part, counts) * times, whole))
    }
  }
}

function total(parts: readonly Term[], counts: Readonly<Record<string, number>>): number {
  return parts.reduce(
    (sum, { measure, sign }) => sum + (counts[measure] ?? 0) * (sign === 'plus' ? 1 : -1),
    0,
  )
}

/** Nothing is 0, never -0, which is another number where values are compared and hashed. */
function withoutSign(value: number): number {
  return value === 0 ? 0 : value
}

/** The same as the catalogue's own formulas; its measures were checked when it was written. */
export function formulaOf(version: number, formula: OwnFormula): Formula {
  return {
    version,
    measures: measuresIn(formula) as MeasureName[],
    compute: (counts: Counts) => evaluate(formula, counts),
    ...(formula.way === 'by_hand' && { isByHand: true }),
    ...(formula.way === 'sum' && { isSum: true }),
  }
}
