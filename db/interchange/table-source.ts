import { isAscii } from 'node:buffer'
import {
  findHeader,
  headerAt,
  recallColumns,
  type ColumnMap,
  type ImportProfile,
  type Row,
} from '../../shared/interchange/contract.ts'
import type { Decode, Source } from './read/index.ts'
import { csvRows } from './read/csv.ts'
import { firstSheet, openWorkbook, type Workbook } from './read/sheet.ts'
import { SourceProblem } from './read/index.ts'

/** A workbook is read whole, packed as it is; larger ones are no registers but something else. */
const mostWorkbookBytes = 400 * 2 ** 20
const sampledRows = 200
const sampledBytes = 262_144

export type Table = {
  headers: string[]
  map: ColumnMap
  /** The rows below the head. */
  rows: () => AsyncIterable<Row[]>
}

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

type Choosing = { sheet: string | null; decode: Decode; decodeCell: (cell: string) => string }

async function rowsOf(
  source: Source,
  { sheet, decode, decodeCell }: Choosing,
): Promise<() => AsyncIterable<Row[]>> {
  if (source.kind === 'csv') return () => csvRows(source.chunks(), { decode })
  const workbook = await openSheets(source)
  const named = workbook.sheets.findIndex(({ name }) => name === sheet)
  const at = named < 0 ? firstSheet(workbook) : named
  return () => decodedRows(workbook.rows(at), decodeCell)
}

async function* decodedRows(
  batches: AsyncIterable<Row[]>,
  decodeCell: (cell: string) => string,
): AsyncIterable<Row[]> {
  for await (const rows of batches) yield rows.map((row) => ({ ...row, cells: row.cells.map(decodeCell) }))
}

/** The first rows, by which the head is found and columns are guessed. */
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
): Promise<Table & { samples: Row[] }> {
  const rows = await rowsOf(source, choosing)
  const first = await firstRows(rows())
  const { headers, from } = findHeader(first) ?? headless(first)
  const samples = first.slice(from)
  const map = recallColumns(profile, headers, samples)
  const begin = samples[0]?.at ?? Infinity
  return { headers, map, samples, rows: () => below(rows(), begin) }
}

/** A table that begins with its first line of data. */
function headless(rows: readonly Row[]) {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return rows.length === 0 ? headerAt(rows, 0) : { headers: Array.from({ length: width }, () => ''), from: 0 }
}

async function* below(batches: AsyncIterable<Row[]>, begin: number): AsyncIterable<Row[]> {
  for await (const rows of batches) {
    const wanted = rows.filter(({ at }) => at >= begin)
    if (wanted.length > 0) yield wanted
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
  // Column by column, as people fill them: a name stands beside a number.
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
