import type { OfficialDocument } from './document.ts'
import type { DrawnPaper } from './drawn-pdf.ts'
import type { PaperRead } from './read-paper.ts'
import type { SheetRead } from './read-xlsx.ts'

export type {
  Alignment,
  Annex,
  Block,
  CellStatus,
  CellValue,
  Column,
  Letterhead,
  LineChart,
  OfficialDocument,
  Orientation,
  Row,
  Signature,
  Table,
} from './document.ts'

export type { DrawnPage } from './drawn-pdf.ts'

export { openList, type ListColumn, type ListFile } from './list-file.ts'

export { basisLines, lines, memberTable, signatureRows } from './minutes.ts'

export { markedFigures, type MarkedFigure } from './marked-figures.ts'

export type { PaperRead } from './read-paper.ts'

export { squareOf } from './square.ts'

export type PaperFormat = 'docx' | 'xlsx' | 'pdf'

/** Each format's library is loaded at its first use: an engine that prints nothing starts without them. */
export async function render(document: OfficialDocument, format: PaperFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('./docx.ts')).renderDocx(document)
    case 'xlsx':
      return (await import('./xlsx.ts')).renderXlsx(document)
    case 'pdf':
      return (await import('./pdf.ts')).renderPdf(document)
  }
}

export async function renderDrawn(paper: DrawnPaper): Promise<Uint8Array> {
  return (await import('./drawn-pdf.ts')).renderDrawn(paper)
}

/** What an office file holds, whichever program saved it last; null where it cannot be read. */
export async function readPaper(bytes: Uint8Array): Promise<PaperRead | null> {
  return (await import('./read-paper.ts')).readPaper(bytes)
}

export async function readSheets(bytes: Uint8Array): Promise<SheetRead[] | null> {
  return (await import('./read-paper.ts')).readSheets(bytes)
}
