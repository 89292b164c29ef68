import type { CellStyle, CellValue, NamedRange, WriteSheet } from 'hucre'
import type { Language } from '../../shared/texts.ts'
import type { Orientation } from './document.ts'
import type { Cell } from './numbers.ts'
import { contentHeightPt, contentWidthPt, evenLines, wholeNumbers, wrappedLines } from './paper.ts'
import { alignmentOf, layOut } from './table-layout.ts'
import type { WordedTable } from './worded.ts'
import { chartRows, letterOf, sheetChart } from './xlsx-chart.ts'
import {
  cellRange,
  emptyDraft,
  look,
  printed,
  put,
  printedNames,
  putSpan,
  ruledBorder,
  type SheetDraft,
} from './xlsx-sheet.ts'

/** Excel has no day before 1 March 1900 that every program reads alike; older dates stay text. */
const firstDate = '1900-03-01'
/** Width of one character of the sheet's default face, in points. */
const characterPt = 5.6

function numberFormat(cell: Cell, language: Language): string | undefined {
  if (cell.kind === 'date') return cell.date < firstDate ? undefined : 'dd/mm/yyyy'
  if (cell.kind !== 'number') return undefined
  return `${wholeNumbers[language]}${cell.decimals > 0 ? `.${'0'.repeat(cell.decimals)}` : ''}`
}

/** Figures and days stay figures and days, so that the sheet can count with them. */
function sheetValue(cell: Cell): CellValue {
  switch (cell.kind) {
    case 'blank':
      return null
    case 'number':
      return cell.value
    case 'date':
      return cell.date < firstDate ? cell.shown : new Date(`${cell.date}T00:00:00Z`)
    case 'text':
    case 'status':
      return cell.shown
  }
}

/** Cells of one kind share one style object: a sheet of 5,000 rows has a dozen, not 40,000. */
function styleBook(table: WordedTable, language: Language) {
  const styles = new Map<string, CellStyle>()
  return (cell: Cell, index: number, bold: boolean): CellStyle => {
    const column = table.columns[index]
    const horizontal = column ? alignmentOf(column, cell) : 'left'
    const numFmt = numberFormat(cell, language)
    const italic = cell.kind === 'status'
    const name = [horizontal, numFmt, italic, bold].join('|')
    const known = styles.get(name)
    if (known) return known
    const made = look({
      font: { bold, italic },
      alignment: { horizontal, wrapText: !numFmt },
      border: ruledBorder,
      ...(numFmt ? { numFmt } : {}),
    })
    styles.set(name, made)
    return made
  }
}

const headStyle = look({ font: { bold: true }, alignment: { horizontal: 'center' }, border: ruledBorder })
const groupStyle = look({ font: { bold: true }, border: ruledBorder })
const noteStyle = look({ font: { italic: true, size: 11 } })

function addBody(draft: SheetDraft, table: WordedTable, language: Language): void {
  const styleOf = styleBook(table, language)
  const to = table.columns.length - 1
  const firstRow = draft.rows.length + 1
  for (const row of table.rows) {
    const at = draft.rows.length
    if (row.type === 'group') {
      putSpan(draft, { row: at, from: 0, to }, row.label, groupStyle)
      continue
    }
    row.cells.forEach((cell, column) => {
      put(draft, { row: at, column }, sheetValue(cell), styleOf(cell, column, row.type === 'total'))
    })
    if (row.type === 'total') for (const column of row.sums) addUp(draft, { row: at, column, firstRow })
  }
}

/** The sum is counted again by whoever changes a cell above it; the value stands for programs that do not count. */
function addUp(
  draft: SheetDraft,
  { row, column, firstRow }: { row: number; column: number; firstRow: number },
) {
  const cell = draft.cells.get(`${row},${column}`)
  const letter = letterOf(column)
  if (typeof cell?.value !== 'number') return
  cell.formulaResult = cell.value
  cell.formula = `SUM(${letter}${firstRow}:${letter}${row})`
}

export type SheetHead = { name: string; lines: { text: string; bold: boolean; italic: boolean }[] }

const lineGap = 1.2
const roomShare = 0.92
const highestPt = 409

/** Not every program fits rows by itself, so each gets the height of its longest cell. */
function heightPt(cells: { text: string; bold: boolean }[], columnPt: number[]): number {
  const lines = cells.map(({ text, bold }, index) => {
    const roomPt = ((columnPt[index] ?? 0) - 4) * roomShare
    return wrappedLines(text, roomPt, { sizePt: 12, weight: bold ? 'bold' : 'regular' }).length
  })
  return Math.min(highestPt, Math.round(Math.max(1, ...lines) * 12 * lineGap + 4))
}

function setHeights(draft: SheetDraft, table: WordedTable, columnPt: number[]): void {
  const header = table.columns.map((column) => ({ text: column.label, bold: true }))
  const headerRow = draft.rows.length - table.rows.length - 1
  draft.rowDefs.set(headerRow, { height: heightPt(header, columnPt) })
  table.rows.forEach((row, index) => {
    const bold = row.type === 'total'
    const cells = row.type === 'group' ? [] : row.cells.map((cell) => ({ text: cell.shown, bold }))
    draft.rowDefs.set(headerRow + 1 + index, { height: heightPt(cells, columnPt) })
  })
}

/** Each figure under a name of its own, which goes with the cell when rows are put in or sheets renamed. */
function figureNames(table: WordedTable, name: string, firstRow: number): NamedRange[] {
  return table.rows.flatMap((row, at) => {
    if (row.type === 'group') return []
    return row.marks.flatMap((mark, column) =>
      mark ? [{ name: mark, range: cellRange(name, { row: firstRow + at, column }) }] : [],
    )
  })
}

/** Rows of which nothing is said, as Excel makes them. */
const plainRowPt = 15

/** Whether the page that ends the table has room for its chart, which is not to be cut in two. */
function fitsBelow(
  { rows, rowDefs }: SheetDraft,
  chart: NonNullable<WordedTable['chart']>,
  orientation: Orientation,
): boolean {
  const pagePt = contentHeightPt(orientation)
  const abovePt = rows.reduce((sum, _, row) => sum + (rowDefs.get(row)?.height ?? plainRowPt), 0)
  return (abovePt % pagePt) + chartRows(chart) * plainRowPt <= pagePt
}

type TableSheet = { sheet: WriteSheet; names: NamedRange[] }

/** One table on its own sheet: its lines of title, then the header that stays in sight and repeats on paper. */
export function tableSheet(
  table: WordedTable,
  { name, lines }: SheetHead,
  { orientation, language, footer }: { orientation: Orientation; language: Language; footer: string },
): TableSheet {
  const draft = emptyDraft()
  const { columnPt } = layOut(table, orientation)
  const to = table.columns.length - 1
  const widthPt = contentWidthPt(orientation) * roomShare
  lines.forEach(({ text, bold, italic }, row) => {
    const style = look({ font: { bold, italic, size: 13 }, alignment: { horizontal: 'center' } })
    const even = evenLines(text, widthPt, { sizePt: 13, weight: 'bold' })
    putSpan(draft, { row, from: 0, to }, even.join('\n'), style)
    draft.rowDefs.set(row, { height: even.length * 13 * lineGap + (row === lines.length - 1 ? 8 : 2) })
  })
  const headerRow = draft.rows.length
  table.columns.forEach((column, index) =>
    put(draft, { row: headerRow, column: index }, column.label, headStyle),
  )
  addBody(draft, table, language)
  setHeights(draft, table, columnPt)
  if (table.note) {
    const row = draft.rows.length
    putSpan(draft, { row, from: 0, to }, table.note, noteStyle)
    const noteLines = wrappedLines(table.note, widthPt, { sizePt: 11, weight: 'regular' }).length
    draft.rowDefs.set(row, { height: noteLines * 11 * lineGap + 6 })
  }
  const sheet: WriteSheet = {
    name,
    ...draft,
    ...(table.chart
      ? { charts: [sheetChart(table, table.chart, { headerRow, below: draft.rows.length })] }
      : {}),
    columns: columnPt.map((width) => ({ width: Math.round((width / characterPt) * 10) / 10 })),
    freezePane: { rows: headerRow + 1 },
    ...(table.chart && !fitsBelow(draft, table.chart, orientation) ? { rowBreaks: [draft.rows.length] } : {}),
    ...printed(orientation, footer),
  }
  // A chart stands below the table and is printed with it.
  const lastRow = draft.rows.length + (table.chart ? chartRows(table.chart) : 0)
  const names = printedNames(name, { headerRow: headerRow + 1, lastColumn: letterOf(to), lastRow })
  return { sheet, names: [...names, ...figureNames(table, name, headerRow + 1)] }
}
