import type {
  AlignmentStyle,
  BorderStyle,
  CellStyle,
  CellValue,
  FontStyle,
  MergeRange,
  NamedRange,
  WriteSheet,
} from 'hucre'
import type { Orientation } from './document.ts'
import { fontName, marginsMm } from './paper.ts'

/** A cell of Excel holds at most this many UTF-16 units; a longer text makes the file unreadable. */
const longestText = 32_767
const side = { style: 'thin', color: { rgb: '000000' } } as const
export const ruledBorder: BorderStyle = { top: side, right: side, bottom: side, left: side }

type Look = { font?: FontStyle; alignment?: AlignmentStyle; border?: BorderStyle; numFmt?: string }

/** Rows are added from the top; a line may span several columns. */
export type SheetDraft = {
  rows: CellValue[][]
  cells: NonNullable<WriteSheet['cells']>
  merges: MergeRange[]
  rowDefs: NonNullable<WriteSheet['rowDefs']>
  images: NonNullable<WriteSheet['images']>
}

export function emptyDraft(): SheetDraft {
  return { rows: [], cells: new Map(), merges: [], rowDefs: new Map(), images: [] }
}

export function look({ font, alignment, border, numFmt }: Look): CellStyle {
  return {
    font: { name: fontName, size: 12, ...font },
    alignment: { vertical: 'center', wrapText: true, ...alignment },
    ...(border ? { border } : {}),
    ...(numFmt ? { numFmt } : {}),
  }
}

export function put(
  draft: SheetDraft,
  at: { row: number; column: number },
  value: CellValue,
  style: CellStyle,
): void {
  const kept = typeof value === 'string' ? value.slice(0, longestText) : value
  const row = (draft.rows[at.row] ??= [])
  while (row.length < at.column) row.push(null)
  row[at.column] = kept
  draft.cells.set(`${at.row},${at.column}`, { value: kept, style })
}

export type Span = { row: number; from: number; to: number }

export function putSpan(draft: SheetDraft, span: Span, value: CellValue, style: CellStyle): void {
  put(draft, { row: span.row, column: span.from }, value, style)
  for (let column = span.from + 1; column <= span.to; column += 1)
    put(draft, { row: span.row, column }, null, style)
  if (span.to > span.from) {
    draft.merges.push({ startRow: span.row, startCol: span.from, endRow: span.row, endCol: span.to })
  }
}

function inches(mm: number): number {
  return Math.round((mm / 25.4) * 1000) / 1000
}

/** `&` begins a code in Excel's headers and footers. */
export function printed(
  orientation: Orientation,
  footer: string,
): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: {
        top: inches(marginsMm.top),
        bottom: inches(marginsMm.bottom),
        left: inches(marginsMm.left),
        right: inches(marginsMm.right),
        header: inches(marginsMm.pageNumber),
        footer: inches(marginsMm.footer),
      },
    },
    headerFooter: {
      oddHeader: `&C&"${fontName},Regular"&13&P`,
      firstHeader: '',
      differentFirst: true,
      oddFooter: footerCode(footer),
      firstFooter: footerCode(footer),
    },
  }
}

function footerCode(footer: string): string {
  return footer ? `&L&"${fontName},Regular"&8 ${footer.replaceAll('&', '&&')}` : ''
}

/** At most 31 characters, none that Excel refuses, no two alike. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`
    const name = `${plain.slice(0, 31 - suffix.length).trim()}${suffix}`
    if (taken.has(name.toLocaleLowerCase('vi'))) continue
    taken.add(name.toLocaleLowerCase('vi'))
    return name
  }
}

/** `row` counts from 0, as drafts do. */
export function cellRange(name: string, { row, column }: { row: number; column: number }): string {
  const letter = String.fromCharCode(65 + column)
  return `'${name.replaceAll("'", "''")}'!$${letter}$${row + 1}`
}

/** Written by hand because the library leaves out the quotes that a name with a space needs, and Excel then repairs the file. */
export function repeatedRow(name: string, row: number): NamedRange {
  return { name: '_xlnm.Print_Titles', range: `${quoted(name)}!$${row}:$${row}`, scope: name }
}

type Printed = { headerRow: number; lastColumn: string; lastRow: number }

/** The row that each page repeats, and where printing ends. */
export function printedNames(name: string, { headerRow, lastColumn, lastRow }: Printed): NamedRange[] {
  const area = `${quoted(name)}!$A$1:$${lastColumn}$${lastRow}`
  return [{ name: '_xlnm.Print_Area', range: area, scope: name }, repeatedRow(name, headerRow)]
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
