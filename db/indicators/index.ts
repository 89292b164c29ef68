export { commands } from './commands.ts'
export { compute, computeValues } from './compute.ts'
export {
  changedFigures,
  figuresAreIntact,
  freezeFigures,
  frozenComparisons,
  frozenValues,
  officialValues,
  packedAnew,
  restatedAreIntact,
  signedBefore,
} from './frozen.ts'
export { earlierValues } from './earlier-reading.ts'
export { jobs } from './jobs.ts'
export { progressOf } from './progress.ts'
export { allIndicators } from './own-reading.ts'
export { queries } from './queries.ts'
export { signedPeriod } from './signed-period.ts'
