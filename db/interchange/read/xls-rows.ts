import type { Row } from '../../../shared/interchange/table.ts'
import { record, recordsFrom, rkNumber, textAt, type BiffRecord } from './biff.ts'
import { plain, shownNumber } from './cell-text.ts'
import { mergeFill } from './merged-cells.ts'
import { brokenAfter, rowGatherer, type ReadCell } from './row-gatherer.ts'
import type { XlsBook } from './xls.ts'

type Cell = ReadCell & { column: number }
type CellsByRow = Map<number, Cell[]>

const batch = 500

/** The rows of a sheet; at most 65,536, so they may stand in memory: merges come behind them, and rows in any order. */
export async function* xlsRows(book: XlsBook, at: number): AsyncIterable<Row[]> {
  const merges = mergeFill()
  const gatherer = rowGatherer(merges)
  const cellsByRow: CellsByRow = new Map()
  const broken = readSheet(book, at, {
    cell(row, cell) {
      const cells = cellsByRow.get(row)
      if (cells) cells.push(cell)
      else cellsByRow.set(row, [cell])
    },
    merge: merges.add,
  })
  const rows = [...cellsByRow].toSorted(([a], [b]) => a - b)
  for (const [at, [row, cells]] of rows.entries()) {
    gatherer.begin(row + 1)
    for (const cell of cells) gatherer.cell(cell.column, cell)
    gatherer.end()
    if (at % batch === batch - 1) yield gatherer.take()
  }
  yield gatherer.take()
  if (broken !== null) yield [brokenAfter(gatherer.lastAt(), broken)]
}

type Found = {
  cell: (row: number, cell: Cell) => void
  merge: (range: { top: number; bottom: number; column: number }) => void
}

/** Null when the sheet came to its end, else why it did not. */
function readSheet(book: XlsBook, at: number, found: Found): string | null {
  /** The text that a formula gave stands in the record behind it. */
  let waiting: { row: number; column: number } | null = null
  /** A chart in the sheet is a part of its own within it. */
  let depth = 0
  try {
    for (const each of recordsFrom(book.stream, at)) {
      if (each.id === record.bof) depth += 1
      else if (depth === 0) return 'no sheet'
      if (each.id === record.eof) depth -= 1
      if (depth === 0) return null
      if (depth > 1) continue
      if (waiting && each.id === record.string) {
        const text = textAt(each.data, 0, { lengthBytes: 2, is95: book.is95 })
        found.cell(waiting.row, { column: waiting.column, text })
        waiting = null
      } else if (each.id === record.formula) waiting = formula(book, each, found)
      else readRecord(book, each, found)
    }
    return 'cut off'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function readRecord(book: XlsBook, { id, data, view }: BiffRecord, found: Found): void {
  const short = (at: number) => view.getUint16(at, true)
  const number = (column: number, style: number, value: number) =>
    found.cell(short(0), { column, ...numberCell(book, style, value) })
  switch (id) {
    case record.labelSst:
      return found.cell(short(0), { column: short(2), text: book.strings[view.getUint32(6, true)] ?? '' })
    case record.label:
    case record.richString:
      return found.cell(short(0), {
        column: short(2),
        text: textAt(data, 6, { lengthBytes: 2, is95: book.is95 }),
      })
    case record.number:
      return number(short(2), short(4), view.getFloat64(6, true))
    case record.rk:
      return number(short(2), short(4), rkNumber(view.getInt32(6, true)))
    case record.mulRk:
      for (let at = 4, column = short(2); at + 6 <= data.length - 2; at += 6, column += 1)
        number(column, short(at), rkNumber(view.getInt32(at + 2, true)))
      return
    case record.boolErr:
      return found.cell(short(0), { column: short(2), ...flagCell(data[6] ?? 0, data[7] === 1) })
    case record.mergeCells:
      for (let at = 2; at + 8 <= data.length; at += 8)
        found.merge({ top: short(at) + 1, bottom: short(at + 2) + 1, column: short(at + 4) })
  }
}

function numberCell({ looks, is1904 }: XlsBook, style: number, value: number): ReadCell {
  return { text: shownNumber(value, looks[style] ?? plain, is1904) }
}

const errorTexts: Record<number, string> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
}

function flagCell(value: number, isError: boolean): ReadCell {
  if (!isError) return { text: value === 0 ? 'FALSE' : 'TRUE' }
  return { text: '', problem: { code: 'cell_error', detail: errorTexts[value] ?? '#N/A' } }
}

/** The value last worked out; whose turn it is when that is a text, which comes next. */
function formula(
  book: XlsBook,
  { data, view }: BiffRecord,
  found: Found,
): { row: number; column: number } | null {
  const [row, column] = [view.getUint16(0, true), view.getUint16(2, true)]
  if (view.getUint16(12, true) !== 0xffff) {
    found.cell(row, { column, ...numberCell(book, view.getUint16(4, true), view.getFloat64(6, true)) })
    return null
  }
  const kind = data[6]
  if (kind === 0) return { row, column }
  if (kind === 1 || kind === 2) found.cell(row, { column, ...flagCell(data[8] ?? 0, kind === 2) })
  return null
}
