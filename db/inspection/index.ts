export { commands } from './commands.ts'
export { jobs } from './jobs.ts'
export { queries } from './queries.ts'
