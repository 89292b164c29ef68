import { currentFormula, indicatorList } from './formulas.ts'

/** Each indicator that is counted today, by the version of its formula. */
export function countedNow(): { code: string; version: number }[] {
  return indicatorList
    .filter(({ withdrawnOn }) => withdrawnOn === undefined)
    .map((indicator) => ({ code: indicator.code, version: currentFormula(indicator).version }))
}
