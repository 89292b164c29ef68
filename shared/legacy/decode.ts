import { composed, partsOf } from './alphabet.ts'
import { byteTables, decodeUnits, encodeByTable } from './byte-tables.ts'
import { withCapitals } from './capitals.ts'
import type { CellEncoding } from './encoding.ts'
import { decodeTwice, encodeTwice } from './twice.ts'
import { encodeUtf8 } from './utf8.ts'
import { decodeViqr, encodeViqr } from './viqr.ts'
import { decodeVni, encodeVni } from './vni.ts'
import { unitsOf } from './western.ts'
import type { Units } from './western.ts'

/** Encodings whose bytes are letters and marks. */
export type TableEncoding = 'tcvn3' | 'vni' | 'viscii' | 'vps' | 'windows1258'

/** Code units are bytes, or characters beyond them, which stay as they are. */
export function decodeTable(units: Units, encoding: TableEncoding): string {
  if (encoding === 'vni') return decodeVni(units)
  const text = decodeUnits(byteTables[encoding], units)
  return encoding === 'tcvn3' ? withCapitals(text) : text
}

// eslint-disable-next-line no-control-regex
const unaffected = /^[\t\n\r -~]*$/

/** The text that was meant, of one that a program took for windows-1252 or Latin-1. NFC. */
export function decodeText(text: string, encoding: CellEncoding): string {
  switch (encoding) {
    case 'utf8':
      return composed(text)
    case 'utf8_twice':
      return decodeTwice(text)
    case 'viqr':
      return decodeViqr(text)
    default:
      return unaffected.test(text) ? text : decodeTable(unitsOf(text), encoding)
  }
}

/** The bytes of a text; a character that the encoding lacks becomes a question mark, a toned capital of TCVN3 its small letter. */
export function encodeText(text: string, encoding: CellEncoding): Uint8Array {
  return Uint8Array.from(bytesOf(text, encoding))
}

/** VN3 has no toned capitals: they were small letters in a font of capitals. */
function withSmallTones(text: string): string {
  return composed(text).replace(/\P{ASCII}/gu, (letter) =>
    (partsOf(letter)?.tone ?? '') === '' ? letter : letter.toLowerCase(),
  )
}

function bytesOf(text: string, encoding: CellEncoding): number[] {
  switch (encoding) {
    case 'utf8':
      return encodeUtf8(text)
    case 'utf8_twice':
      return encodeTwice(text)
    case 'viqr':
      return encodeViqr(text)
    case 'vni':
      return encodeVni(text)
    case 'tcvn3':
      return encodeByTable(byteTables.tcvn3, withSmallTones(text))
    default:
      return encodeByTable(byteTables[encoding], text)
  }
}
