import { isAscii, isUtf8 } from 'node:buffer'
import { composed, decodeTable, decodeText } from '../../../shared/legacy/rules.ts'
import type { CellEncoding, TextEncoding } from '../../../shared/legacy/rules.ts'

export type Decode = (bytes: Uint8Array) => string

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Each byte as the character of its number. */
export function latin1Of(bytes: Uint8Array): string {
  return bufferOf(bytes).toString('latin1')
}

function utf8Of(bytes: Uint8Array): string {
  return bufferOf(bytes).toString()
}

/** The text of bytes, NFC. Bytes that are no UTF-8 become U+FFFD there; the tables have something for every byte. */
export function decodeBytes(bytes: Uint8Array, encoding: CellEncoding): string
export function decodeBytes(bytes: Uint8Array, encoding: TextEncoding, marc8: Decode): string
export function decodeBytes(bytes: Uint8Array, encoding: TextEncoding, marc8: Decode = latin1Of): string {
  switch (encoding) {
    case 'utf8':
      return isAscii(bytes) ? latin1Of(bytes) : composed(utf8Of(bytes))
    case 'utf8_twice':
      return isAscii(bytes) ? latin1Of(bytes) : decodeText(utf8Of(bytes), encoding)
    case 'viqr':
      return decodeText(isUtf8(bytes) ? utf8Of(bytes) : latin1Of(bytes), encoding)
    case 'marc8':
      return composed(marc8(bytes))
    case 'viscii':
    case 'vps':
      // Both have letters among the control characters of ASCII.
      return decodeTable(bytes, encoding)
    default:
      return isAscii(bytes) ? latin1Of(bytes) : decodeTable(bytes, encoding)
  }
}
