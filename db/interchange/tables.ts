/** The readers of tables alone: whoever only reads a table must not lean on all that taking records in leans on. */
export { linesOf, type TableLine } from './table-lines.ts'
