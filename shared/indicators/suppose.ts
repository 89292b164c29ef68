import type { Value } from './contract.ts'
import type { Counts, Formula, MeasureName } from './formulas.ts'

type Part = { measure: MeasureName; value: number; isCollected: boolean }
type Supposed = {
  /** What would be added to a measure. */
  added: ReadonlyMap<string, number>
  /** What a measure would be, whatever was counted. */
  values: ReadonlyMap<string, number>
}

/** A figure as it would be; null where nothing that is supposed bears on it. */
export function supposedFigure(
  { measures, compute }: Pick<Formula, 'measures' | 'compute'>,
  parts: readonly Part[],
  { added, values }: Supposed,
): Pick<Value, 'status' | 'value'> | null {
  if (!measures.some((measure) => added.has(measure) || values.has(measure))) return null
  const byName = new Map(parts.map((part) => [part.measure, part]))
  const isTold = (measure: MeasureName) =>
    added.has(measure) || values.has(measure) || (byName.get(measure)?.isCollected ?? true)
  if (!measures.every(isTold)) return { status: 'not_collected', value: null }
  const counts = Object.fromEntries(
    measures.map((measure) => [
      measure,
      values.get(measure) ?? (byName.get(measure)?.value ?? 0) + (added.get(measure) ?? 0),
    ]),
  ) as Counts
  const value = compute(counts)
  return value === null ? { status: 'zero_base', value } : { status: 'known', value }
}
