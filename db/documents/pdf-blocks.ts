import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js'
import { svgOf } from '../../shared/drawing.ts'
import type { Column, Orientation } from './document.ts'
import {
  afterParagraphPt,
  contentHeightPt,
  contentWidthPt,
  evenLines,
  firstLineMm,
  lineHeight,
  ptOfMm,
  signaturePt,
  sizesPt,
  squareMm,
} from './paper.ts'
import { alignmentOf, cellPaddingPt, heightPt, layOut } from './table-layout.ts'
import {
  announces,
  type WordedBlock,
  type WordedRow,
  type WordedSignature,
  type WordedTable,
} from './worded.ts'

const linePt = 0.5

const ruled: CustomTableLayout = {
  hLineWidth: () => linePt,
  vLineWidth: () => linePt,
  paddingLeft: () => cellPaddingPt.across,
  paddingRight: () => cellPaddingPt.across,
  paddingTop: () => cellPaddingPt.along,
  paddingBottom: () => cellPaddingPt.along,
}

export function centred(
  text: string,
  fontSize: number,
  face: { bold?: boolean; italics?: boolean } = {},
): Content {
  return { text, fontSize, alignment: 'center', ...face }
}

/** A name or title over several lines of like length. */
export function evenly(text: string, fontSize: number, roomPt: number, bold = true): Content {
  const lines = evenLines(text, roomPt, { sizePt: fontSize, weight: bold ? 'bold' : 'regular' })
  return centred(lines.join('\n'), fontSize, { bold })
}

/** A rule of its own length, centred in the room it has. */
export function rule(lengthPt: number, roomPt: number): Content {
  const x1 = Math.max(0, (roomPt - lengthPt) / 2)
  return { canvas: [{ type: 'line', x1, y1: 3, x2: roomPt - x1, y2: 3, lineWidth: linePt }] }
}

function headerCell(column: Column): TableCell {
  return { text: column.label, bold: true, alignment: 'center', verticalAlignment: 'middle' }
}

function bodyRow(row: WordedRow, columns: Column[]): TableCell[] {
  if (row.type === 'group') {
    const label: TableCell = { text: row.label, bold: true, colSpan: columns.length }
    return [label, ...columns.slice(1).map((): TableCell => ({ text: '' }))]
  }
  const bold = row.type === 'total'
  return row.cells.map((cell, index): TableCell => {
    const column = columns[index]
    const alignment = column ? alignmentOf(column, cell) : 'left'
    return { text: cell.shown, alignment, bold, italics: cell.kind === 'status', verticalAlignment: 'middle' }
  })
}

/**
 * A named table that takes no more of a page is never broken, nor parted from its name and its chart. What is held
 * together must fit on a page by far: the library drops the rest of what does not.
 */
const mostTogether = 0.6

function tableBlock(worded: WordedTable, orientation: Orientation): Content[] {
  const { columns, rows, caption, note, chart } = worded
  const framePt = 2 * cellPaddingPt.across + linePt
  const layout = layOut(worded, orientation)
  const { sizePt, columnPt } = layout
  const table: ContentTable = {
    layout: ruled,
    fontSize: sizePt,
    margin: [0, 0, 0, note ? 3 : 9],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columnPt.map((width) => width - framePt),
      body: [columns.map(headerCell), ...rows.map((row) => bodyRow(row, columns))],
    },
  }
  const above: Content[] = caption
    ? [{ ...heading(caption), alignment: 'center', margin: [0, 6, 0, 4], leadingIndent: 0 }]
    : []
  const below: Content[] = note
    ? [{ text: note, fontSize: sizesPt.note, italics: true, margin: [0, 0, 0, 6] }]
    : []
  // A lying page would make its letters larger than those around it.
  const width = contentWidthPt('portrait')
  const drawn: (Content & { alt: string })[] = chart
    ? [
        {
          // The table below it says all that it shows.
          alt: caption ?? '',
          svg: svgOf(chart.drawing),
          width,
          alignment: 'center',
          margin: [0, 0, 0, 6],
        },
      ]
    : []
  const drawnPt = chart ? (chart.drawing.height * width) / chart.drawing.width : 0
  const roomPt = mostTogether * contentHeightPt(orientation) - drawnPt
  const isShort = rows.length * sizePt <= roomPt && heightPt(worded, layout) <= roomPt
  if (caption && isShort) return [{ stack: [...above, ...drawn, table, ...below], unbreakable: true }]
  return [...(chart ? [{ stack: [...above, ...drawn], unbreakable: true }] : above), table, ...below]
}

function heading(text: string): { text: string; fontSize: number; bold: true; headlineLevel: number } {
  return { text, fontSize: sizesPt.text, bold: true, headlineLevel: 1 }
}

export function signatureStack(place: WordedSignature): Content {
  const room = signaturePt - (place.note ? 15 : 0)
  return {
    stack: [
      ...place.capacity.map((text) => centred(text, sizesPt.text, { bold: true })),
      ...(place.note ? [centred(place.note, sizesPt.note, { italics: true })] : []),
      { text: place.name, fontSize: sizesPt.text, bold: true, alignment: 'center', margin: [0, room, 0, 0] },
    ],
  }
}

export function blockContent(block: WordedBlock, orientation: Orientation): Content[] {
  const leadingIndent = ptOfMm(firstLineMm)
  const margin: [number, number, number, number] = [0, 0, 0, afterParagraphPt]
  switch (block.type) {
    case 'heading': {
      const italics = block.level === 3
      const above: [number, number, number, number] = [0, 4, 0, afterParagraphPt]
      return [{ ...heading(block.text), italics, leadingIndent, lineHeight, outline: true, margin: above }]
    }
    case 'paragraph': {
      const face = {
        italics: block.manner === 'basis' || block.manner === 'note',
        bold: block.manner === 'strong',
        fontSize: block.manner === 'note' ? sizesPt.note : sizesPt.text,
      }
      if (block.manner === 'centred')
        return [
          { ...heading(block.text), alignment: 'center', lineHeight, margin: [0, 6, 0, afterParagraphPt] },
        ]
      const text = block.lead ? [{ text: block.lead, bold: true }, { text: block.text }] : block.text
      const tied = announces(block.text) ? { headlineLevel: 1 } : {}
      return [{ text, ...face, ...tied, alignment: 'justify', leadingIndent, lineHeight, margin }]
    }
    case 'square':
      return [
        { qr: block.code, eccLevel: 'M', fit: ptOfMm(squareMm), alignment: 'right', margin: [0, 0, 0, 2] },
        { text: block.code, fontSize: sizesPt.note, alignment: 'right', margin },
      ]
    case 'table':
      return tableBlock(block, orientation)
    case 'signatures':
      return [{ columns: block.places.map(signatureStack), margin: [0, 16, 0, 0], unbreakable: true }]
  }
}
