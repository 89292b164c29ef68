import type { FileColour } from '../../../shared/preservation/rules.ts'
import type { Bytes } from './bytes.ts'
import { BrokenFile, dpiOf, nothingKnown, type FileFacts } from './facts.ts'
import { readDirectory, tiffForm, type Directory } from './tiff-directory.ts'

const tags = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  xResolution: 282,
  yResolution: 283,
  planar: 284,
  faxOptions: 292,
  resolutionUnit: 296,
  predictor: 317,
  palette: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  jpegTables: 347,
} as const

export const compressions = {
  none: 1,
  faxLines: 2,
  fax3: 3,
  fax4: 4,
  lzw: 5,
  jpeg: 7,
  deflate: 8,
  oldDeflate: 32_946,
  packBits: 32_773,
} as const

/** A page as its directory describes it: what its pixels are and where they stand. */
export type TiffPage = {
  width: number
  height: number
  bits: number
  samples: number
  compression: number
  photometric: number
  predictor: number
  isPlanar: boolean
  /** Null for a page of strips. */
  tile: { width: number; height: number } | null
  rowsPerStrip: number
  offsets: number[]
  counts: number[]
  /** Of a page of numbered colours: all reds, all greens, all blues, of 16 bits. */
  palette: number[]
  /** Whether the lowest bit of each byte comes first. */
  isReversed: boolean
  faxOptions: number
  /** What all JPEG streams of the page have in common. */
  jpegTables: number[]
  dpi: number | null
}

/** A loop of directories is longer than any file of pages. */
const mostPages = 20_000

/** Every page's directory is read and every strip looked for: a file that ends early is told from a whole one. */
export function readTiff(bytes: Bytes): FileFacts | null {
  const form = tiffForm(bytes)
  if (!form) return null
  const seen = new Set<number>()
  let first: TiffPage | null = null
  for (let offset = form.first; offset !== 0;) {
    if (seen.has(offset) || seen.size >= mostPages) throw new BrokenFile('broken_directory')
    seen.add(offset)
    const directory = readDirectory(form, offset)
    const page = pageOf(directory)
    checkPlaces(page, bytes.size)
    first ??= page
    offset = directory.next
  }
  if (!first) throw new BrokenFile('no_pages')
  return {
    ...nothingKnown,
    format: 'tiff',
    pages: seen.size,
    widthPx: first.width,
    heightPx: first.height,
    dpi: first.dpi,
    colour: colourOf(first),
    bits: first.bits,
  }
}

export type FoundPage = { page: TiffPage; isLittle: boolean }

/** What describes the pixels of a page, for those who show it; pages are numbered from 1. */
export function tiffPage(bytes: Bytes, number: number): FoundPage | null {
  const form = tiffForm(bytes)
  if (!form || number > mostPages) return null
  let directory = readDirectory(form, form.first)
  for (let at = 1; at < number; at += 1) {
    if (directory.next === 0) return null
    directory = readDirectory(form, directory.next)
  }
  return { page: pageOf(directory), isLittle: form.isLittle }
}

function pageOf({ numbers }: Directory): TiffPage {
  const one = (tag: number, otherwise: number) => numbers(tag)[0] ?? otherwise
  const height = one(tags.height, 0)
  const tileWidth = one(tags.tileWidth, 0)
  const tileHeight = one(tags.tileHeight, 0)
  const tile = tileWidth > 0 && tileHeight > 0 ? { width: tileWidth, height: tileHeight } : null
  return {
    width: one(tags.width, 0),
    height,
    bits: one(tags.bits, 1),
    samples: one(tags.samples, 1),
    compression: one(tags.compression, compressions.none),
    photometric: one(tags.photometric, 1),
    predictor: one(tags.predictor, 1),
    isPlanar: one(tags.planar, 1) === 2,
    tile,
    rowsPerStrip: Math.min(one(tags.rowsPerStrip, height) || height, height),
    offsets: numbers(tile ? tags.tileOffsets : tags.stripOffsets),
    counts: numbers(tile ? tags.tileBytes : tags.stripBytes),
    palette: numbers(tags.palette),
    isReversed: one(tags.fillOrder, 1) === 2,
    faxOptions: one(tags.faxOptions, 0),
    jpegTables: numbers(tags.jpegTables),
    dpi: resolution(numbers(tags.xResolution), numbers(tags.yResolution), one(tags.resolutionUnit, 2)),
  }
}

/** Unit 1 is a mere proportion. */
export function resolution(x: readonly number[], y: readonly number[], unit: number): number | null {
  const [across = 0, down = across] = [x[0], y[0]]
  return unit === 1 ? null : dpiOf(across, down, unit === 3 ? 'centimetre' : 'inch')
}

function checkPlaces(page: TiffPage, size: number): void {
  const { width, height, offsets, counts, compression, bits, samples } = page
  if (width === 0 || height === 0) throw new BrokenFile('broken_directory')
  if (offsets.length < partsOf(page) || counts.length < offsets.length)
    throw new BrokenFile('broken_directory')
  let total = 0
  for (const [index, offset] of offsets.entries()) {
    const count = counts[index] ?? 0
    if (offset + count > size) throw new BrokenFile('cut_short')
    total += count
  }
  const least = compression === compressions.none ? Math.ceil((width * bits * samples) / 8) * height : 1
  if (total < least && !page.isPlanar) throw new BrokenFile('cut_short')
}

function partsOf({ width, height, tile, rowsPerStrip, isPlanar, samples }: TiffPage): number {
  const planes = isPlanar ? samples : 1
  if (!tile) return Math.ceil(height / rowsPerStrip) * planes
  return Math.ceil(width / tile.width) * Math.ceil(height / tile.height) * planes
}

function colourOf({ photometric, bits, samples }: TiffPage): FileColour {
  if (photometric <= 1) return bits * samples === 1 ? 'bilevel' : 'grey'
  return 'colour'
}
