import { searchTables } from './search-index.ts'

export { commands } from './commands.ts'
export { due, unprovedBetween } from './due.ts'
export { heldSessions } from './held.ts'
export { heldList, type HeldActivity } from './held-list.ts'
export { jobs } from './jobs.ts'
export { measures } from './measures.ts'
export { queries } from './queries.ts'
export { typeByCode } from './types.ts'

export const derived = searchTables
