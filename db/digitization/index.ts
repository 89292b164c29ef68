export { recordCounts } from './counts.ts'
export { queries } from './queries.ts'
export { jobsOfTitle, requireJob } from './reading.ts'
export { requireRights } from './rights.ts'
