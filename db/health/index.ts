export { jobs } from './jobs.ts'
export { queries } from './queries.ts'
