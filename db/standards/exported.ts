import type { MarcRecord, TitleFields } from '../../shared/catalogue/contract.ts'
import type { Copy } from '../../shared/copies/contract.ts'
import type { ExportProblem } from '../../shared/interchange/contract.ts'

/** A title on its way out: plain data, so that a writer needs nothing else. */
export type Exported = { record: MarcRecord; title: ExportedTitle; copies: readonly ExportedCopy[] }

export type ExportedTitle = TitleFields & {
  id: number
  /** Special classes, parted by spaces. */
  classes: string
  addedOn: string
}

export type ExportedCopy = Pick<
  Copy,
  | 'accessionNumber'
  | 'barcode'
  | 'siteName'
  | 'storeName'
  | 'shelf'
  | 'callNumber'
  | 'enumeration'
  | 'status'
  | 'condition'
  | 'priceMinor'
  | 'voucherNumber'
  | 'source'
  | 'accessionedOn'
  | 'note'
> & { siteCode: string; storeCode: string }

/** A piece of a file; text is meant as UTF-8. */
export type Piece = string | Uint8Array

/** One shape for all formats: what begins a file, what each batch adds, what ends it. Nothing of a batch is kept. */
export type ExportWriter = {
  head: () => Piece
  add: (items: readonly Exported[]) => Piece
  foot: () => Piece
}

/** Told of everything that a format cannot take as it stands. */
export type Report = (problem: ExportProblem) => void
