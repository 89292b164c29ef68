import { readDocx } from './read-docx.ts'
import { xmlParts } from './read-parts.ts'
import { readXlsx, sheetsOf, type SheetRead } from './read-xlsx.ts'

/** `value` only where the format keeps numbers as such; null there is a text or nothing. */
export type ReadFigure = { mark: string; shown: string; value?: number | null }

export type PaperRead = {
  format: 'docx' | 'xlsx'
  /** Every place that bears a figure's name; a row that was copied bears it twice. */
  figures: ReadFigure[]
  /** All other words, footers last. */
  text: string
}

export async function readPaper(bytes: Uint8Array): Promise<PaperRead | null> {
  const parts = await xmlParts(bytes)
  if (!parts) return null
  try {
    if (parts.has('word/document.xml')) return readDocx(parts)
    return parts.has('xl/workbook.xml') ? readXlsx(parts) : null
  } catch {
    // Torn within: an archive that opens, around XML that does not.
    return null
  }
}

/** A workbook's cells by their addresses; null where it cannot be read. */
export async function readSheets(bytes: Uint8Array): Promise<SheetRead[] | null> {
  const parts = await xmlParts(bytes)
  try {
    return parts?.has('xl/workbook.xml') ? sheetsOf(parts) : null
  } catch {
    return null
  }
}
