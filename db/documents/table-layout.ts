import type { Alignment, Column, Orientation } from './document.ts'
import type { Cell } from './numbers.ts'
import { contentWidthPt, fitWidths, lineHeight, tableFontPt, textWidthPt, wrappedLines } from './paper.ts'
import type { WordedTable } from './worded.ts'

/** What docx and pdf share of a table's look. */
type TableLayout = { sizePt: number; columnPt: number[] }

export const cellPaddingPt = { across: 4, along: 2 }

function longestWordPt(text: string, sizePt: number, weight: 'regular' | 'bold'): number {
  return Math.max(0, ...text.split(/\s+/).map((part) => textWidthPt(part, sizePt, weight)))
}

/** Figures and dates never break; words of running text may, so only their label counts. */
function leastPt(table: WordedTable, index: number, sizePt: number): number {
  const column = table.columns[index]
  if (!column) return 0
  let least = longestWordPt(column.label, sizePt, 'bold')
  for (const row of table.rows) {
    const cell = row.type === 'group' ? undefined : row.cells[index]
    if (cell?.kind !== 'number' && cell?.kind !== 'date' && cell?.kind !== 'status') continue
    least = Math.max(least, longestWordPt(cell.shown, sizePt, row.type === 'total' ? 'bold' : 'regular'))
  }
  return least + 2 * cellPaddingPt.across + 2
}

/** Twentieths of a point, so that both formats can count in whole numbers. */
export function layOut(table: WordedTable, orientation: Orientation): TableLayout {
  const sizePt = tableFontPt(table.columns.length, orientation)
  const leasts = table.columns.map((_, index) => leastPt(table, index, sizePt) * 20)
  const weights = table.columns.map((column) => column.weight)
  const widths = fitWidths(Math.round(contentWidthPt(orientation) * 20), weights, leasts)
  return { sizePt, columnPt: widths.map((width) => width / 20) }
}

/** What its lines take of a page, close enough to tell whether they fit on one. */
export function heightPt({ columns, rows }: WordedTable, { sizePt, columnPt }: TableLayout): number {
  const roomOf = (index: number) => (columnPt[index] ?? 0) - 2 * cellPaddingPt.across
  const linesOf = (texts: readonly string[], weight: 'regular' | 'bold') =>
    Math.max(1, ...texts.map((text, at) => wrappedLines(text, roomOf(at), { sizePt, weight }).length))
  const lines = [
    linesOf(
      columns.map(({ label }) => label),
      'bold',
    ),
    ...rows.map((row) =>
      row.type === 'group'
        ? 1
        : linesOf(
            row.cells.map(({ shown }) => shown),
            row.type === 'total' ? 'bold' : 'regular',
          ),
    ),
  ]
  return lines.reduce((sum, count) => sum + count * sizePt * lineHeight + 2 * cellPaddingPt.along, 0)
}

export function alignmentOf(column: Column, cell?: Cell): Alignment {
  if (cell?.kind === 'status') return 'center'
  return column.align ?? ({ text: 'left', number: 'right', date: 'center' } as const)[column.kind]
}
