import type { Indicator } from './formulas.ts'

/** What stands at the end of a period, what adds up over periods, and what does neither: shares and distinct counts. */
export type Nature = 'at_end' | 'adds_up' | 'neither'

/** Of these a longer period says what its last day says; sums from the first day of the year are among them. */
const atEnd =
  /^(g\.[1247]|g\.3b|M1\.0[245]|M2a\.(0[1-8]|10)|M2b\.(0[12367]|1[04578])|M2c\.0[679]|M2d\.0[124]|D206|HT\.0[15]|HV\.0[13456])/
/** The same title, library or giver may be counted in two periods. */
const distinct = /^(M1\.01|M2b\.04a|M2c\.05|M2c\.10c|M3\.03)/

export function natureOf({ code, formulas, nature }: Indicator): Nature {
  if (nature) return nature
  if (atEnd.test(code)) return 'at_end'
  return formulas[0].isSum && !distinct.test(code) ? 'adds_up' : 'neither'
}
