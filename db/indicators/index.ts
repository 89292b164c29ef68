export { computeAll } from './compute.ts'
export { freezeFigures, frozenValues } from './frozen.ts'
export { queries } from './queries.ts'
