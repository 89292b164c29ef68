import { unguarded } from '../../../shared/csv.ts'
import type { Row } from '../../../shared/interchange/table.ts'
import { linesOf, type Decode } from './csv-lines.ts'
import { csvParser, delimiters, type Delimiter } from './csv-parser.ts'

export type { Delimiter } from './csv-parser.ts'

const batch = 500
/** How much text the delimiter is guessed from. */
const sampleLength = 65_536

/**
 * The rows of a text table, in batches; they are numbered as a spreadsheet would number them. A delimiter that is not
 * given is guessed from the first lines, or taken from Excel's own first line `sep=;`.
 */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  { decode, delimiter = null }: { decode: Decode; delimiter?: Delimiter | null },
): AsyncIterable<Row[]> {
  let parser = delimiter === null ? null : csvParser(delimiter)
  let sample = ''
  for await (const text of linesOf(bytes, decode)) {
    if (parser) {
      yield* batches(parser.write(text))
      continue
    }
    sample += text
    if (sample.length < sampleLength) continue
    parser = csvParser(delimiterOf(sample))
    yield* batches(withoutSeparatorLine(parser.write(sample)))
  }
  if (parser) yield* batches(parser.end())
  else {
    const last = csvParser(delimiterOf(sample))
    yield* batches(withoutSeparatorLine([...last.write(sample), ...last.end()]))
  }
}

function* batches(rows: readonly Row[]): Iterable<Row[]> {
  for (const row of rows) row.cells = row.cells.map(unguarded)
  for (let at = 0; at < rows.length; at += batch) yield rows.slice(at, at + batch)
}

const separatorLine = /^sep=(.)\s*$/

/** Excel's line about the delimiter is no row, but counts as one. */
function withoutSeparatorLine(rows: Row[]): Row[] {
  const [first] = rows
  const isSeparator = first?.at === 1 && first.cells[0]?.startsWith('sep=') && first.cells.length <= 2
  return isSeparator ? rows.slice(1) : rows
}

/** The delimiter that parts most lines into the same number of cells, and into more than one. */
export function delimiterOf(sample: string): Delimiter {
  const named = separatorLine.exec(sample.slice(0, sample.search(/[\r\n]|$/)))?.[1]
  if (named !== undefined) return named
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }))
    .toSorted((a, b) => b.score - a.score)
  return best && best.score > 0 ? best.delimiter : ','
}

const linesCompared = 60

function evenness(sample: string, delimiter: Delimiter): number {
  const rows = csvParser(delimiter)
    .write(`${sample}\n`)
    .slice(0, linesCompared)
    .filter(({ cells }) => cells.length > 0)
  const widths = rows.map(({ cells }) => cells.length)
  // Empty cells at the end are not counted, so rows are compared with the widest that is common.
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length * 0.8)] ?? 1
  if (usual < 2) return 0
  const near = widths.filter((width) => width > usual / 2 && width <= usual + 1).length
  return (near / widths.length) * Math.sqrt(Math.min(usual, 30))
}
