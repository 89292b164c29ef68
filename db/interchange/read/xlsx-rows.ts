import type { Row } from '../../../shared/interchange/table.ts'
import { columnIn, rangeIn } from './cell-reference.ts'
import { plain, shownNumber, unescaped } from './cell-text.ts'
import { mergeFill, type MergeFill } from './merged-cells.ts'
import { rowGatherer, rowsOf, type ReadCell, type RowGatherer } from './row-gatherer.ts'
import { feedAll, xmlFeed, type XmlAttributes, type XmlFeed } from './xml-events.ts'
import type { XlsxParts } from './xlsx.ts'

/** The rows of a sheet, unpacked twice: which cells are merged stands only behind the last row. */
export async function* sheetRows(
  chunks: () => AsyncIterable<Uint8Array>,
  parts: XlsxParts,
): AsyncIterable<Row[]> {
  const merges = mergeFill()
  await readMerges(chunks(), merges)
  const gatherer = rowGatherer(merges)
  yield* rowsOf(chunks(), gatherer, sheetFeed(gatherer, parts))
}

const rowsEnd = Buffer.from('sheetData>')
const slash = 0x2f
/** No closing tag is longer, whatever its prefix. */
const seam = 64
/** Behind the rows stand filters, merges and how the page prints; more than this is not read. */
const mostBehind = 32 * 2 ** 20

async function readMerges(chunks: AsyncIterable<Uint8Array>, merges: MergeFill): Promise<void> {
  try {
    await feedAll(behindRows(chunks), {
      open(name, { ref }) {
        const range = name === 'mergeCell' && ref !== undefined ? rangeIn(ref) : null
        if (range) merges.add(range)
      },
    })
  } catch {
    // The second time through says where the sheet breaks off.
  }
}

async function* behindRows(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let carried: Uint8Array = new Uint8Array()
  /** Null while rows go on. */
  let size: number | null = null
  for await (const chunk of chunks) {
    if (size === null) {
      const end = rowsEndIn(chunk, carried)
      carried = Buffer.concat([carried, chunk.subarray(-seam)]).subarray(-seam)
      if (end === null) continue
      size = 0
      yield Buffer.from('<rest>')
      yield chunk.subarray(end)
    } else {
      size += chunk.length
      if (size > mostBehind) return
      yield chunk
    }
  }
}

/** Where in a chunk the rows have ended; the closing tag may be cut by its beginning. */
function rowsEndIn(chunk: Uint8Array, carried: Uint8Array): number | null {
  const within = behindTag(chunk)
  if (within !== null) return within
  const across = behindTag(Buffer.concat([carried, chunk.subarray(0, seam)]))
  return across === null ? null : Math.max(across - carried.length, 0)
}

function behindTag(bytes: Uint8Array): number | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = buffer.lastIndexOf(rowsEnd)
  return at > 0 && buffer[buffer.lastIndexOf('<', at) + 1] === slash ? at + rowsEnd.length : null
}

type Cell = {
  type: string
  style: number
  column: number
  hasFormula: boolean
  hasValue: boolean
  text: string
}

function sheetFeed(gatherer: RowGatherer, parts: XlsxParts): XmlFeed {
  let at = 0
  let cell: Cell | null = null
  let nextColumn = 0
  /** Within a value, or within the text of a cell that holds it itself. */
  let isText = false
  let isReading = false
  return xmlFeed({
    open(name, attributes) {
      if (name === 'c') {
        cell = cellOf(attributes, nextColumn)
        nextColumn = cell.column + 1
      } else if (name === 'v' && cell) {
        isText = true
        cell.hasValue = true
      } else if (name === 't') isText = cell !== null && !isReading
      else if (name === 'f' && cell) cell.hasFormula = true
      else if (name === 'rPh') isReading = true
      else if (name === 'row') {
        at = Number(attributes['r'] ?? at + 1)
        nextColumn = 0
        gatherer.begin(at)
      }
    },
    text(piece) {
      if (isText && cell) cell.text += piece
    },
    close(name) {
      if (name === 'c' && cell) {
        const read = readCell(cell, parts)
        if (read) gatherer.cell(cell.column, read)
        cell = null
      } else if (name === 'v' || name === 't') isText = false
      else if (name === 'rPh') isReading = false
      else if (name === 'row') gatherer.end()
    },
  })
}

function cellOf(attributes: XmlAttributes, next: number): Cell {
  const named = columnIn(attributes['r'] ?? '')
  return {
    type: attributes['t'] ?? 'n',
    style: Number(attributes['s'] ?? -1),
    column: named < 0 ? next : named,
    hasFormula: false,
    hasValue: false,
    text: '',
  }
}

/** A formula is never worked out: what the program that wrote it last saw stands beside it. */
function readCell({ type, style, hasFormula, hasValue, text }: Cell, parts: XlsxParts): ReadCell | null {
  if (hasFormula && (!hasValue || (text === '' && type !== 'str')))
    return { text: '', problem: { code: 'formula_without_value', detail: '' } }
  switch (type) {
    case 's':
      return text === '' ? null : sharedText(parts.strings.at(Number(text)))
    case 'str':
    case 'inlineStr':
      return { text: unescaped(text) }
    case 'b':
      return { text: text === '1' || text === 'true' ? 'TRUE' : 'FALSE' }
    case 'e':
      return { text: '', problem: { code: 'cell_error', detail: text } }
    case 'd':
      return { text: text.replace(/T00:00:00(?:\.0+)?Z?$/, '') }
    default:
      return text === '' ? null : { text: shownNumber(text, parts.looks[style] ?? plain, parts.is1904) }
  }
}

function sharedText(text: string | null): ReadCell {
  return text === null ? { text: '', problem: { code: 'text_missing', detail: '' } } : { text }
}
