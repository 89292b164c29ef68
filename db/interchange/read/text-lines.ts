import type { Decode } from './entry.ts'
import { decodeUtf8 } from './values.ts'

export type Lines = {
  /** Bytes of the byte order mark. */
  mark: number
  decode: Decode
  /** Behind the line that begins at `at`; `at` itself where its end is still to come. */
  end: (bytes: Buffer, at: number, isLast: boolean) => number
  /** The line without its break, one character for each byte of it. */
  text: (stretch: Buffer) => string
}

/** A longer line is none: it is taken in pieces. */
const maxLine = 1_048_576
const lineFeed = 0x0a
const carriageReturn = 0x0d

/** How the lines of a file end and what they are written in, by its byte order mark. */
export function linesOf(head: Buffer, decode: Decode): Lines {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return utf16(0)
  if (first === 0xfe && second === 0xff) return utf16(1)
  const text = (stretch: Buffer) => stretch.toString('latin1').replace(/[\r\n]+$/, '')
  return { mark: first === 0xef && second === 0xbb ? 3 : 0, decode, text, end: lineEnd }
}

/** Notepad's "Unicode", turned into UTF-8 line by line. `low` is where the small half of a character stands. */
function utf16(low: 0 | 1): Lines {
  const text = (stretch: Buffer) => {
    const even = stretch.subarray(0, stretch.length - (stretch.length % 2))
    const line = (low === 0 ? even : Buffer.from(even).swap16()).toString('utf16le').toWellFormed()
    return Buffer.from(line.replace(/[\r\n]+$/, '')).toString('latin1')
  }
  const end = (bytes: Buffer, at: number, isLast: boolean) => wideLineEnd(bytes, at, isLast, low)
  return { mark: 2, decode: decodeUtf8, text, end }
}

function lineEnd(bytes: Buffer, at: number, isLast: boolean): number {
  const feed = bytes.indexOf(lineFeed, at)
  const before = bytes.subarray(at, feed === -1 ? bytes.length : feed).indexOf(carriageReturn)
  if (before === -1) return feed === -1 ? withoutEnd(bytes, at, isLast) : feed + 1
  const next = at + before + 1
  if (next === bytes.length && !isLast) return at
  return bytes[next] === lineFeed ? next + 1 : next
}

function wideLineEnd(bytes: Buffer, at: number, isLast: boolean, low: 0 | 1): number {
  for (let i = at; i + 1 < bytes.length; i += 2) {
    if (bytes[i + low] === lineFeed && bytes[i + 1 - low] === 0) return i + 2
  }
  return withoutEnd(bytes, at, isLast)
}

function withoutEnd(bytes: Buffer, at: number, isLast: boolean): number {
  if (bytes.length - at >= maxLine) return at + maxLine
  return isLast ? bytes.length : at
}
