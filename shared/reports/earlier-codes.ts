import { reportLines } from '../indicators/formulas.ts'
import type { Compared } from './contract.ts'

type Figure = { code: string; previous: Compared; samePeriodLastYear: Compared }
export type EarlierCodes = { which: 'previous' | 'lastYear'; source: string; codes: string[] }

/** Which figures are compared with reports from before the program, by the report and the column. */
export function earlierCodes(figures: readonly Figure[]): EarlierCodes[] {
  const found: EarlierCodes[] = []
  for (const { codes, previous, samePeriodLastYear } of reportLines(figures)) {
    for (const [which, { earlierSource: source }] of [
      ['previous', previous],
      ['lastYear', samePeriodLastYear],
    ] as const) {
      if (source === undefined) continue
      const known = found.find((each) => each.which === which && each.source === source)
      if (known) known.codes.push(...codes)
      else found.push({ which, source, codes: [...codes] })
    }
  }
  return found
}
