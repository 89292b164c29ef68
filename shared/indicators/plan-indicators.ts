import { policyStages } from '../plans/contract.ts'
import { amount, counted, shareOf } from './formula-parts.ts'
import type { Indicator } from './formulas.ts'

const million = 1_000_000

/** What is planned and what it is given (M1). */
export const planIndicators: readonly Indicator[] = [
  counted('M1.01', ['letter2024plan'], 'plans.documents'),
  ...policyStages.map((stage, at) =>
    counted(`M1.01a${at + 1}`, ['letter2024plan'], `plans.documents.${stage}`),
  ),
  counted('M1.02', ['letter2024plan'], 'plans.roadmapsValid'),
  shareOf('M1.03', 'letter2024plan', 'plans.milestonesOnTime', 'plans.milestonesDue'),
  amount('M1.04', 'letter2024plan', 'plans.allocated', million),
  shareOf('M1.05', 'letter2024plan', 'plans.spent', 'plans.allocated'),
]
