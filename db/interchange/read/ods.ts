import type { Row } from '../../../shared/interchange/table.ts'
import { mergeFill } from './merged-cells.ts'
import { odsCell, type OdsCell } from './ods-cell.ts'
import { rowGatherer, rowsOf, type RowGatherer } from './row-gatherer.ts'
import type { WorkbookArchive } from './workbook-archive.ts'
import { WorkbookRefusal, type SheetInfo, type Workbook } from './workbook.ts'
import { feedAll, xmlFeed, type XmlAttributes, type XmlFeed } from './xml-events.ts'

const content = 'content.xml'

/** A workbook of LibreOffice or OpenOffice. Its sheets stand one after the other in one part, so each is found by passing over it. */
export async function openOds(archive: WorkbookArchive): Promise<Workbook> {
  await refuseLocked(archive)
  const sheets = await readSheets(archive.chunks(content))
  return {
    sheets,
    async *rows(sheet): AsyncIterable<Row[]> {
      const merges = mergeFill()
      const gatherer = rowGatherer(merges)
      yield* rowsOf(archive.chunks(content), gatherer, tableFeed(sheet, gatherer, merges.add))
    },
  }
}

async function refuseLocked(archive: WorkbookArchive): Promise<void> {
  const manifest = await archive.text('META-INF/manifest.xml')
  if (manifest.includes('encryption-data')) throw new WorkbookRefusal('workbook_locked')
}

async function readSheets(chunks: AsyncIterable<Uint8Array>): Promise<SheetInfo[]> {
  const sheets: SheetInfo[] = []
  const hiddenStyles = new Set<string>()
  let style = ''
  let depth = 0
  await feedAll(chunks, {
    open(name, attributes) {
      if (name === 'style') style = attributes['style:name'] ?? ''
      if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style)
      if (name !== 'table') return
      depth += 1
      if (depth > 1) return
      sheets.push({
        name: attributes['table:name'] ?? '',
        isHidden: hiddenStyles.has(attributes['table:style-name'] ?? ''),
      })
    },
    close(name) {
      if (name === 'table') depth -= 1
    },
  })
  return sheets
}

/** Rows that are alike stand once with how often; a sheet is filled up with a million empty ones. */
const mostRepeats = 1_048_576

function tableFeed(
  sheet: number,
  gatherer: RowGatherer,
  merge: (range: { top: number; bottom: number; column: number }) => void,
): XmlFeed {
  let table = -1
  let depth = 0
  let at = 1
  let cells: OdsCell[] = []
  let cell: OdsCell | null = null
  let repeats = 1
  /** A remark hangs on the cell and is no part of its text. */
  let isRemark = false
  let isParagraph = false
  const isHere = () => table === sheet && depth === 1
  return xmlFeed({
    open(name, attributes) {
      if (name === 'table') {
        depth += 1
        if (depth === 1) table += 1
      }
      if (!isHere()) return
      if (name === 'table-row') {
        repeats = count(attributes, 'table:number-rows-repeated', mostRepeats)
        cells = []
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        cell = {
          attributes,
          text: '',
          paragraphs: 0,
          repeats: count(attributes, 'table:number-columns-repeated', 16_384),
        }
        cells.push(cell)
      } else if (name === 'annotation') isRemark = true
      else if (cell && !isRemark) isParagraph = odsText(cell, name, attributes) || isParagraph
    },
    text(piece) {
      if (cell && isParagraph && !isRemark) cell.text += piece
    },
    close(name) {
      if (name === 'table') depth -= 1
      else if (name === 'annotation') isRemark = false
      else if (name === 'p') isParagraph = false
      else if (name === 'table-cell' || name === 'covered-table-cell') cell = null
      else if (name === 'table-row' && isHere()) {
        addRows(gatherer, merge, { at, repeats, cells })
        at += repeats
      }
    },
  })
}

/** Adds what an element within a cell says; whether a paragraph begins. */
function odsText(cell: OdsCell, name: string, attributes: XmlAttributes): boolean {
  if (name === 'p') {
    if (cell.paragraphs > 0) cell.text += '\n'
    cell.paragraphs += 1
    return true
  }
  if (name === 's') cell.text += ' '.repeat(count(attributes, 'text:c', 1000))
  else if (name === 'line-break') cell.text += '\n'
  else if (name === 'tab') cell.text += '\t'
  return false
}

function count(attributes: XmlAttributes, name: string, most: number): number {
  const value = Math.trunc(Number(attributes[name] ?? 1))
  return value >= 1 ? Math.min(value, most) : 1
}

type Rows = { at: number; repeats: number; cells: readonly OdsCell[] }

function addRows(
  gatherer: RowGatherer,
  merge: (range: { top: number; bottom: number; column: number }) => void,
  { at, repeats, cells }: Rows,
): void {
  const read = cells.map((cell) => ({ cell, read: odsCell(cell) }))
  if (!read.some((each) => each.read !== null)) return
  for (let row = at; row < at + repeats; row += 1) {
    gatherer.begin(row)
    let column = 0
    for (const { cell, read: value } of read) {
      const down = count(cell.attributes, 'table:number-rows-spanned', mostRepeats)
      if (down > 1) merge({ top: row, bottom: row + down - 1, column })
      for (let each = 0; value && each < cell.repeats; each += 1) gatherer.cell(column + each, value)
      column += cell.repeats
    }
    gatherer.end()
  }
}
