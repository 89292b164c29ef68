/** The parts of the letter's outline, in which figures and words are told. */
export const indicatorParts = ['m1', 'm2a', 'm2b', 'm2c', 'm2d', 'm3', 'd206', 'ht', 'hv', 'other'] as const
export type IndicatorPart = (typeof indicatorParts)[number]

/** Where a figure belongs: the ministry's own lines of people served stand with those of the letter. */
export function partOf(code: string): IndicatorPart {
  if (code.startsWith('g.')) return code === 'g.2' || code.startsWith('g.3') || code === 'g.7' ? 'm2b' : 'm2a'
  const head = code.split('.')[0]?.toLowerCase() ?? ''
  return indicatorParts.find((part) => part === head) ?? 'other'
}

/** A list of figures by parts, each in its own order; parts without any are left out. */
export function byParts<Figure extends { code: string }>(
  figures: readonly Figure[],
): { part: IndicatorPart; figures: Figure[] }[] {
  return indicatorParts.flatMap((part) => {
    const own = figures.filter(({ code }) => partOf(code) === part)
    return own.length > 0 ? [{ part, figures: own }] : []
  })
}
