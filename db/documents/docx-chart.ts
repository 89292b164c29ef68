import { AlignmentType, Paragraph } from 'docx'
import {
  ChartRun,
  type BarChartOptions,
  type ChartLine as LineLook,
  type LineChartOptions,
} from 'docx/charts'
import { barColors, barNumbers, cellsUnder, labelOf, numberIn } from './chart-bars.ts'
import type { BarChart, ChartLine, LineChart } from './document.ts'
import { contentWidthPt, fontName, wholeNumbers } from './paper.ts'
import type { WordedChart, WordedTable } from './worded.ts'

/** docx measures charts in pixels of 96 to the inch. */
const pixelsPerPt = 96 / 72
/** Axes and a legend take room that a drawing does not need. */
const heightShare = 0.45

/** To be told apart on paper that knows no colours. */
const looks: Record<ChartLine['manner'], LineLook> = {
  target: { color: '666666', width: 1, dash: 'dash' },
  done: { color: '000000', width: 2.25 },
  forecast: { color: '000000', width: 1.5, dash: 'shortDot' },
}

/** A chart of Word's own, its cells with it. */
export function chartParagraph(table: WordedTable, chart: WordedChart): Paragraph {
  const { drawing } = chart
  const width = Math.round(contentWidthPt('portrait') * pixelsPerPt)
  const own = 'lines' in chart ? lineOptions(table, chart) : barOptions(table, chart)
  const share = 'lines' in chart ? heightShare : drawing.height / drawing.width
  const run = new ChartRun({
    ...own,
    font: { name: fontName },
    transformation: { width, height: Math.round(width * share) },
    altText: { name: drawing.title, description: drawing.title },
  })
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [run] })
}

/** Days are given as dates, so that the axis keeps their distances. */
function lineOptions(
  table: WordedTable,
  { along, lines, language }: WordedChart & LineChart,
): LineChartOptions {
  return {
    type: 'line',
    categories: cellsUnder(table, along).map((cell) => new Date(cell?.kind === 'date' ? cell.date : 0)),
    series: lines.map(({ key, manner }) => ({
      name: labelOf(table, key),
      values: cellsUnder(table, key).map(numberIn),
      line: looks[manner],
    })),
    categoryAxis: { numberFormat: 'dd/mm/yyyy' },
    valueAxis: { minimum: 0, numberFormat: wholeNumbers[language] },
  }
}

/** Each bar has its number at its end, so that no axis is needed to read it. */
function barOptions(table: WordedTable, chart: WordedChart & BarChart): BarChartOptions {
  const { along, bars, rows } = chart
  return {
    type: 'bar',
    categories: cellsUnder(table, along)
      .slice(0, rows)
      .map((cell) => cell?.shown ?? ''),
    series: bars.map(({ key, manner }) => ({
      name: labelOf(table, key),
      values: cellsUnder(table, key).slice(0, rows).map(numberIn),
      color: barColors[manner],
    })),
    ...(bars.length === 1 ? { legend: false } : {}),
    categoryAxis: { reverseOrder: true },
    valueAxis: { minimum: 0, visible: false, gridlines: false },
    dataLabels: { value: true, position: 'outsideEnd', numberFormat: barNumbers(table, chart) },
    gapWidth: 60,
    overlap: 0,
  }
}
