import type { TargetFields } from './targets-contract.ts'

/**
 * Values that only single provinces' plans give for Decision 206 (Bình Dương, 17/09/2021); the wording for the whole
 * country is not confirmed, so they are offered and never set.
 */
export const suggestedTargets: readonly Pick<TargetFields, 'indicatorCode' | 'period' | 'value'>[] = [
  { indicatorCode: 'D206.05', period: '2025-12-31', value: 60 },
  { indicatorCode: 'D206.06', period: '2025-12-31', value: 70 },
  { indicatorCode: 'D206.07', period: '2025-12-31', value: 60 },
]
