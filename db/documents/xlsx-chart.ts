import type { ChartLineStroke, SheetChart } from 'hucre'
import { barColors, barNumbers, labelOf } from './chart-bars.ts'
import type { BarChart, ChartLine, LineChart } from './document.ts'
import { fontName, wholeNumbers } from './paper.ts'
import type { WordedChart, WordedTable } from './worded.ts'

const looks: Record<ChartLine['manner'], { color: string; stroke: ChartLineStroke }> = {
  target: { color: '666666', stroke: { width: 1, dash: 'dash' } },
  done: { color: '000000', stroke: { width: 2.25 } },
  forecast: { color: '000000', stroke: { width: 1.5, dash: 'sysDot' } },
}
const rowsOfLines = 16
/** Of a bar and what lies around it. */
const rowsOfBar = 0.9
const dayMs = 86_400_000
/** Excel counts days from here. */
const dayZero = Date.UTC(1899, 11, 30)

export const letterOf = (column: number) => String.fromCharCode(65 + column)

function rowsHigh(chart: WordedChart): number {
  if ('lines' in chart) return rowsOfLines
  return Math.max(8, Math.ceil(chart.rows * (chart.bars.length + 0.5) * rowsOfBar) + 3)
}

/** With the empty row above it. */
export const chartRows = (chart: WordedChart) => rowsHigh(chart) + 1

type Place = { headerRow: number; below: number }

/** Over the cells of its table and below it. */
export function sheetChart(table: WordedTable, chart: WordedChart, place: Place): SheetChart {
  const { below } = place
  return {
    title: table.caption || chart.drawing.title,
    titleFontSize: 12,
    titleFontFamily: fontName,
    anchor: {
      from: { row: below + 1, col: 0 },
      to: { row: below + 1 + rowsHigh(chart), col: table.columns.length },
    },
    legendFontFamily: fontName,
    dispBlanksAs: 'gap',
    ...('lines' in chart ? linesOver(table, chart, place) : barsOver(table, chart, place)),
  }
}

function rangeOf({ columns }: WordedTable, { headerRow }: Place, rows: number) {
  return (key: string) => {
    const letter = letterOf(columns.findIndex((column) => column.key === key))
    return `$${letter}$${headerRow + 2}:$${letter}$${headerRow + 1 + rows}`
  }
}

const axis = { labelFontSize: 9, labelFontFamily: fontName }

type Drawn = Pick<SheetChart, 'type' | 'scatterStyle' | 'series' | 'legend' | 'axes' | 'gapWidth' | 'overlap'>

/** Days lie as far apart as they are, which a line chart here cannot do. */
function linesOver(table: WordedTable, chart: WordedChart & LineChart, place: Place): Drawn {
  const { along, lines, language } = chart
  const { columns, rows } = table
  const range = rangeOf(table, place, rows.length)
  const at = columns.findIndex((column) => column.key === along)
  const days = rows.flatMap((row) => {
    const cell = row.type === 'values' ? row.cells[at] : undefined
    return cell?.kind === 'date' ? [(Date.parse(cell.date) - dayZero) / dayMs] : []
  })
  return {
    type: 'scatter',
    scatterStyle: 'line',
    series: lines.map(({ key, manner }) => ({
      name: labelOf(table, key),
      values: range(key),
      categories: range(along),
      marker: { symbol: 'none' },
      ...looks[manner],
    })),
    legend: 'bottom',
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

/** The first row stands on top, as in the table. */
function barsOver(table: WordedTable, chart: WordedChart & BarChart, place: Place): Drawn {
  const { along, bars, rows } = chart
  const range = rangeOf(table, place, rows)
  return {
    type: 'bar',
    gapWidth: 60,
    overlap: 0,
    series: bars.map(({ key, manner }) => ({
      name: labelOf(table, key),
      values: range(key),
      categories: range(along),
      color: barColors[manner],
      dataLabels: {
        showValue: true,
        position: 'outEnd',
        numberFormat: { formatCode: barNumbers(table, chart) },
        fontSize: 9,
        fontFamily: fontName,
      },
    })),
    legend: bars.length === 1 ? false : 'bottom',
    axes: {
      x: { ...axis, reverse: true },
      y: { ...axis, scale: { min: 0 }, hidden: true },
    },
  }
}
