import { crc32 } from 'node:zlib'
import type { Bytes } from './bytes.ts'
import { BrokenFile, dpiOf, nothingKnown, type FileFacts } from './facts.ts'

const signature = '89504e470d0a1a0a'
/** By colour type: 0 grey, 2 colour, 3 palette, 4 grey and 6 colour with transparency. */
const greyTypes = [0, 4]

/** Each chunk is stepped over by its length; one that reaches past the end, or a missing last one, is a file cut short. */
export function readPng(bytes: Bytes): FileFacts | null {
  if (bytes.at(0, 8).toString('hex') !== signature) return null
  const facts: FileFacts = { ...nothingKnown, format: 'png', pages: 1 }
  let at = 8
  for (;;) {
    const head = bytes.at(at, 8)
    if (head.length < 8) throw new BrokenFile('cut_short')
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4, 8)
    if (at + 12 + length > bytes.size) throw new BrokenFile('cut_short')
    if (type === 'IHDR') Object.assign(facts, headOf(bytes.at(at + 4, length + 8)))
    if (type === 'pHYs' && length >= 9) facts.dpi = density(bytes.at(at + 8, 9))
    if (type === 'IEND') break
    at += 12 + length
  }
  if (!facts.widthPx || !facts.heightPx) throw new BrokenFile('broken_structure')
  return facts
}

/** With its type before it and its checksum behind it. */
function headOf(chunk: Buffer) {
  const end = chunk.length - 4
  if (end < 17 || crc32(chunk.subarray(0, end)) !== chunk.readUInt32BE(end))
    throw new BrokenFile('broken_structure')
  const bits = chunk.readUInt8(12)
  const type = chunk.readUInt8(13)
  const grey = bits === 1 ? ('bilevel' as const) : ('grey' as const)
  return {
    widthPx: chunk.readUInt32BE(4),
    heightPx: chunk.readUInt32BE(8),
    bits,
    colour: greyTypes.includes(type) ? grey : ('colour' as const),
  }
}

function density(chunk: Buffer): number | null {
  return chunk.readUInt8(8) === 1 ? dpiOf(chunk.readUInt32BE(0), chunk.readUInt32BE(4), 'metre') : null
}
