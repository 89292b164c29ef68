import { by } from '../example.ts'
import { entered, line, stocked } from './copy-steps.ts'

/** Ready templates and sheets have the same numbers in every library. */
export const templateIds = { spine: 1, barcode: 3, small: 4, accession: 6, card: 7 }
export const sheetIds = { of65: 1, of24: 3, cards: 7 }

export const words = {
  type: 'text',
  xMm: 1,
  yMm: 1,
  widthMm: 38,
  heightMm: 4,
  text: '{title}',
  sizePt: 7,
} as const
export const bars = { type: 'barcode', xMm: 1, yMm: 6, widthMm: 38, heightMm: 13 } as const
export const design = { widthMm: 40, heightMm: 20, elements: [words, bars] }
export const templateFields = { name: 'Nhãn kho đọc', kind: 'barcode' as const, design }
export const sheetFields = {
  name: 'A4, 8 nhãn 105 × 74',
  pageWidthMm: 210,
  pageHeightMm: 297,
  marginLeftMm: 0,
  marginTopMm: 0.5,
  columns: 2,
  rows: 4,
  labelWidthMm: 105,
  labelHeightMm: 74,
}
export const printerFields = { name: 'Máy in phòng Nghiệp vụ', shiftXMm: 1.5, scaleYPercent: 99.5 }

export const template = by('cataloguer', 'labels.addTemplate', templateFields)
export const sheet = by('cataloguer', 'labels.addSheet', sheetFields)
export const printer = by('cataloguer', 'labels.addPrinter', printerFields)

/** Two copies in stock, one of them with a barcode of its own. */
export const here = [...stocked, entered]
const fits = { templateId: templateIds.small, sheetId: sheetIds.of65 }
export const both = { ...fits, source: { by: 'copies' as const, copyIds: [1, 2] } }
export const waiting = { ...fits, source: { by: 'unlabelled' } } as const
export const cards = {
  templateId: templateIds.card,
  sheetId: sheetIds.cards,
  source: { by: 'cards' as const, cards: [{ personName: 'Nguyễn Thị Hoàng Yến', cardNumber: 'TV26000123' }] },
}

export const printed = by('cataloguer', 'labels.print', both)
export const printedCards = by('desk', 'labels.print', cards)
export const forgotten = by('cataloguer', 'labels.forgetBatch', { id: 1 })
export const leftBoth = by('cataloguer', 'copies.cancelCopies', { copyIds: [1, 2], reason: 'Ghi nhầm' })
/** Letters that no barcode holds. */
export const unreadable = by('cataloguer', 'copies.updateCopy', { id: 2, rev: 1, barcode: 'SÁCH-2' })

/** With 20 labels each, one copy more than a run prints. */
export const manyCopies = [
  ...stocked,
  by('cataloguer', 'copies.accession', { voucherId: 1, copies: Array.from({ length: 251 }, () => line) }),
]
