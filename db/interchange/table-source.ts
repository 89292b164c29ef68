import { isAscii } from 'node:buffer'
import {
  findHeader,
  headerAt,
  recallColumns,
  type ColumnMap,
  type ImportProfile,
  type Row,
} from '../../shared/interchange/contract.ts'
import {
  asWestern,
  decodeText,
  guessTexts,
  isCellEncoding,
  textEncodings,
} from '../../shared/legacy/rules.ts'
import { decodeCellFor, type Letters } from './letters.ts'
import { csvRows } from './read/csv.ts'
import { decodeUtf8, SourceProblem, type Source } from './read/index.ts'
import { firstSheet, openWorkbook, type Workbook } from './read/sheet.ts'

/** A workbook is read whole, packed as it is; larger ones are no registers but something else. */
const mostWorkbookBytes = 400 * 2 ** 20
const sampledRows = 200
const sampledBytes = 262_144
/** How sure a column has to be that it is in other letters than the rest. */
const sureOfColumn = 0.9

export type Table = {
  headers: string[]
  map: ColumnMap
  samples: Row[]
  /** The rows below the head, their cells as they are meant. */
  rows: () => AsyncIterable<Row[]>
}
type Choosing = { sheet: string | null; letters: Letters }
type Rows = () => AsyncIterable<Row[]>

export async function openSheets(source: Source): Promise<Workbook> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of source.chunks()) {
    size += chunk.length
    if (size > mostWorkbookBytes) throw new SourceProblem('archive_bomb', source.name)
    parts.push(chunk)
  }
  const workbook = await openWorkbook(Buffer.concat(parts))
  if ('problem' in workbook) throw new SourceProblem(workbook.problem.code, source.name)
  return workbook
}

/** Cells as characters: those of a text file that is no UTF-8 as the West would read it, to be decoded column by column. */
async function rawRows(source: Source, { sheet, letters }: Choosing): Promise<Rows> {
  if (source.kind === 'csv') {
    const decode = letters.encoding === 'utf8' && letters.others.length === 0 ? decodeUtf8 : asWestern
    return () => csvRows(source.chunks(), { decode })
  }
  const workbook = await openSheets(source)
  const named = workbook.sheets.findIndex(({ name }) => name === sheet)
  const at = named < 0 ? firstSheet(workbook) : named
  return () => workbook.rows(at)
}

async function firstRows(batches: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of batches) {
    rows.push(...batch)
    if (rows.length >= sampledRows) break
  }
  return rows.slice(0, sampledRows)
}

/** A table with what its columns are, as the profile remembers them or as they look. */
export async function openTable(
  source: Source,
  profile: Pick<ImportProfile, 'columns'>,
  choosing: Choosing,
): Promise<Table> {
  const rows = await rawRows(source, choosing)
  const decodeCell = decodeCellFor(choosing.letters)
  const raw = await firstRows(rows())
  const first = raw.map((row) => ({ ...row, cells: row.cells.map(decodeCell) }))
  const { headers, from } = findHeader(first) ?? headless(first)
  const guessed = recallColumns(profile, headers, first.slice(from))
  const map = guessed.map((choice, column) => ({
    ...choice,
    encoding: choice.encoding || encodingOfColumn(raw.slice(from), column, choosing.letters),
  }))
  const decoded = rowDecoder(map, decodeCell)
  const begin = first[from]?.at ?? Infinity
  return { headers, map, samples: raw.slice(from).map(decoded), rows: () => below(rows(), begin, decoded) }
}

/** A column may be typed in another font than the rest of the sheet; '' where it is as the file is. */
function encodingOfColumn(rows: readonly Row[], column: number, { encoding }: Letters): string {
  const cells = rows
    .flatMap(({ cells: all }) => all[column] ?? '')
    .filter((cell) => /[^\p{ASCII}]/u.test(cell))
  if (cells.length < 5) return ''
  const guess = guessTexts(cells)
  return guess.encoding !== encoding && guess.confidence >= sureOfColumn ? guess.encoding : ''
}

function rowDecoder(map: ColumnMap, decodeCell: (cell: string) => string): (row: Row) => Row {
  const decoders = map.map(({ encoding }) => {
    const known = textEncodings.find((each) => each === encoding)
    return known && isCellEncoding(known) ? (cell: string) => decodeText(cell, known) : decodeCell
  })
  return (row) => ({ ...row, cells: row.cells.map((cell, column) => (decoders[column] ?? decodeCell)(cell)) })
}

/** A table that begins with its first line of data. */
function headless(rows: readonly Row[]) {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return rows.length === 0 ? headerAt(rows, 0) : { headers: Array.from({ length: width }, () => ''), from: 0 }
}

async function* below(
  batches: AsyncIterable<Row[]>,
  begin: number,
  decoded: (row: Row) => Row,
): AsyncIterable<Row[]> {
  for await (const rows of batches) {
    const wanted = rows.filter(({ at }) => at >= begin)
    if (wanted.length > 0) yield wanted.map(decoded)
  }
}

/** What a table's letters are guessed from: bytes of a text file, cells of a workbook. */
export async function sampleRows(source: Source): Promise<{ bytes: Uint8Array[] | null; cells: string[] }> {
  if (source.kind === 'csv') {
    const lines: Uint8Array[] = []
    let size = 0
    for await (const chunk of source.chunks()) {
      size += chunk.length
      lines.push(...linesIn(chunk).filter((line) => !isAscii(line)))
      if (size > sampledBytes) break
    }
    return { bytes: lines.slice(0, sampledRows * 2), cells: [] }
  }
  const workbook = await openSheets(source)
  const rows = await firstRows(workbook.rows(firstSheet(workbook)))
  return {
    bytes: null,
    cells: rows.flatMap(({ cells }) => cells).filter((cell) => /[^\p{ASCII}]/u.test(cell)),
  }
}

function linesIn(chunk: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let at = 0; at < chunk.length;) {
    const end = chunk.indexOf(0x0a, at)
    const to = end < 0 ? chunk.length : end
    lines.push(Uint8Array.from(chunk.subarray(at, to)))
    at = to + 1
  }
  return lines
}
