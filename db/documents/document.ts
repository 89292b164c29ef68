import type { IsoDate } from '../../shared/dates.ts'
import type { BarManner, Drawing, LineManner } from '../../shared/drawing.ts'
import type { Language } from '../../shared/texts.ts'

/** An official paper as plain data; renderDocx, renderXlsx and renderPdf each make a file of it. */
export type OfficialDocument = {
  language: Language
  letterhead: Letterhead
  /** Name of the type, as BÁO CÁO or BIÊN BẢN; '' makes an official letter, whose subject stands under its number. */
  kind: string
  subject: string
  addressees: string[]
  orientation?: Orientation
  blocks: Block[]
  /** Null where the blocks hold their own row of signatures, as minutes do. */
  signature: Signature | null
  recipients: string[]
  /** After the signature, each on a new page, its pages numbered on their own (Decree 30/2020, Appendix I). */
  annexes?: Annex[]
  /** Small line at the foot of every page, for what proves the figures. */
  footer?: string
  /** What a QR below the recipients says: which report this is, and the hash of its figures. */
  seal?: string
}

export type Orientation = 'portrait' | 'landscape'

/** Names as the library writes them; the renderers capitalise. '' leaves a body out. */
export type Letterhead = {
  governingBody: string
  issuingBody: string
  /** '' leaves room to write the number by hand. */
  number: string
  symbol: string
  place: string
  /** Null leaves room to write the date by hand. */
  date: IsoDate | null
}

/** A line break in `capacity` makes two lines: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC. */
export type Signature = { capacity: string; name: string; signedNote?: string }

/**
 * `name` says which of a paper's known annexes it is, for whoever reads the paper back. One that is handed out by itself
 * is a paper under the same letterhead, its title the kind.
 */
export type Annex = {
  name?: string
  title: string
  orientation: Orientation
  blocks: Block[]
  isHandedOut?: boolean
}

export type Block = Paragraph | Heading | List | Square | Table | SignatureRow

/**
 * `basis` is the italic of legal bases (Căn cứ …), `note` smaller italic, `centred` a bold line in the middle (QUYẾT
 * ĐỊNH:). A line break begins a new paragraph; `lead` stands in bold before the first (Điều 1.).
 */
export type Paragraph = { type: 'paragraph'; text: string; manner?: Manner; lead?: string }
export type Manner = 'body' | 'basis' | 'note' | 'strong' | 'centred'
type Heading = { type: 'heading'; level: 1 | 2 | 3; text: string }
type List = { type: 'list'; items: string[]; ordered?: boolean }
/** A QR; `picture` is the same as a PNG, for the formats that draw none. */
export type Square = { type: 'square'; code: string; picture: Uint8Array }
type SignatureRow = { type: 'signatures'; places: Signature[] }

export type Table = {
  type: 'table'
  columns: Column[]
  rows: Row[]
  caption?: string
  note?: string
  chart?: Chart
}

/**
 * Columns of its table as lines or bars over the column `along`. Office programs draw them from the cells, so that they
 * can be edited with them; a PDF holds the drawing, which is the one the screen shows.
 */
export type Chart = LineChart | BarChart
export type LineChart = { along: string; lines: ChartLine[]; drawing: Drawing }
/** Of the first rows of the table, as many as are drawn. */
export type BarChart = { along: string; bars: ChartBar[]; rows: number; drawing: Drawing }
export type ChartBar = { key: string; manner: BarManner }
export type ChartLine = { key: string; manner: Exclude<LineManner, 'axis'> }

export type Column = {
  key: string
  label: string
  /** Share of the line; only the proportion between the columns counts. */
  weight: number
  kind: 'text' | 'number' | 'date'
  align?: Alignment
  /** Fixed number of decimals; without it each number shows its own, at most three. */
  decimals?: number
}

export type Alignment = 'left' | 'center' | 'right'

/** `code`: the numbers of this row are figures of that indicator or type, to be found again in the file. */
export type Row =
  | { type: 'values'; values: Record<string, CellValue>; code?: string }
  /** `sums` are the columns that add up what stands above: a sheet adds them itself. */
  | { type: 'total'; values: Record<string, CellValue>; sums?: string[]; code?: string }
  | { type: 'group'; label: string }

/** Null is an empty cell, never 0; a status says why there is no figure. Dates are ISO text in a date column. */
export type CellValue = string | number | null | { status: CellStatus; shown?: string }
export type CellStatus = 'not_applicable' | 'not_collected' | 'zero_base'
