import type { Value } from '../../shared/indicators/contract.ts'
import {
  currentFormula,
  indicatorList,
  type Indicator,
  type MeasureName,
} from '../../shared/indicators/formulas.ts'
import { measures as catalogue } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import type { Measure, Span } from '../measures.ts'

/** Every module's measures; a name the formulas use and nobody measures does not compile. */
export const measures: Record<MeasureName, Measure> = { ...catalogue }

export type Computed = Value & { parameters: Span; rows: { measure: MeasureName; ids: number[] }[] }

export function computeAll(db: Reader, span: Span): Promise<Computed[]> {
  return Promise.all(indicatorList.map((indicator) => compute(db, indicator, span)))
}

export async function compute(db: Reader, indicator: Indicator, span: Span): Promise<Computed> {
  const formula = currentFormula(indicator)
  const rows = await Promise.all(
    formula.measures.map(async (measure) => ({ measure, ids: await measures[measure].rows(db, span) })),
  )
  const counts = Object.fromEntries(rows.map(({ measure, ids }) => [measure, ids.length])) as Record<
    MeasureName,
    number
  >
  const value = formula.compute(counts)
  const status = value === null ? 'zero_base' : 'known'
  return { code: indicator.code, version: formula.version, status, value, parameters: span, rows }
}

export function findIndicator(code: string): Indicator | undefined {
  return indicatorList.find((indicator) => indicator.code === code)
}
