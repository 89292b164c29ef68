/** What the ministry's sheet asks for under a code of its own is one figure with the letter's. */
const sheetCodeOf: Readonly<Record<string, string>> = {
  'M2a.01': 'g.1',
  'M2a.10': 'g.4',
  'M2a.14': 'g.6',
  'M2b.01': 'g.2',
  'M2b.03': 'g.3b',
  'M2b.04b': 'g.3a',
  'M2b.18': 'g.7',
}

const mainCodeOfSheet = new Map(Object.entries(sheetCodeOf).map(([main, sheet]) => [sheet, main]))

/** The code under which a figure that has two is kept. */
export function mainCodeOf(code: string): string {
  return mainCodeOfSheet.get(code) ?? code
}

/** The lines of a report: a figure that has two codes is one line under both. */
export function reportLines<Figure extends { code: string }>(
  figures: readonly Figure[],
): (Figure & { codes: string[] })[] {
  const known = new Set(figures.map(({ code }) => code))
  const doubled = new Set(figures.flatMap(({ code }) => sheetCodeOf[code] ?? []))
  return figures
    .filter(({ code }) => !doubled.has(code))
    .map((figure) => {
      const second = sheetCodeOf[figure.code]
      return {
        ...figure,
        codes: second !== undefined && known.has(second) ? [figure.code, second] : [figure.code],
      }
    })
}
