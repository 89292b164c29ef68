import type { FileColour, FileFault, FileFormat } from '../../../shared/preservation/rules.ts'

/** What the head of a file says of it; null where it says nothing. Of several pages, the first one speaks. */
export type FileFacts = {
  format: FileFormat
  pages: number | null
  widthPx: number | null
  heightPx: number | null
  /** The lower of both directions. */
  dpi: number | null
  colour: FileColour | null
  /** Of one sample. */
  bits: number | null
  isEncrypted: boolean
  /** Why the file is not sound as it stands. */
  fault: FileFault | null
}

export const nothingKnown = {
  pages: null,
  widthPx: null,
  heightPx: null,
  dpi: null,
  colour: null,
  bits: null,
  isEncrypted: false,
  fault: null,
} as const

/** A file that cannot be read on; what was known by then is lost with it. */
export class BrokenFile extends Error {
  readonly fault: FileFault
  constructor(fault: FileFault) {
    super(fault)
    this.fault = fault
  }
}

const millimetresPerInch = 25.4

/** Dots per inch out of two densities and the length they are counted over. */
export function dpiOf(x: number, y: number, unit: 'inch' | 'centimetre' | 'metre'): number | null {
  const lower = Math.min(x, y)
  if (!Number.isFinite(lower) || lower <= 0) return null
  const perInch = { inch: 1, centimetre: millimetresPerInch / 10, metre: millimetresPerInch / 1000 }[unit]
  return Math.round(lower * perInch)
}
