import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  type ITableBordersOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { evenLines, ptOfMm, squareMm } from './paper.ts'

export const twipsPerPt = 20
/** Word's pixels are 96 to the inch. */
export const squarePx = Math.round((ptOfMm(squareMm) / 72) * 96)
/** Name of the cells' styles, followed by their size. */
export const tableStyle = 'TableText'
const center = AlignmentType.CENTER

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

function allSides<Border>(border: Border) {
  return {
    top: border,
    bottom: border,
    left: border,
    right: border,
    insideHorizontal: border,
    insideVertical: border,
  }
}

export const ruledBorders: ITableBordersOptions = allSides(line)
const openBorders: ITableBordersOptions = allSides(noBorder)

export type Face = Pick<IRunOptions, 'bold' | 'italics'> & { sizePt: number }

/** docx counts letter sizes in half points. */
export function run(text: string, { sizePt, ...face }: Face): TextRun {
  return new TextRun({ text, size: sizePt * 2, ...face })
}

export function lineOf(text: string, face: Face, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: [run(text, face)] })
}

export function centred(text: string, face: Face, options: IParagraphOptions = {}): Paragraph {
  return lineOf(text, face, { ...options, alignment: center })
}

/** A name or title over several lines of like length. */
export function evenly(text: string, face: Face, roomPt: number): Paragraph[] {
  const lines = evenLines(text, roomPt, { sizePt: face.sizePt, weight: face.bold ? 'bold' : 'regular' })
  return lines.map((line) => centred(line, face, { keepNext: true }))
}

/** A rule of its own length below a line (the Decree asks for a drawn line, not for underlining). */
export function rule(lengthPt: number, roomPt: number, options: IParagraphOptions = {}): Paragraph {
  const indent = Math.max(0, Math.round(((roomPt - lengthPt) / 2) * twipsPerPt))
  return new Paragraph({
    border: { top: { ...line, space: 0 } },
    indent: { left: indent, right: indent },
    spacing: { before: 4 * twipsPerPt, after: 0, line: 4 * twipsPerPt, lineRule: 'exact' },
    children: [],
    ...options,
  })
}

/** A table without lines, for things that stand side by side and stay on one page. */
export function sideBySide(rows: (readonly Paragraph[])[][], widthsTwips: number[], gapPt = 0): Table {
  const cell = (children: readonly Paragraph[], index: number) =>
    new TableCell({
      children: [...children],
      width: { size: widthsTwips[index] ?? 0, type: WidthType.DXA },
      margins: { left: 0, right: index === 0 ? gapPt * twipsPerPt : 0 },
      verticalAlign: VerticalAlignTable.TOP,
      borders: { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder },
    })
  return new Table({
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
    width: { size: widthsTwips.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widthsTwips,
    layout: TableLayoutType.FIXED,
    borders: openBorders,
  })
}
