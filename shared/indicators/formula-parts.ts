import type { Counts, Indicator, LegalBasis, MeasureName } from './formulas.ts'

export const sum =
  (...measures: MeasureName[]) =>
  (counts: Counts): number =>
    measures.reduce((total, measure) => total + counts[measure], 0)

/** With two decimals, rounded half up: multiplied before it is divided, since 1,005 times 100 is less than 100,5. */
export function quotient(part: number, whole: number): number {
  return Math.round((part * 100) / whole) / 100
}

/** In hundredths, with two decimals; every share in a report is computed, never typed. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : quotient(part * 100, whole)
}

/** The sum of what it measures. */
export function counted(code: string, bases: readonly LegalBasis[], ...measures: MeasureName[]): Indicator {
  return { code, bases, formulas: [{ version: 1, measures, compute: sum(...measures), isSum: true }] }
}

/** A part of a whole in hundredths, by two measures. */
export function shareOf(code: string, basis: LegalBasis, part: MeasureName, whole: MeasureName): Indicator {
  const compute = (counts: Counts) => share(counts[part], counts[whole])
  return { code, bases: [basis], isShare: true, formulas: [{ version: 1, measures: [part, whole], compute }] }
}

/** An amount in a larger unit, with two decimals: a million đồng, a dollar of a hundred cents. */
export function amount(code: string, basis: LegalBasis, measure: MeasureName, perUnit: number): Indicator {
  const compute = (counts: Counts) => quotient(counts[measure], perUnit)
  return { code, bases: [basis], formulas: [{ version: 1, measures: [measure], compute, isSum: true }] }
}
