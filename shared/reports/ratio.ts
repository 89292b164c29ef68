import { findIndicator } from '../indicators/formulas.ts'

/** A figure as a share of another in hundredths; none of nothing, and none of shares, whose share says nothing. */
export function ratioOf(
  code: string,
  figure: { value: number | null; status: string },
  base: { value: number | null; status: string },
): number | null {
  const isKnown = figure.status === 'known' && base.status === 'known'
  if (!isKnown || figure.value === null || !base.value || isShare(code)) return null
  return Math.round((figure.value * 10_000) / base.value) / 100
}

/** Shares are computed over two measures and know the case of nothing to be a share of. */
function isShare(code: string): boolean {
  const formula = findIndicator(code)?.formulas[0]
  if (!formula) return false
  const nothing = Object.fromEntries(formula.measures.map((measure) => [measure, 0]))
  return formula.compute(nothing as Parameters<typeof formula.compute>[0]) === null
}
