import type { Counts, Formula, MeasureName } from './formulas.ts'

export type PartEffect = { measure: MeasureName; before: number; now: number; effect: number | null }

/**
 * What each part did to a figure, as the parts of before are exchanged for those of now one after another: together
 * they are the whole change. Null where a figure on the way has no base.
 */
export function effectsOfParts(
  { measures, compute }: Pick<Formula, 'measures' | 'compute'>,
  before: Counts,
  now: Counts,
): PartEffect[] {
  let mixed = before
  let last = compute(mixed)
  return measures.map((measure) => {
    mixed = { ...mixed, [measure]: now[measure] }
    const next = compute(mixed)
    const effect = last === null || next === null ? null : toHundredths(next - last)
    last = next
    return { measure, before: before[measure], now: now[measure], effect }
  })
}

/** Differences of figures with two decimals have two decimals, so that 0.3 − 0.1 is 0.2. */
export function toHundredths(value: number): number {
  const rounded = Math.round(value * 100) / 100
  return rounded === 0 ? 0 : rounded
}

export type RowChange = { came: number[]; went: number[]; stayed: number }

/** Both ascending. */
export function rowsChanged(before: readonly number[], now: readonly number[]): RowChange {
  const change: RowChange = { came: [], went: [], stayed: 0 }
  let at = 0
  for (const id of now) {
    for (; at < before.length && (before[at] ?? 0) < id; at++) change.went.push(before[at] ?? 0)
    if (before[at] === id) {
      change.stayed++
      at++
    } else change.came.push(id)
  }
  for (; at < before.length; at++) change.went.push(before[at] ?? 0)
  return change
}
