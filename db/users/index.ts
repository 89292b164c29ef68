export { commands } from './commands.ts'
export { queries } from './queries.ts'
export { requireOwnPassword, requirePassword } from './sessions.ts'
