import type { Value } from '../indicators/contract.ts'
import { addingOf } from '../indicators/formulas.ts'
import type { UnitFigure } from './units.ts'

type Stated = Pick<Value, 'status' | 'value'>
/** The figures of one unit, by code. */
export type ByCode = ReadonlyMap<string, Stated>

type Added = Pick<UnitFigure, 'manner' | 'total' | 'together' | 'lacking'>

/** What a figure comes to over the units that reported it; `expected` counts those that should have. */
export function addUp(
  code: string,
  { units, own, expected }: { units: readonly ByCode[]; own: ByCode; expected: number },
): Added {
  const adding = addingOf(code)
  const known = units.filter((unit) => numberOf(unit, code) !== null)
  const lacking = expected - known.length
  if (adding.manner === 'distinct' || (adding.manner === 'share' && adding.parts === null))
    return { manner: adding.manner, total: null, together: null, lacking }
  const over = (of: readonly ByCode[]) =>
    adding.manner === 'share' && adding.parts ? shareOver(of, adding.parts) : sumOver(of, [code])
  const hasOwn = numberOf(own, code) !== null
  return {
    manner: adding.manner,
    total: over(known),
    together: over(hasOwn ? [...known, own] : known),
    lacking,
  }
}

/** Null where nobody knows anything, which is never 0. */
function sumOver(of: readonly ByCode[], codes: readonly string[]): number | null {
  if (of.length === 0) return null
  let sum = 0
  for (const unit of of) for (const code of codes) sum += numberOf(unit, code) ?? 0
  return rounded(sum)
}

/** Only over those that know every part; else part and whole would be of different libraries. */
function shareOver(
  of: readonly ByCode[],
  { part, whole }: { part: readonly string[]; whole: readonly string[] },
): number | null {
  const whoKnow = of.filter((unit) => [...part, ...whole].every((code) => numberOf(unit, code) !== null))
  if (whoKnow.length < of.length) return null
  const base = sumOver(whoKnow, whole)
  const share = sumOver(whoKnow, part)
  return base === null || share === null || base === 0 ? null : rounded((share / base) * 100)
}

function numberOf(unit: ByCode, code: string): number | null {
  const stated = unit.get(code)
  return stated?.status === 'known' ? stated.value : null
}

/** As figures are, so that 0.1 + 0.2 is 0.3. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
