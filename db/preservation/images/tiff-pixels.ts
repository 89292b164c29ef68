import type { Bytes } from './bytes.ts'
import { compressions, type FoundPage, type TiffPage } from './tiff.ts'
import { partsOf, rowBytesOf, samplesIn, type Part } from './tiff-parts.ts'

/** A picture made smaller: 1 sample for grey, 3 for colour, 8 bits each. */
export type Raster = { width: number; height: number; samples: 1 | 3; pixels: Buffer }

const photometrics = { whiteZero: 0, blackZero: 1, rgb: 2, palette: 3 } as const

/** A page of a TIFF, no side longer than asked; null where it is packed in a way that is not read here. */
export function tiffRaster(bytes: Bytes, found: FoundPage, longestSide: number): Raster | null {
  const { page, isLittle } = found
  if (!isRead(page)) return null
  if (page.bits === 1 && page.photometric <= photometrics.blackZero && samplesIn(page) === 1)
    return bilevelRaster(partsOf(bytes, page, { isLittle, isWanted: () => true }), {
      ...page,
      longestSide,
      darkBit: page.photometric === photometrics.whiteZero ? 1 : 0,
    })
  const { raster, step } = blank(page, longestSide, page.photometric >= photometrics.rgb ? 3 : 1)
  const isWanted = (top: number, height: number) =>
    Math.ceil(top / step) * step < Math.min(top + height, raster.height * step)
  for (const part of partsOf(bytes, page, { isLittle, isWanted }))
    thin(part, page, { raster, step, isLittle })
  return raster
}

type Whole = { width: number; height: number }

function blank(
  { width, height }: Whole,
  longestSide: number,
  samples: 1 | 3,
): { raster: Raster; step: number } {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / longestSide))
  const size = {
    width: Math.max(1, Math.floor(width / step)),
    height: Math.max(1, Math.floor(height / step)),
  }
  return { raster: { ...size, samples, pixels: Buffer.alloc(size.width * size.height * samples) }, step }
}

type Bilevel = Whole & { longestSide: number; darkBit: 0 | 1 }
type BitPart = Pick<Part, 'left' | 'top' | 'width' | 'height' | 'rows'>

/** Letters of one bit are thinner than what is left out between two rows: their darkness is counted instead. */
export function bilevelRaster(parts: Iterable<BitPart>, { longestSide, darkBit, ...whole }: Bilevel): Raster {
  const { raster, step } = blank(whole, longestSide, 1)
  const dark = new Uint32Array(raster.width * raster.height)
  for (const { left, top, width, height, rows } of parts) {
    const rowBytes = Math.ceil(width / 8)
    const lastX = Math.min(width, raster.width * step - left)
    const lastY = Math.min(height, raster.height * step - top)
    for (let y = 0; y < lastY; y += 1) {
      const line = Math.floor((top + y) / step) * raster.width
      eachDark(rows.subarray(y * rowBytes, y * rowBytes + Math.ceil(lastX / 8)), darkBit, (x) => {
        if (x >= lastX) return
        const at = line + Math.floor((left + x) / step)
        dark[at] = (dark[at] ?? 0) + 1
      })
    }
  }
  for (const [at, count] of dark.entries())
    raster.pixels[at] = 255 - Math.round((255 * count) / (step * step))
  return raster
}

/** Paper is mostly white, and passed over eight pixels at a time. */
function eachDark(bytes: Uint8Array, darkBit: number, see: (x: number) => void): void {
  const white = darkBit === 1 ? 0 : 0xff
  for (const [at, byte] of bytes.entries()) {
    if (byte === white) continue
    for (let bit = 0; bit < 8; bit += 1) if (((byte >> (7 - bit)) & 1) === darkBit) see(at * 8 + bit)
  }
}

const { none, lzw, deflate, oldDeflate, packBits, faxLines, fax3, fax4 } = compressions
const forAnyBits: readonly number[] = [none, lzw, deflate, oldDeflate, packBits]
const forOneBit: readonly number[] = [faxLines, fax3, fax4]

function isRead({ compression, bits, photometric, samples }: TiffPage): boolean {
  const packings = bits === 1 ? [...forAnyBits, ...forOneBit] : forAnyBits
  const isColour = photometric === photometrics.rgb && samples >= 3 && bits >= 8
  const isOther = photometric <= photometrics.blackZero || photometric === photometrics.palette
  return packings.includes(compression) && [1, 2, 4, 8, 16].includes(bits) && (isColour || isOther)
}

type Thin = { raster: Raster; step: number; isLittle: boolean }

/** Rows and columns are left out. */
function thin(part: Part, page: TiffPage, { raster, step, isLittle }: Thin): void {
  const { left, top, width, height, plane, rows } = part
  const rowBytes = rowBytesOf(page, width)
  const valueAt = valueReader(page, isLittle)
  const most = 2 ** Math.min(page.bits, 8) - 1
  const colours = page.palette.length / 3
  const isPalette = page.photometric === photometrics.palette
  const isTurned = page.photometric === photometrics.whiteZero
  function toneOf(line: Buffer, from: number, sample: number): number {
    if (isPalette) return (page.palette[sample * colours + valueAt(line, from)] ?? 0) >> 8
    const tone = Math.round((valueAt(line, from + (page.isPlanar ? 0 : sample)) * 255) / most)
    return isTurned ? 255 - tone : tone
  }
  // Of planes, each brings one sample; whatever is more than colours is how much shines through.
  const all = Array.from({ length: raster.samples }, (_, sample) => sample)
  const own = page.isPlanar ? all.filter((sample) => sample === plane) : all
  for (let y = Math.ceil(top / step); y < raster.height && y * step < top + height; y += 1) {
    const line = rows.subarray((y * step - top) * rowBytes, (y * step - top + 1) * rowBytes)
    for (let x = Math.ceil(left / step); x < raster.width && x * step < left + width; x += 1) {
      const to = (y * raster.width + x) * raster.samples
      const from = (x * step - left) * samplesIn(page)
      for (const sample of own) raster.pixels[to + sample] = toneOf(line, from, sample)
    }
  }
}

/** Reads the sample at a place of a row; of sixteen bits, the upper eight are what a screen shows. */
function valueReader({ bits }: TiffPage, isLittle: boolean): (line: Buffer, at: number) => number {
  if (bits === 8) return (line, at) => line[at] ?? 0
  if (bits === 16) return (line, at) => line[at * 2 + (isLittle ? 1 : 0)] ?? 0
  const mask = 2 ** bits - 1
  return (line, at) => ((line[(at * bits) >> 3] ?? 0) >> (8 - bits - ((at * bits) & 7))) & mask
}
