export { commands, startLibrary } from './commands.ts'
export { queries } from './queries.ts'
