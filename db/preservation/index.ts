import { textSearchTables } from './texts/search-index.ts'

export { checkBag } from './bag/check.ts'
export { receiptFor } from './check-package.ts'
export { commands } from './commands.ts'
export { due } from './due.ts'
export { jobs } from './jobs.ts'
export { measures } from './measures.ts'
export { mountPoints } from './mounts.ts'
export { placesAt } from './places.ts'
export { queries } from './queries.ts'

export const derived = textSearchTables
