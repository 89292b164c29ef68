import type { Value } from '../../shared/indicators/contract.ts'
import {
  currentFormula,
  indicatorList,
  type Indicator,
  type MeasureName,
} from '../../shared/indicators/formulas.ts'
import { measures as catalogue } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import { measures as copies } from '../copies/index.ts'
import type { Measure, Span } from '../measures.ts'
import { measures as stock } from '../stock/index.ts'

/** Every module's measures; a name the formulas use and nobody measures does not compile. */
export const measures: Record<MeasureName, Measure> = { ...catalogue, ...copies, ...stock }

/** What a measure found: its rows, and what they weigh where that is not their number. */
export type Measured = { measure: MeasureName; ids: readonly number[]; weight?: number }
export type Computed = Value & { parameters: Span; rows: Measured[] }

/** Several indicators rest on one measure, which is counted once. */
export async function computeAll(db: Reader, span: Span): Promise<Computed[]> {
  const measureOnce = onceEach((measure) => measured(db, span, measure))
  const computed = []
  for (const indicator of indicatorList) computed.push(await computeWith(measureOnce, indicator, span))
  return computed
}

export function compute(db: Reader, indicator: Indicator, span: Span): Promise<Computed> {
  return computeWith((measure) => measured(db, span, measure), indicator, span)
}

async function computeWith(
  measure: (name: MeasureName) => Promise<Measured>,
  indicator: Indicator,
  span: Span,
): Promise<Computed> {
  const formula = currentFormula(indicator)
  const rows = await Promise.all(formula.measures.map(measure))
  const counts = Object.fromEntries(
    rows.map(({ measure: name, ids, weight }) => [name, weight ?? ids.length]),
  ) as Record<MeasureName, number>
  const value = formula.compute(counts)
  const status = value === null ? 'zero_base' : 'known'
  return { code: indicator.code, version: formula.version, status, value, parameters: span, rows }
}

async function measured(db: Reader, span: Span, measure: MeasureName): Promise<Measured> {
  const { rows, weigh } = measures[measure]
  const ids = await rows(db, span)
  return weigh ? { measure, ids, weight: await weigh(db, span) } : { measure, ids }
}

function onceEach(work: (measure: MeasureName) => Promise<Measured>) {
  const known = new Map<MeasureName, Promise<Measured>>()
  return (measure: MeasureName): Promise<Measured> => {
    const result = known.get(measure) ?? work(measure)
    known.set(measure, result)
    return result
  }
}
