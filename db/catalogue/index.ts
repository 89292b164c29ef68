import { searchTables } from './search-index.ts'

export { recordErrors } from './checks.ts'
export { commands } from './commands.ts'
export { jobs } from './jobs.ts'
export { closeTogether, ftsQuery, withAccents } from './match.ts'
export { measures } from './measures.ts'
export { queries } from './queries.ts'
export { batchOf, gatherTitles, insertBatch, insertTitles, type NewTitle, type TitleBatch } from './bulk.ts'
export { describedTitles, type DescribedTitle } from './described.ts'
export { parseRecord, recordOf, setRemoved, shownOf, writeRecord } from './records.ts'
export { selectedIds } from './search.ts'
export { searchForms, tagMark, tidySearchTables } from './search-index.ts'
export { startTemplates } from './starter-templates.ts'

export const derived = searchTables
