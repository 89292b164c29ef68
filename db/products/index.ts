export { commands } from './commands.ts'
export { jobs } from './jobs.ts'
export { measures } from './measures.ts'
export { queries } from './queries.ts'
