import { basicLatin, extendedLatin, setByFinal, unknownSet, type CharacterSet } from './marc8-sets.ts'
import { asBuffer } from './values.ts'

const escape = 0x1b
const unknown = '\uFFFD'

/** What stands in the left and right half of the code; `width` is 3 for the East Asian set, whose characters are not told. */
type Half = { set: CharacterSet; width: 1 | 3 }
type State = { left: Half; right: Half }

/** Marks wait for their letter, which in MARC-8 comes after them. */
type Output = { text: string; marks: string[] }

/**
 * The text of a subfield in MARC-8, NFC. What no table tells becomes U+FFFD. A character outside MARC-8 may stand as
 * `&#xHHHH;`, as the Library of Congress writes it.
 */
export function decodeMarc8(bytes: Uint8Array): string {
  const isPlain = bytes.every((byte) => byte < 0x80 && byte !== escape)
  const text = isPlain ? asBuffer(bytes).toString('latin1') : decoded(bytes)
  return text.replace(/&#x([0-9A-F]{4,6});/gi, referred).normalize('NFC')
}

function referred(whole: string, digits: string): string {
  const code = Number.parseInt(digits, 16)
  return code > 0x10ffff || (code > 0xd7ff && code < 0xe000) ? whole : String.fromCodePoint(code)
}

function decoded(bytes: Uint8Array): string {
  const state: State = { left: { set: basicLatin, width: 1 }, right: { set: extendedLatin, width: 1 } }
  const output: Output = { text: '', marks: [] }
  let at = 0
  while (at < bytes.length) {
    const escaped = bytes[at] === escape ? designate(bytes, at, state) : 0
    if (escaped > 0) at += escaped
    else at += readCharacter(bytes, at, state, output)
  }
  // Marks without a letter stand on a space.
  if (output.marks.length > 0) put(output, ' ')
  return output.text
}

function readCharacter(bytes: Uint8Array, at: number, { left, right }: State, output: Output): number {
  const byte = bytes[at] ?? 0
  if (byte <= 0x20 || (byte >= 0x7f && byte <= 0xa0) || byte === 0xff) {
    put(output, byte === 0x8d ? '\u200D' : byte === 0x8e ? '\u200C' : controlOf(byte))
    return 1
  }
  const half = byte > 0x80 ? right : left
  if (half.width === 3) {
    put(output, unknown)
    return 3
  }
  const character = half.set.get(byte & 0x7f)
  if (character !== undefined && /^\p{M}$/u.test(character)) output.marks.push(character)
  else if (character !== '') put(output, character ?? unknown)
  return 1
}

/** Non-sorting signs are kept as Unicode has them; other bytes of the upper controls are no MARC-8. */
function controlOf(byte: number): string {
  if (byte === 0x88) return '\u0098'
  if (byte === 0x89) return '\u009C'
  return byte < 0x80 ? String.fromCharCode(byte) : unknown
}

/** Circumflex and breve make another Vietnamese letter and go next to it: ễ is e with a circumflex, then a tilde. */
const shapes = new Set(['\u0302', '\u0306'])

function put(output: Output, base: string): void {
  if (output.marks.length === 0) {
    output.text += base
    return
  }
  const shape = output.marks.filter((mark) => shapes.has(mark))
  const tones = output.marks.filter((mark) => !shapes.has(mark))
  output.text += base + shape.join('') + tones.join('')
  output.marks = []
}

/** Bytes that an escape sequence takes; zero where it is none. */
function designate(bytes: Uint8Array, at: number, state: State): number {
  const sequence = asBuffer(bytes).toString('latin1', at + 1, at + 5)
  const [whole, single] = /^([gbps])/.exec(sequence) ?? []
  if (whole !== undefined) {
    state.left = { set: single === 's' ? basicLatin : (setByFinal[single ?? ''] ?? unknownSet), width: 1 }
    return 2
  }
  const match = /^(\$?)([(,)-]?)(!?)([1-4BENQS])/.exec(sequence)
  const [taken, wide, side, , final = ''] = match ?? []
  if (taken === undefined || (wide === '' && side === '')) return 0
  const half: Half = { set: setByFinal[final] ?? unknownSet, width: wide === '' ? 1 : 3 }
  if (side === ')' || side === '-') state.right = half
  else state.left = half
  return taken.length + 1
}
