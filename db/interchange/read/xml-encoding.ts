import { isUtf8 } from 'node:buffer'
import type { Decode } from './entry.ts'
import { decodeUtf8 } from './values.ts'

export type XmlEncoding = {
  /** Bytes of the byte order mark. */
  mark: number
  /** Bytes for each character of the text in which tags are looked for. */
  unit: 1 | 2
  /** The text in which tags are looked for: every sign of a tag at its place, other characters as they may be. */
  scanned: (bytes: Buffer) => string
  /** The text for the parser. */
  text: (bytes: Buffer) => string
  /** The value from what the parser gives. */
  valueOf: (raw: string) => string
}

/** How a file is written: by its byte order mark, else by what its first line says, which `decode` overrules. */
export function encodingIn(head: Buffer, decode: Decode): XmlEncoding {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return utf16(littleEndian, 2)
  if (first === 0xfe && second === 0xff) return utf16(bigEndian, 2)
  if (first === 0x3c && second === 0) return utf16(littleEndian, 0)
  if (first === 0 && second === 0x3c) return utf16(bigEndian, 0)
  const mark = first === 0xef && second === 0xbb ? 3 : 0
  if (decode !== decodeUtf8) return overruled(decode, mark)
  const label = /^\s*<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w.:-]+)/.exec(
    latin1(head.subarray(mark, 256)),
  )?.[1]
  return declared(label ?? 'utf-8', mark)
}

const latin1 = (bytes: Buffer) => bytes.toString('latin1')
const littleEndian = (bytes: Buffer) => bytes.toString('utf16le').toWellFormed()
const bigEndian = (bytes: Buffer) => Buffer.from(bytes).swap16().toString('utf16le').toWellFormed()
const composed = (raw: string) => raw.normalize('NFC')

function utf16(read: (bytes: Buffer) => string, mark: number): XmlEncoding {
  return { mark, unit: 2, scanned: read, text: read, valueOf: composed }
}

/** Headers lie: what is valid UTF-8 is no single-byte text, which has its accented letters one by one. */
function declared(label: string, mark: number): XmlEncoding {
  const decoder = decoderFor(label)
  const text = (bytes: Buffer) =>
    decoder === null || isUtf8(bytes) ? bytes.toString('utf8') : decoder.decode(bytes)
  return { mark, unit: 1, scanned: latin1, text, valueOf: composed }
}

/** Null for UTF-8, and for UTF-16, which the bytes have shown not to be. */
function decoderFor(label: string): TextDecoder | null {
  try {
    const decoder = new TextDecoder(label)
    return decoder.encoding.startsWith('utf-') ? null : decoder
  } catch {
    return null
  }
}

/** Each text is turned back into its bytes; characters written as numbers are none of them. */
function overruled(decode: Decode, mark: number): XmlEncoding {
  const valueOf = (raw: string) =>
    raw.replace(/[^\u0100-\uFFFF]+/g, (bytes) => decode(Buffer.from(bytes, 'latin1'))).normalize('NFC')
  return { mark, unit: 1, scanned: latin1, text: latin1, valueOf }
}
