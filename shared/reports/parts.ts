import { findIndicator } from '../indicators/formulas.ts'

/** The parts of the letter's outline, in which figures and words are told. */
export const reportParts = ['m1', 'm2a', 'm2b', 'm2c', 'm2d', 'm3', 'd206', 'ht', 'hv', 'other'] as const
export type ReportPart = (typeof reportParts)[number]

/** Where a figure belongs: the ministry's own lines of people served stand with those of the letter. */
export function partOf(code: string): ReportPart {
  if (code.startsWith('g.')) return code === 'g.2' || code.startsWith('g.3') || code === 'g.7' ? 'm2b' : 'm2a'
  const head = code.split('.')[0]?.toLowerCase() ?? ''
  return reportParts.find((part) => part === head) ?? 'other'
}

/** A list of figures by parts, each in its own order; parts without any are left out. */
export function byParts<Figure extends { code: string }>(
  figures: readonly Figure[],
): { part: ReportPart; figures: Figure[] }[] {
  return reportParts.flatMap((part) => {
    const own = figures.filter(({ code }) => partOf(code) === part)
    return own.length > 0 ? [{ part, figures: own }] : []
  })
}

/** A figure as a share of another in hundredths; none of nothing, and none of shares, whose share says nothing. */
export function ratioOf(
  code: string,
  figure: { value: number | null; status: string },
  base: { value: number | null; status: string },
): number | null {
  const isKnown = figure.status === 'known' && base.status === 'known'
  if (!isKnown || figure.value === null || !base.value || isShare(code)) return null
  return Math.round((figure.value / base.value) * 10_000) / 100
}

/** Shares are computed over two measures and know the case of nothing to be a share of. */
function isShare(code: string): boolean {
  const formula = findIndicator(code)?.formulas[0]
  if (!formula) return false
  const nothing = Object.fromEntries(formula.measures.map((measure) => [measure, 0]))
  return formula.compute(nothing as Parameters<typeof formula.compute>[0]) === null
}
