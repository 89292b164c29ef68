import { poolSearch } from './pool-index.ts'

export { commands } from './commands.ts'
export { describedByStandards } from './described-by-standards.ts'
export { jobs } from './jobs.ts'
export { queries } from './queries.ts'

export const derived = [poolSearch]
