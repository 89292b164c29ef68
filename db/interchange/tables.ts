/** The readers of tables alone: whoever only reads a table must not lean on all that taking records in leans on. */
export { csvRows } from './read/csv.ts'
export { decodeUtf8, openSource, SourceProblem } from './read/index.ts'
export { firstSheet } from './read/sheet.ts'
export { openSheets } from './table-source.ts'
