import {
  mostColumns,
  type ReadingCode,
  type Row,
  type RowProblem,
} from '../../../shared/interchange/table.ts'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = string

/** Text in, rows out; a row that the text breaks off in waits for the rest. */
export type CsvParser = { write: (text: string) => Row[]; end: () => Row[] }

/** A quoted cell longer than this was never closed: no text of a catalogue is, and the rest of the file would be its. */
const longestQuoted = 256 * 1024

type Parsed = { cells: string[]; end: number; notes: [column: number, code: ReadingCode, detail: string][] }

/** RFC 4180, and what programs that never read it write: bare quotes, text behind a closing quote, any line break. */
export function csvParser(delimiter: Delimiter): CsvParser {
  let rest = ''
  let at = 0
  const read = (text: string, isEnd: boolean) => {
    const rows: Row[] = []
    let from = 0
    while (from < text.length) {
      const parsed = rowAt(text, from, { delimiter, isEnd })
      if (!parsed) break
      from = parsed.end
      at += 1
      const row = rowOf(at, parsed)
      if (row) rows.push(row)
    }
    rest = text.slice(from)
    return rows
  }
  return { write: (text) => read(rest + text, false), end: () => read(rest, true) }
}

function rowOf(at: number, { cells, notes }: Parsed): Row | null {
  const problems = notes.map(([column, code, detail]): RowProblem<ReadingCode> => ({
    at,
    column,
    code,
    detail,
  }))
  if (cells.length > mostColumns) {
    const beyond = cells.slice(mostColumns).find((cell) => cell !== '')
    cells.length = mostColumns
    if (beyond !== undefined)
      problems.push({ at, column: null, code: 'too_many_columns', detail: beyond.slice(0, 100) })
  }
  while (cells.length > 0 && cells.at(-1) === '') cells.pop()
  const undecoded = cells.findIndex((cell) => cell.includes('\uFFFD'))
  if (undecoded >= 0)
    problems.push({
      at,
      column: undecoded,
      code: 'text_undecoded',
      detail: (cells[undecoded] ?? '').slice(0, 200),
    })
  return cells.length > 0 || problems.length > 0 ? { at, cells, problems } : null
}

type Frame = { delimiter: Delimiter; isEnd: boolean }

/** Null while the row may go on behind the text. */
function rowAt(text: string, from: number, frame: Frame): Parsed | null {
  const line = lineEnd(text, from, frame)
  const isPlain = line !== null && !text.slice(from, line.end).includes('"')
  if (isPlain) return { cells: text.slice(from, line.end).split(frame.delimiter), end: line.next, notes: [] }
  return quotedRow(text, from, frame)
}

/** Where a line ends and the next begins; null where that is not to be seen yet. */
function lineEnd(text: string, from: number, { isEnd }: Frame): { end: number; next: number } | null {
  const feed = text.indexOf('\n', from)
  const line = feed < 0 ? text.length : feed
  const turn = text.slice(from, line).indexOf('\r')
  if (turn >= 0) {
    const end = from + turn
    if (end + 1 === text.length && !isEnd) return null
    return { end, next: text[end + 1] === '\n' ? end + 2 : end + 1 }
  }
  if (feed < 0 && !isEnd) return null
  return { end: line, next: Math.min(line + 1, text.length) }
}

function quotedRow(text: string, from: number, frame: Frame): Parsed | null {
  const cells: string[] = []
  const notes: Parsed['notes'] = []
  let at = from
  for (;;) {
    const cell = cellAt(text, at, frame)
    if (!cell) return null
    if (cell.note) notes.push([cells.length, cell.note, cell.text.slice(0, 200)])
    cells.push(cell.text)
    at = cell.end
    if (text.startsWith(frame.delimiter, at)) {
      at += frame.delimiter.length
      continue
    }
    const line = lineEnd(text, at, frame)
    return line ? { cells, end: line.next, notes } : null
  }
}

type CellAt = { text: string; end: number; note?: ReadingCode }

function cellAt(text: string, from: number, frame: Frame): CellAt | null {
  let open = from
  while (text[open] === ' ') open += 1
  if (text[open] !== '"') return bareCell(text, from, frame)
  let close = text.indexOf('"', open + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  const isTooLong = (close < 0 ? text.length : close) - open > longestQuoted
  if (isTooLong || (close < 0 && frame.isEnd)) return bareCell(text, from, frame, 'quote_unclosed')
  // The quote at the end of the text may be the first half of a doubled one.
  if (close < 0 || (close + 1 === text.length && !frame.isEnd)) return null
  let behind = close + 1
  while (text[behind] === ' ') behind += 1
  const isClosed =
    behind === text.length || '\r\n'.includes(text[behind] ?? '') || text.startsWith(frame.delimiter, behind)
  if (isClosed) return { text: text.slice(open + 1, close).replaceAll('""', '"'), end: behind }
  // A quote that opens a title, not a cell: “"Đất rừng" phương Nam”.
  return bareCell(text, from, frame, 'quote_stray')
}

/** Everything up to the next delimiter or line break, as it stands. */
function bareCell(text: string, from: number, frame: Frame, note?: ReadingCode): CellAt | null {
  const line = lineEnd(text, from, frame)
  if (!line) return null
  const delimiter = text.slice(from, line.end).indexOf(frame.delimiter)
  const end = delimiter < 0 ? line.end : from + delimiter
  return { text: text.slice(from, end), end, ...(note ? { note } : {}) }
}
