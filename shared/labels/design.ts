import * as z from 'zod'
import { requiredText, text } from '../fields.ts'

export const labelKinds = ['spine', 'barcode', 'accession', 'card'] as const
export const LabelKind = z.enum(labelKinds)
export type LabelKind = z.output<typeof LabelKind>

/** What a label can say; a text holds them in braces: `{libraryName}`. Those of people come from a typed list. */
export const copyFields = [
  'libraryName',
  'governingBody',
  'siteName',
  'siteCode',
  'storeName',
  'storeCode',
  'code',
  'accessionNumber',
  'barcode',
  'callNumber',
  'title',
  'author',
  'year',
  'enumeration',
  'shelf',
] as const
export const cardFields = ['personName', 'cardNumber', 'unit', 'validUntil'] as const
export const labelFields = [...copyFields, ...cardFields] as const
export type LabelField = (typeof labelFields)[number]
export type LabelValues = Partial<Record<LabelField, string>>

/** The field a barcode or QR holds. */
export const codeFields = ['code', 'accessionNumber', 'barcode', 'cardNumber'] as const

const mm = z.number().min(0).max(500)
const place = {
  xMm: mm,
  yMm: mm,
  widthMm: z.number().min(1).max(500),
  heightMm: z.number().min(0.1).max(500),
}

export const LabelText = z.object({
  type: z.literal('text'),
  ...place,
  text: text(500),
  sizePt: z.number().min(3).max(72).default(9),
  align: z.enum(['left', 'center', 'right']).default('center'),
  vertical: z.enum(['top', 'middle', 'bottom']).default('middle'),
  isBold: z.boolean().default(false),
  isWrapped: z.boolean().default(false),
  /** A call number goes one part to a line, a class number too long for its line is broken at its point. */
  isCallNumber: z.boolean().default(false),
})
export const LabelBarcode = z.object({
  type: z.literal('barcode'),
  ...place,
  field: z.enum(codeFields).default('code'),
  hasText: z.boolean().default(true),
})
export const LabelQr = z.object({
  type: z.literal('qr'),
  ...place,
  field: z.enum(codeFields).default('code'),
})
export const LabelBox = z.object({
  type: z.literal('box'),
  ...place,
  lineMm: z.number().min(0.05).max(3).default(0.2),
})
export const LabelElement = z.discriminatedUnion('type', [LabelText, LabelBarcode, LabelQr, LabelBox])
export type LabelElement = z.output<typeof LabelElement>

export const LabelDesign = z.object({
  widthMm: z.number().min(10).max(300),
  heightMm: z.number().min(8).max(300),
  elements: z.array(LabelElement).max(30),
})
export type LabelDesign = z.output<typeof LabelDesign>

const count = z.int().min(1).max(50)
export const SheetFields = z.object({
  name: requiredText(200),
  pageWidthMm: z.number().min(10).max(500),
  pageHeightMm: z.number().min(8).max(500),
  marginLeftMm: mm,
  marginTopMm: mm,
  columns: count,
  rows: count,
  labelWidthMm: z.number().min(10).max(300),
  labelHeightMm: z.number().min(8).max(300),
  gapXMm: mm.default(0),
  gapYMm: mm.default(0),
})
export type SheetFields = z.output<typeof SheetFields>

/** How a printer prints beside what it is told; kept apart from the sheet, which is the same at every printer. */
export const PrinterFields = z.object({
  name: requiredText(200),
  shiftXMm: z.number().min(-30).max(30).default(0),
  shiftYMm: z.number().min(-30).max(30).default(0),
  scaleXPercent: z.number().min(90).max(110).default(100),
  scaleYPercent: z.number().min(90).max(110).default(100),
})
export type PrinterFields = z.output<typeof PrinterFields>

/** One reader's card, as typed or pasted; it is printed and forgotten. */
export const CardEntry = z.object({
  personName: requiredText(200),
  cardNumber: requiredText(60),
  unit: text(200).default(''),
  validUntil: text(40).default(''),
})
export type CardEntry = z.output<typeof CardEntry>

/** A label as it will be drawn: rectangles and lines of text, in millimetres from its upper left corner. */
export const Drawing = z.object({
  widthMm: z.number(),
  heightMm: z.number(),
  rects: z.array(z.object({ xMm: z.number(), yMm: z.number(), widthMm: z.number(), heightMm: z.number() })),
  /** `yMm` is the line the letters stand on. */
  texts: z.array(
    z.object({
      xMm: z.number(),
      yMm: z.number(),
      widthMm: z.number(),
      text: z.string(),
      sizePt: z.number(),
      isBold: z.boolean(),
    }),
  ),
})
export type Drawing = z.output<typeof Drawing>
