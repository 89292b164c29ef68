export { commands } from './commands.ts'
export { queries } from './queries.ts'
