import { inflateSync } from 'node:zlib'
import type { Bytes } from './bytes.ts'
import { BrokenFile } from './facts.ts'
import { unpackFax } from './fax.ts'
import { unpackLzw } from './lzw.ts'
import { compressions, type TiffPage } from './tiff.ts'

/** A page stands in parts of one size, strips over its whole width or tiles; what juts out of the page is no part of it. */
export type Part = { left: number; top: number; width: number; height: number; plane: number; rows: Buffer }

/** What an old PC draws without a halt; a part above it is not unpacked. */
const mostPartBytes = 256 * 1024 * 1024

type Size = { width: number; height: number }

/** Part after part, unpacked, from the top; those that `isWanted` passes over are not read. */
export function* partsOf(
  bytes: Bytes,
  page: TiffPage,
  { isLittle, isWanted }: { isLittle: boolean; isWanted: (top: number, height: number) => boolean },
): Generator<Part> {
  const size = page.tile ?? { width: page.width, height: page.rowsPerStrip }
  const across = Math.ceil(page.width / size.width)
  const perPlane = across * Math.ceil(page.height / size.height)
  for (let plane = 0; plane < (page.isPlanar ? page.samples : 1); plane += 1)
    for (let at = 0; at < perPlane; at += 1) {
      const left = (at % across) * size.width
      const top = Math.floor(at / across) * size.height
      // The last strip ends with the page; tiles are always whole.
      const height = page.tile ? size.height : Math.min(size.height, page.height - top)
      if (!isWanted(top, height)) continue
      const index = plane * perPlane + at
      const packed = bytes.at(page.offsets[index] ?? 0, page.counts[index] ?? 0)
      const rows = unpacked(packed, page, { width: size.width, height })
      const plain =
        page.predictor === 2 ? withoutPredictor(rows, page, { width: size.width, isLittle }) : rows
      yield { left, top, width: size.width, height, plane, rows: plain }
    }
}

export const samplesIn = ({ isPlanar, samples }: TiffPage) => (isPlanar ? 1 : samples)

export function rowBytesOf(page: TiffPage, width: number): number {
  return Math.ceil((width * page.bits * samplesIn(page)) / 8)
}

function unpacked(given: Buffer, page: TiffPage, { width, height }: Size): Buffer {
  const size = rowBytesOf(page, width) * height
  if (size > mostPartBytes) throw new BrokenFile('broken_structure')
  const packed = page.isReversed && page.bits === 1 ? reversed(given) : given
  switch (page.compression) {
    case compressions.lzw:
      return unpackLzw(packed, size)
    case compressions.deflate:
    case compressions.oldDeflate:
      return inflated(packed, size)
    case compressions.packBits:
      return unpackBits(packed, size)
    case compressions.fax4:
      return unpackFax(packed, { width, height, kind: 'g4' })
    case compressions.fax3:
      return unpackFax(packed, { width, height, kind: 'g3', hasTags: (page.faxOptions & 1) === 1 })
    case compressions.faxLines:
      return unpackFax(packed, { width, height, kind: 'lines' })
    default:
      return packed
  }
}

function reversed(packed: Buffer): Buffer {
  const plain = Buffer.alloc(packed.length)
  for (const [at, byte] of packed.entries())
    for (let bit = 0; bit < 8; bit += 1) plain[at] = ((plain[at] ?? 0) << 1) | ((byte >> bit) & 1)
  return plain
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

type Rows = { width: number; isLittle: boolean }

function addWide(plain: Buffer, at: number, { back, isLittle }: { back: number; isLittle: boolean }): void {
  if (isLittle) plain.writeUInt16LE((plain.readUInt16LE(at) + plain.readUInt16LE(at - back)) & 0xffff, at)
  else plain.writeUInt16BE((plain.readUInt16BE(at) + plain.readUInt16BE(at - back)) & 0xffff, at)
}

/** Each sample of a row was written as its distance from the one before it. */
function withoutPredictor(rows: Buffer, page: TiffPage, { width, isLittle }: Rows): Buffer {
  const plain = Buffer.from(rows)
  const rowBytes = rowBytesOf(page, width)
  const back = samplesIn(page) * (page.bits === 16 ? 2 : 1)
  for (let start = 0; start < plain.length; start += rowBytes) {
    const end = Math.min(start + rowBytes, plain.length)
    if (page.bits === 8)
      for (let at = start + back; at < end; at += 1) plain[at] = (plain[at] ?? 0) + (plain[at - back] ?? 0)
    if (page.bits === 16)
      for (let at = start + back; at + 1 < end; at += 2) addWide(plain, at, { back, isLittle })
  }
  return plain
}
