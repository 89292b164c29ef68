import type { CandidateRules } from '../../shared/weeding/contract.ts'

/** Whether any rule looks for candidates; without one nothing is proposed. */
export function hasRule(rules: CandidateRules): boolean {
  return (
    rules.surplusAbove !== null ||
    rules.conditions.length > 0 ||
    rules.isOutdated ||
    rules.missingMonths !== null ||
    rules.unusedYears !== null ||
    rules.scopeLanguages.length > 0 ||
    rules.scopeMaterials.length > 0
  )
}

/** The list with a value in it, or without it. */
export function toggled<Value>(values: readonly Value[], value: Value, isIn: boolean): Value[] {
  const rest = values.filter((each) => each !== value)
  return isIn ? [...rest, value] : rest
}
