export { commands } from './commands.ts'
export { due } from './due.ts'
export { jobs } from './jobs.ts'
export { queries } from './queries.ts'
