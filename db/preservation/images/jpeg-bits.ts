import { BrokenFile } from './facts.ts'

type Code = { code: number; length: number }
/**
 * A table of codes. Those of one length are consecutive, so one is found by the last of its length and by where their
 * meanings begin.
 */
export type Codes = { last: number[]; begin: number[]; meanings: Uint8Array; codeOf: (Code | undefined)[] }

const longestCode = 16

export function codesOf(counts: Uint8Array, meanings: Uint8Array): Codes {
  const codes: Codes = { last: [-1], begin: [0], meanings, codeOf: [] }
  let [code, at] = [0, 0]
  for (let length = 1; length <= longestCode; length += 1) {
    const count = counts[length - 1] ?? 0
    codes.begin[length] = at - code
    codes.last[length] = code + count - 1
    for (let index = 0; index < count; index += 1)
      codes.codeOf[meanings[at + index] ?? 0] = { code: code + index, length }
    code = (code + count) * 2
    at += count
  }
  return codes
}

export type BitReader = ReturnType<typeof bitReader>

/** Bits of a stream from the highest down; a byte of ones has a zero behind it that means nothing. */
export function bitReader(data: Buffer) {
  let [at, held, left] = [0, 0, 0]
  function bit(): number {
    if (left === 0) {
      if (at >= data.length) throw new BrokenFile('cut_short')
      held = data[at] ?? 0
      at += held === 0xff ? 2 : 1
      left = 8
    }
    left -= 1
    return (held >> left) & 1
  }
  function bits(count: number): number {
    let value = 0
    for (let index = 0; index < count; index += 1) value = value * 2 + bit()
    return value
  }
  function meaning({ last, begin, meanings }: Codes): number {
    let code = 0
    for (let length = 1; length <= longestCode; length += 1) {
      code = code * 2 + bit()
      if (code <= (last[length] ?? -1)) return meanings[code + (begin[length] ?? 0)] ?? 0
    }
    throw new BrokenFile('broken_structure')
  }
  return { bits, meaning }
}

export function bitWriter() {
  let bytes = Buffer.alloc(65_536)
  let [size, held, count] = [0, 0, 0]
  function put(byte: number): void {
    if (size + 2 > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)])
    bytes[size] = byte
    size += 1
    if (byte === 0xff) size += 1
  }
  function write(value: number, length: number): void {
    for (let index = length - 1; index >= 0; index -= 1) {
      held = (held << 1) | ((value >> index) & 1)
      count += 1
      if (count === 8) {
        put(held)
        held = 0
        count = 0
      }
    }
  }
  /** What is left of the last byte is filled with ones. */
  function end(): Buffer {
    if (count > 0) put((held << (8 - count)) | (0xff >> count))
    return bytes.subarray(0, size)
  }
  return { write, end }
}
