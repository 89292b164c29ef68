import {
  AlignmentType,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Alignment, Column, Orientation } from './document.ts'
import { chartParagraph } from './docx-chart.ts'
import { signatureRow } from './docx-frame.ts'
import { markedFigure } from './docx-mark.ts'
import { centred, lineOf, ruledBorders, run, squarePx, tableStyle, twipsPerPt } from './docx-parts.ts'
import { sizesPt } from './paper.ts'
import { alignmentOf, cellPaddingPt, layOut } from './table-layout.ts'
import { announces, type WordedBlock, type WordedRow, type WordedTable } from './worded.ts'

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const
const across = cellPaddingPt.across * twipsPerPt
const along = cellPaddingPt.along * twipsPerPt
const aroundCentred = { before: 6 * twipsPerPt, after: 6 * twipsPerPt }
const cellMargins = { top: along, bottom: along, left: across, right: across }

type Grid = { columns: Column[]; sizePt: number }

type CellFace = { sizePt: number; alignment: Alignment; bold?: boolean; italics?: boolean }

/** The size sits in a style, not in each of tens of thousands of cells: long tables take half the memory. */
function cellParagraphs(
  text: string,
  { sizePt, alignment, bold = false, italics = false }: CellFace,
): Paragraph[] {
  const face = { ...(bold ? { bold } : {}), ...(italics ? { italics } : {}) }
  const shape = {
    style: `${tableStyle}${sizePt}`,
    ...(alignment === 'left' ? {} : { alignment: alignments[alignment] }),
  }
  return text.split('\n').map((line) => {
    const children = line ? [new TextRun({ text: line, ...face })] : []
    return new Paragraph({ ...shape, children })
  })
}

function headerRow({ columns, sizePt }: Grid): TableRow {
  const cells = columns.map(
    (column) =>
      new TableCell({
        children: cellParagraphs(column.label, { sizePt, alignment: 'center', bold: true }),
        verticalAlign: VerticalAlignTable.CENTER,
      }),
  )
  return new TableRow({ children: cells, tableHeader: true, cantSplit: true })
}

function bodyRow(row: WordedRow, { columns, sizePt }: Grid): TableRow {
  if (row.type === 'group') {
    const children = cellParagraphs(row.label, { sizePt, alignment: 'left', bold: true })
    return new TableRow({
      cantSplit: true,
      children: [new TableCell({ children, columnSpan: columns.length })],
    })
  }
  const bold = row.type === 'total'
  const cells = row.cells.map((cell, index) => {
    const column = columns[index]
    const alignment = column ? alignmentOf(column, cell) : 'left'
    const face = { sizePt, alignment, bold, italics: cell.kind === 'status' }
    const mark = row.marks[index]
    return new TableCell({
      children: mark ? [markedParagraph(cell.shown, mark, face)] : cellParagraphs(cell.shown, face),
      verticalAlign: VerticalAlignTable.CENTER,
    })
  })
  return new TableRow({ children: cells, cantSplit: true })
}

/** One line, which stays findable; an empty figure holds room, so that a number typed there is noticed. */
function markedParagraph(text: string, mark: string, { sizePt, alignment, ...face }: CellFace): Paragraph {
  const { bold, italics } = face
  const figure = new TextRun({
    text: text || '\u00A0',
    ...(bold ? { bold } : {}),
    ...(italics ? { italics } : {}),
  })
  return new Paragraph({
    style: `${tableStyle}${sizePt}`,
    ...(alignment === 'left' ? {} : { alignment: alignments[alignment] }),
    children: markedFigure(mark, figure),
  })
}

function tableBlock(table: WordedTable, orientation: Orientation): (Paragraph | Table)[] {
  const { columns } = table
  const { sizePt, columnPt } = layOut(table, orientation)
  const columnTwips = columnPt.map((width) => Math.round(width * twipsPerPt))
  const grid = { columns, sizePt }
  const body = new Table({
    rows: [headerRow(grid), ...table.rows.map((row) => bodyRow(row, grid))],
    width: { size: columnTwips.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columnTwips,
    layout: TableLayoutType.FIXED,
    borders: ruledBorders,
    margins: cellMargins,
  })
  const caption = table.caption
    ? [
        lineOf(
          table.caption,
          { sizePt: sizesPt.text, bold: true },
          {
            alignment: AlignmentType.CENTER,
            keepNext: true,
            spacing: { before: 6 * twipsPerPt, after: 4 * twipsPerPt },
          },
        ),
      ]
    : []
  const after = { spacing: { before: 3 * twipsPerPt, after: 6 * twipsPerPt } }
  const chart = table.chart ? [chartParagraph(table, table.chart)] : []
  return [...caption, ...chart, body, lineOf(table.note, { sizePt: sizesPt.note, italics: true }, after)]
}

/** `keepNext` ties a paragraph or a row of signatures to what is below, for none may stand alone on a page. */
export function blockParts(
  block: WordedBlock,
  orientation: Orientation,
  keepNext = false,
): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: headings[block.level],
          keepNext: true,
          children: [new TextRun(block.text)],
        }),
      ]
    case 'paragraph': {
      const italics = block.manner === 'basis' || block.manner === 'note'
      const sizePt = block.manner === 'note' ? sizesPt.note : sizesPt.text
      if (block.manner === 'centred')
        return [centred(block.text, { sizePt, bold: true }, { keepNext: true, spacing: aroundCentred })]
      const lead = block.lead ? [run(block.lead, { sizePt, bold: true })] : []
      const text = run(block.text, { sizePt, italics, bold: block.manner === 'strong' })
      const isTied = keepNext || announces(block.text)
      return [new Paragraph({ style: 'BodyText', keepNext: isTied, children: [...lead, text] })]
    }
    case 'square':
      return [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          keepNext: true,
          children: [
            new ImageRun({
              type: 'png',
              data: block.picture,
              transformation: { width: squarePx, height: squarePx },
              altText: { name: block.code, title: block.code, description: block.code },
            }),
          ],
        }),
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          keepNext,
          children: [run(block.code, { sizePt: sizesPt.note })],
        }),
      ]
    case 'table':
      return tableBlock(block, orientation)
    case 'signatures':
      return [
        new Paragraph({ children: [], keepNext: true, spacing: { before: 6 * twipsPerPt } }),
        signatureRow(block.places, orientation, keepNext),
      ]
  }
}
