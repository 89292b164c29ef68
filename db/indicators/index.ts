export { compute, computeAll } from './compute.ts'
export { figuresAreIntact, freezeFigures, frozenComparisons, frozenValues, signedBefore } from './frozen.ts'
export { jobs } from './jobs.ts'
export { queries } from './queries.ts'
