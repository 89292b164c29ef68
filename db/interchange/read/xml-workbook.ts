import type { Row } from '../../../shared/interchange/table.ts'
import { numberText } from './cell-text.ts'
import { mergeFill, type MergeFill } from './merged-cells.ts'
import { rowGatherer, rowsOf, type ReadCell, type RowGatherer } from './row-gatherer.ts'
import type { SheetInfo, Workbook } from './workbook.ts'
import { feedAll, xmlFeed, type XmlAttributes, type XmlFeed } from './xml-events.ts'

/** A workbook of Excel 2003 in one piece of XML, which many programs wrote because it needs no library. */
export async function openXmlWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const sheets: SheetInfo[] = []
  await feedAll(pieces(bytes), {
    open(name, attributes) {
      if (name === 'Worksheet') sheets.push({ name: attributes['ss:Name'] ?? '', isHidden: false })
    },
    text(piece) {
      const last = sheets.at(-1)
      if (last && /^Sheet(?:Very)?Hidden$/.test(piece)) last.isHidden = true
    },
  })
  return {
    sheets,
    async *rows(sheet): AsyncIterable<Row[]> {
      const merges = mergeFill()
      const gatherer = rowGatherer(merges)
      yield* rowsOf(pieces(bytes), gatherer, sheetFeed(sheet, gatherer, merges))
    },
  }
}

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

type Cell = { column: number; type: string; hasFormula: boolean; text: string }

function sheetFeed(sheet: number, gatherer: RowGatherer, merges: MergeFill): XmlFeed {
  let found = -1
  let at = 0
  let column = 0
  let cell: Cell | null = null
  let isData = false
  return xmlFeed({
    open(name, attributes) {
      if (name === 'Worksheet') {
        found += 1
        at = 0
      } else if (found !== sheet) return
      else if (name === 'Row') {
        at = Number(attributes['ss:Index'] ?? at + 1)
        column = 0
        gatherer.begin(at)
      } else if (name === 'Cell') {
        column = Number(attributes['ss:Index'] ?? column + 1)
        cell = { column: column - 1, type: '', hasFormula: 'ss:Formula' in attributes, text: '' }
        addMerge(merges, attributes, { at, column: column - 1 })
        column += Number(attributes['ss:MergeAcross'] ?? 0)
      } else if (name === 'Data' && cell) {
        isData = true
        cell.type = attributes['ss:Type'] ?? 'String'
      }
    },
    text(piece) {
      if (isData && cell) cell.text += piece
    },
    close(name) {
      if (name === 'Data') isData = false
      else if (name === 'Cell' && cell) {
        const read = readCell(cell)
        if (read) gatherer.cell(cell.column, read)
        cell = null
      } else if (name === 'Row' && found === sheet) gatherer.end()
    },
  })
}

function addMerge(
  merges: MergeFill,
  attributes: XmlAttributes,
  { at, column }: { at: number; column: number },
): void {
  const down = Number(attributes['ss:MergeDown'] ?? 0)
  if (down > 0) merges.add({ top: at, bottom: at + down, column })
}

function readCell({ type, hasFormula, text }: Cell): ReadCell | null {
  if (type === 'Error') return { text: '', problem: { code: 'cell_error', detail: text } }
  if (type === '' && hasFormula) return { text: '', problem: { code: 'formula_without_value', detail: '' } }
  if (type === 'DateTime') return { text: text.replace(/T00:00:00(?:\.0+)?$/, '').replace(/\.0+$/, '') }
  if (type === 'Boolean') return { text: text === '1' ? 'TRUE' : 'FALSE' }
  if (text === '') return null
  return { text: type === 'Number' ? numberText(text) : text }
}
