import { inflateSync } from 'node:zlib'
import type { Bytes } from './bytes.ts'
import { BrokenFile } from './facts.ts'
import { unpackLzw } from './lzw.ts'
import { compressions, firstTiffPage, type TiffPage } from './tiff.ts'

/** Pixels made smaller by leaving rows and columns out: 1 sample for grey, 3 for colour, 8 bits each. */
export type Raster = { width: number; height: number; samples: 1 | 3; pixels: Buffer }

/** What an old PC draws without a halt; a strip above it is not unpacked. */
const mostPartBytes = 256 * 1024 * 1024

/** The first page of a TIFF, no side longer than asked; null where it is packed in a way that is not read here. */
export function tiffRaster(bytes: Bytes, longestSide: number): Raster | null {
  const first = firstTiffPage(bytes)
  if (!first || !isRead(first.page)) return null
  const { page, isLittle } = first
  const step = Math.max(1, Math.ceil(Math.max(page.width, page.height) / longestSide))
  const width = Math.max(1, Math.floor(page.width / step))
  const height = Math.max(1, Math.floor(page.height / step))
  const samples = page.photometric === 2 ? 3 : 1
  const pixels = Buffer.alloc(width * height * samples)
  const rowBytes = Math.ceil((page.width * page.bits * page.samples) / 8)
  const toneAt = toneReader(page, isLittle)
  let strip: { index: number; bytes: Buffer } = { index: -1, bytes: Buffer.alloc(0) }
  for (let y = 0; y < height; y += 1) {
    const row = y * step
    const index = Math.floor(row / page.rowsPerStrip)
    if (strip.index !== index) strip = { index, bytes: stripOf(bytes, page, index) }
    const at = (row % page.rowsPerStrip) * rowBytes
    const line = strip.bytes.subarray(at, at + rowBytes)
    const plain = page.predictor === 2 ? withoutPredictor(line, page, isLittle) : line
    for (let x = 0; x < width; x += 1)
      for (let sample = 0; sample < samples; sample += 1)
        pixels[(y * width + x) * samples + sample] = toneAt(plain, x * step, sample)
  }
  return { width, height, samples, pixels }
}

function isRead({ compression, bits, photometric, tile, isPlanar }: TiffPage): boolean {
  const packings: number[] = Object.values(compressions)
  return packings.includes(compression) && [1, 8, 16].includes(bits) && photometric <= 2 && !tile && !isPlanar
}

function stripOf(bytes: Bytes, page: TiffPage, index: number): Buffer {
  const packed = bytes.at(page.offsets[index] ?? 0, page.counts[index] ?? 0)
  const size = Math.ceil((page.width * page.bits * page.samples) / 8) * page.rowsPerStrip
  if (size > mostPartBytes) throw new BrokenFile('broken_structure')
  switch (page.compression) {
    case compressions.lzw:
      return unpackLzw(packed, size)
    case compressions.deflate:
    case compressions.oldDeflate:
      return inflated(packed, size)
    case compressions.packBits:
      return unpackBits(packed, size)
    default:
      return packed
  }
}

function inflated(packed: Buffer, size: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: size + 1024 })
  } catch {
    throw new BrokenFile('broken_structure')
  }
}

function unpackBits(packed: Buffer, size: number): Buffer {
  const plain = Buffer.alloc(size)
  let to = 0
  for (let at = 0; at < packed.length && to < size;) {
    const count = packed.readInt8(at)
    at += 1
    if (count >= 0) {
      to += packed.copy(plain, to, at, Math.min(at + count + 1, packed.length))
      at += count + 1
    } else if (count !== -128) {
      plain.fill(packed[at] ?? 0, to, Math.min(size, to - count + 1))
      to += 1 - count
      at += 1
    }
  }
  return plain
}

/** Each sample was written as its distance from the one before it. */
function withoutPredictor(line: Buffer, { bits, samples }: TiffPage, isLittle: boolean): Buffer {
  const plain = Buffer.from(line)
  if (bits === 8)
    for (let at = samples; at < plain.length; at += 1)
      plain[at] = (plain[at] ?? 0) + (plain[at - samples] ?? 0)
  if (bits === 16)
    for (let at = samples * 2; at + 1 < plain.length; at += 2) {
      const before = at - samples * 2
      if (isLittle) plain.writeUInt16LE((plain.readUInt16LE(at) + plain.readUInt16LE(before)) & 0xffff, at)
      else plain.writeUInt16BE((plain.readUInt16BE(at) + plain.readUInt16BE(before)) & 0xffff, at)
    }
  return plain
}

/** Reads a sample of a row in 8 bits, black as 0. */
function toneReader({ bits, samples, photometric }: TiffPage, isLittle: boolean) {
  const isWhiteZero = photometric === 0
  // Of sixteen bits the upper eight are what a screen shows.
  const upper = isLittle ? 1 : 0
  return (line: Buffer, x: number, sample: number): number => {
    if (bits === 1) {
      const isSet = (((line[x >> 3] ?? 0) >> (7 - (x & 7))) & 1) === 1
      return isSet === isWhiteZero ? 0 : 255
    }
    const at = x * samples + sample
    const tone = bits === 8 ? (line[at] ?? 0) : (line[at * 2 + upper] ?? 0)
    return isWhiteZero ? 255 - tone : tone
  }
}
