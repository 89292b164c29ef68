export { commands } from './commands.ts'
export { openPackageFile } from './crypto.ts'
export { jobs } from './jobs.ts'
export { queries } from './queries.ts'
