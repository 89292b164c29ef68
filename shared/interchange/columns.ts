import * as z from 'zod'
import { betterOf, dateOrderIn, targetByContent, titleByContent } from './column-content.ts'
import { targetByHeader } from './header-names.ts'
import { mostColumns, type Row } from './table.ts'
import { columnTargets, joinOf, type ColumnTarget } from './targets.ts'

export const ColumnChoice = z.object({
  /** As it stands above the column. */
  header: z.string().max(1000),
  target: z.enum(columnTargets),
  /** How its days are written, where it has any. */
  dateOrder: z.enum(['dmy', 'mdy']).default('dmy'),
  /** The old Vietnamese encoding of this column alone; '' where it is the file's. */
  encoding: z.string().max(20).default(''),
})
export type ColumnChoice = z.output<typeof ColumnChoice>
/** One choice for each column, in their order. */
export const ColumnMap = z.array(ColumnChoice).max(mostColumns)
export type ColumnMap = z.output<typeof ColumnMap>

/** How far down a table's head is looked for: above it stand the library's name and the register's. */
const rowsSearched = 40

export type Header = {
  headers: string[]
  /** Place of the first row below the head, among the rows it was looked for in. */
  from: number
}

/** The head of a table: the first of the rows most of whose cells are names of columns; null for a table without one. */
export function findHeader(rows: readonly Row[]): Header | null {
  const scores = rows.slice(0, rowsSearched).map(({ cells }) => namesIn(cells))
  const best = Math.max(0, ...scores)
  const at = scores.indexOf(best)
  const isOnlyColumn = best >= 0.9 && filledIn(rows[at]).length === 1
  return best >= 2 || isOnlyColumn ? headerAt(rows, at) : null
}

/** The head that a person points at, with the line below it where that names the parts of “Xuất bản: nơi, nhà, năm”. */
export function headerAt(rows: readonly Row[], at: number): Header {
  const upper = rows[at]?.cells ?? []
  const lower = filledIn(rows[at + 1])
  const isSecondLine =
    lower.length >= 2 &&
    lower.every(([, cell]) => (targetByHeader(cell)?.share ?? 0) >= 0.5) &&
    lower.some(([column]) => (upper[column] ?? '') === '')
  if (!isSecondLine) return { headers: [...upper], from: at + 1 }
  const headers = Array.from(
    { length: Math.max(upper.length, ...lower.map(([column]) => column + 1)) },
    (_, column) => lower.find(([below]) => below === column)?.[1] ?? upper[column] ?? '',
  )
  return { headers, from: at + 2 }
}

function filledIn(row: Row | undefined): [column: number, cell: string][] {
  return (row?.cells ?? []).flatMap((cell, column) => (cell.trim() === '' ? [] : [[column, cell]]))
}

function namesIn(cells: readonly string[]): number {
  const shares = cells.map((cell) => (cell.length > 80 ? 0 : (targetByHeader(cell)?.share ?? 0)))
  return shares.reduce((sum, share) => sum + share, 0)
}

/** What each column most likely is, by its head, and by what stands below it where the head tells nothing. */
export function guessColumns(headers: readonly string[], samples: readonly Row[]): ColumnMap {
  const width = Math.max(headers.length, ...samples.map(({ cells }) => cells.length))
  const cellsOf = (column: number) => samples.map(({ cells }) => cells[column] ?? '')
  const named = Array.from({ length: width }, (_, column) => {
    const guess = targetByHeader(headers[column] ?? '')
    const target = guess?.other ? betterOf(guess.target, guess.other, cellsOf(column)) : guess?.target
    return { column, target: target ?? null, share: guess?.share ?? 0 }
  })
  const chosen = new Map<number, ColumnTarget>()
  const taken = new Set<ColumnTarget>()
  // The surest first, so that “Tên” yields to “Tên sách”.
  for (const { column, target } of named.toSorted((a, b) => b.share - a.share)) {
    if (target === null) continue
    const isFree = !taken.has(target) || joinOf(target) !== null
    chosen.set(column, isFree ? target : 'ignored')
    taken.add(target)
  }
  for (const { column, target } of named) {
    if (target !== null) continue
    const found = targetByContent(cellsOf(column), (each) => !taken.has(each))
    if (found === null) continue
    chosen.set(column, found)
    taken.add(found)
  }
  if (!taken.has('title') && !taken.has('authorAndTitle')) {
    const unknown = named.filter(({ column }) => !chosen.has(column))
    const column = titleByContent(unknown.map(({ column }) => ({ column, cells: cellsOf(column) })))
    if (column !== null) chosen.set(column, 'title')
  }
  const settled = settle(Array.from({ length: width }, (_, column) => chosen.get(column) ?? 'ignored'))
  return settled.map((target, column) => ({
    header: headers[column] ?? '',
    target,
    dateOrder: target === 'accessionedOn' ? dateOrderIn(cellsOf(column)) : 'dmy',
    encoding: '',
  }))
}

/** A remark in a list of titles is the title's, in a register of copies the copy's. */
function settle(targets: readonly ColumnTarget[]): ColumnTarget[] {
  const hasCopies = targets.some((target) => target === 'accessionNumber' || target === 'barcode')
  return targets.map((target) => (target === 'copyNote' && !hasCopies ? 'note' : target))
}
