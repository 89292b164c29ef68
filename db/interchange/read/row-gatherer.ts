import type { MergeFill } from './merged-cells.ts'
import {
  mostColumns,
  type Row,
  type RowProblem,
  type ReadingCode,
} from '../../../shared/interchange/table.ts'

/** A cell's text, and the problem it came with. */
export type ReadCell = { text: string; problem?: { code: ReadingCode; detail: string } }

/** Cells in the order of the file, gathered into rows; rows without text and cells without end are left out. */
export type RowGatherer = {
  /** A row begins; its number counts from 1. */
  begin: (at: number) => void
  cell: (column: number, cell: ReadCell) => void
  note: (column: number, code: ReadingCode, detail: string) => void
  end: () => void
  /** What has come together since it was last asked. */
  take: () => Row[]
  lastAt: () => number
}

/** Excel's own last row; a file that goes further is no table. */
const mostRows = 1_048_576

export function rowGatherer(merges: MergeFill): RowGatherer {
  let rows: Row[] = []
  let at = 0
  let cells: string[] = []
  let problems: RowProblem<ReadingCode>[] = []
  let isTooWide = false
  const note = (column: number | null, code: ReadingCode, detail: string) =>
    void problems.push({ at, column, code, detail })
  return {
    begin(next) {
      at = next
      cells = []
      problems = []
      isTooWide = false
    },
    cell(column, { text, problem }) {
      if (problem) note(column, problem.code, problem.detail)
      if (text === '') return
      if (column >= mostColumns) {
        if (!isTooWide) note(null, 'too_many_columns', text.slice(0, 100))
        isTooWide = true
        return
      }
      while (cells.length < column) cells.push('')
      cells[column] = text
    },
    note,
    end() {
      if (at > mostRows) throw new Error('too many rows')
      if (cells.length > 0) merges.fill(at, cells, (column, range) => note(column, 'merged_cells', range))
      if (cells.length > 0 || problems.length > 0) rows.push({ at, cells, problems })
    },
    take() {
      const taken = rows
      rows = []
      return taken
    },
    lastAt: () => at,
  }
}

/** The rows of a sheet that streams by; where it breaks off, what was read stands and the last row says so. */
export async function* rowsOf(
  chunks: AsyncIterable<Uint8Array>,
  gatherer: RowGatherer,
  feed: { write: (bytes: Uint8Array) => void; end: () => void; problem: () => string | null },
): AsyncIterable<Row[]> {
  let broken: string | null = null
  const iterator = chunks[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await iterator.next()
      if (next.done) break
      feed.write(next.value)
      const rows = gatherer.take()
      if (rows.length > 0) yield rows
    }
    feed.end()
  } catch (error) {
    broken = error instanceof Error ? error.message : String(error)
  } finally {
    await iterator.return?.()
  }
  const rest = gatherer.take()
  if (rest.length > 0) yield rest
  broken ??= feed.problem()
  if (broken !== null) yield [brokenAfter(gatherer.lastAt(), broken)]
}

export function brokenAfter(at: number, detail: string): Row {
  return { at: at + 1, cells: [], problems: [{ at: at + 1, column: null, code: 'sheet_broken', detail }] }
}
