import type { ChartLineStroke, SheetChart } from 'hucre'
import type { ChartLine } from './document.ts'
import { fontName, wholeNumbers } from './paper.ts'
import type { WordedChart, WordedTable } from './worded.ts'

const looks: Record<ChartLine['manner'], { color: string; stroke: ChartLineStroke }> = {
  target: { color: '666666', stroke: { width: 1, dash: 'dash' } },
  done: { color: '000000', stroke: { width: 2.25 } },
  forecast: { color: '000000', stroke: { width: 1.5, dash: 'sysDot' } },
}
const rowsHigh = 16
/** With the empty row above it. */
export const chartRows = rowsHigh + 1
const dayMs = 86_400_000
/** Excel counts days from here. */
const dayZero = Date.UTC(1899, 11, 30)

export const letterOf = (column: number) => String.fromCharCode(65 + column)

/** Over the cells of its table and below it; days lie as far apart as they are, which a line chart here cannot do. */
export function sheetChart(
  { caption, columns, rows }: WordedTable,
  { along, lines, language }: WordedChart,
  { headerRow, below }: { headerRow: number; below: number },
): SheetChart {
  const range = (key: string) => {
    const letter = letterOf(columns.findIndex((column) => column.key === key))
    return `$${letter}$${headerRow + 2}:$${letter}$${headerRow + 1 + rows.length}`
  }
  const at = columns.findIndex((column) => column.key === along)
  const days = rows.flatMap((row) => {
    const cell = row.type === 'values' ? row.cells[at] : undefined
    return cell?.kind === 'date' ? [(Date.parse(cell.date) - dayZero) / dayMs] : []
  })
  const axis = { labelFontSize: 9, labelFontFamily: fontName }
  return {
    type: 'scatter',
    scatterStyle: 'line',
    title: caption,
    titleFontSize: 12,
    titleFontFamily: fontName,
    series: lines.map(({ key, manner }) => ({
      name: columns.find((column) => column.key === key)?.label ?? '',
      values: range(key),
      categories: range(along),
      marker: { symbol: 'none' },
      ...looks[manner],
    })),
    anchor: { from: { row: below + 1, col: 0 }, to: { row: below + 1 + rowsHigh, col: columns.length } },
    legend: 'bottom',
    legendFontFamily: fontName,
    dispBlanksAs: 'gap',
    axes: {
      x: {
        ...axis,
        scale: { min: Math.min(...days), max: Math.max(...days) },
        numberFormat: { formatCode: 'dd/mm/yyyy' },
      },
      y: { ...axis, scale: { min: 0 }, numberFormat: { formatCode: wholeNumbers[language] } },
    },
  }
}
