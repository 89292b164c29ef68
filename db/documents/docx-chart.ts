import { AlignmentType, Paragraph } from 'docx'
import { ChartRun, type ChartLine as LineLook } from 'docx/charts'
import type { ChartLine, Orientation } from './document.ts'
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

/** A chart of Word's own, its cells with it; days are given as dates, so that the axis keeps their distances. */
export function chartParagraph(
  { columns, rows }: WordedTable,
  { along, lines, drawing, language }: WordedChart,
  orientation: Orientation,
): Paragraph {
  const cellsOf = (key: string) => {
    const at = columns.findIndex((column) => column.key === key)
    return rows.flatMap((row) => (row.type === 'values' ? [row.cells[at]] : []))
  }
  const width = contentWidthPt(orientation) * pixelsPerPt
  const chart = new ChartRun({
    type: 'line',
    categories: cellsOf(along).map((cell) => new Date(cell?.kind === 'date' ? cell.date : 0)),
    series: lines.map(({ key, manner }) => ({
      name: columns.find((column) => column.key === key)?.label ?? '',
      values: cellsOf(key).map((cell) => (cell?.kind === 'number' ? cell.value : null)),
      line: looks[manner],
    })),
    categoryAxis: { numberFormat: 'dd/mm/yyyy' },
    valueAxis: { minimum: 0, numberFormat: wholeNumbers[language] },
    font: { name: fontName },
    transformation: { width: Math.round(width), height: Math.round(width * heightShare) },
    altText: { name: drawing.title, description: drawing.title },
  })
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [chart] })
}
