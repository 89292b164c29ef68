import type { ControlField, MarcField, Subfield } from '../../../shared/catalogue/contract.ts'
import { decodeUtf8, maxSubfields, note, ownCode, settled, type Reading } from './values.ts'

/** ISO 2709, 5: what ends a record and a field, and what introduces a subfield. */
export const recordEnd = 0x1d
export const fieldEnd = 0x1e
export const delimiter = 0x1f

const blank = 0x20
/** Within the limit of a text. */
const maxPlain = 10_000

/** A field's content without the terminator. */
export type Span = { tag: string; from: number; to: number }

/** Null where there is nothing in it. */
export function fieldOf(bytes: Buffer, { tag, from, to }: Span, reading: Reading): MarcField | null {
  if (tag.startsWith('00')) return controlField(bytes, { tag, from, to }, reading)
  if (bytes[from + 2] !== delimiter || to < from + 3) return oddField(bytes, { tag, from, to }, reading)
  const indicators = indicatorsOf(bytes[from] ?? blank, bytes[from + 1] ?? blank, tag, reading)
  return { tag, indicators, subfields: subfieldsOf(bytes, { tag, from: from + 2, to }, reading) }
}

const pairs: string[] = []

function indicatorsOf(first: number, second: number, tag: string, { problems }: Reading): string {
  if (isPrintable(first) && isPrintable(second)) {
    return (pairs[(first << 7) | second] ??= String.fromCharCode(first, second))
  }
  note(problems, 'indicators_wrong', tag)
  return [first, second].map((byte) => (isPrintable(byte) ? String.fromCharCode(byte) : ' ')).join('')
}

export function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f
}

/** `from` is at the first delimiter. */
function subfieldsOf(bytes: Buffer, span: Span, reading: Reading): [string, string][] {
  return plainSubfields(bytes, span, reading) ?? cutSubfields(bytes, span, reading)
}

// eslint-disable-next-line no-control-regex
const oddInField = /[\u0000-\u0008\u000B-\u001E\u007F-\u009F\u200B\uFEFF\uFFFD]/

/** The way most fields go: decoded at once, and cut into subfields as text. Null where anything must be looked at. */
function plainSubfields(bytes: Buffer, { from, to }: Span, { decode }: Reading): [string, string][] | null {
  if (decode !== decodeUtf8 || to - from > maxPlain) return null
  const text = bytes.toString('utf8', from + 1, to)
  // Composed by pieces or not at all: a mark at the beginning of a text must not join the code before it.
  if (oddInField.test(text) || text.normalize('NFC') !== text) return null
  const subfields: [string, string][] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\u001F', start)
    const end = found === -1 ? text.length : found
    const code = text.charCodeAt(start)
    if (end === start || code < 0x21 || code > 0x7e || subfields.length === maxSubfields) return null
    subfields.push([text.charAt(start), text.slice(start + 1, end)])
    start = end + 1
  }
  return subfields
}

function cutSubfields(bytes: Buffer, { tag, from, to }: Span, reading: Reading): [string, string][] {
  const subfields: [string, string][] = []
  let start = from + 1
  for (let at = start; at <= to; at++) {
    if (at < to && bytes[at] !== delimiter) continue
    if (subfields.length === maxSubfields) {
      note(reading.problems, 'too_many_subfields', tag)
      break
    }
    subfields.push(subfieldOf(bytes, { tag, from: start, to: at }, reading))
    start = at + 1
  }
  return subfields
}

function subfieldOf(bytes: Buffer, { tag, from, to }: Span, reading: Reading): [string, string] {
  const code = bytes[from] ?? 0
  if (from < to && code > 0x20 && code < 0x7f) {
    const letter = String.fromCharCode(code)
    const text = reading.decode(bytes.subarray(from + 1, to))
    return [letter, settled(text, tag + letter, reading.problems)]
  }
  note(reading.problems, 'subfield_code_wrong', tag)
  return [ownCode, settled(reading.decode(bytes.subarray(from, to)), tag, reading.problems)]
}

function controlField(bytes: Buffer, { tag, from, to }: Span, reading: Reading): ControlField | null {
  const first = bytes.indexOf(delimiter, from)
  if (first === -1 || first >= to) return textField(bytes, { tag, from, to }, reading)
  note(reading.problems, 'control_with_subfields', tag)
  const texts = subfieldsOf(bytes, { tag, from: first, to }, reading).map(([, text]) => text)
  return { tag, value: texts.join(' ').trim() }
}

function textField(bytes: Buffer, { tag, from, to }: Span, reading: Reading): ControlField | null {
  if (to <= from) return null
  return { tag, value: settled(reading.decode(bytes.subarray(from, to)), tag, reading.problems) }
}

/** A data field that does not begin with two indicators and a delimiter. */
function oddField(bytes: Buffer, span: Span, reading: Reading): MarcField | null {
  const { tag, from, to } = span
  const first = bytes.subarray(from, to).indexOf(delimiter)
  if (first === -1) return undividedField(bytes, span, reading)
  note(reading.problems, 'indicators_wrong', tag)
  const subfields = subfieldsOf(bytes, { tag, from: from + first, to }, reading)
  const given = bytes.toString('latin1', from, from + Math.min(first, 2)).replace(/[^ -~]/g, ' ')
  // Text where the indicators should be.
  if (first > 2) {
    const stray = settled(reading.decode(bytes.subarray(from + 2, from + first)), tag, reading.problems)
    subfields.unshift([ownCode, stray])
  }
  return { tag, indicators: given.padEnd(2), subfields: limited(subfields, tag, reading) }
}

function limited(subfields: [string, string][], tag: string, { problems }: Reading): [string, string][] {
  if (subfields.length <= maxSubfields) return subfields
  note(problems, 'too_many_subfields', tag)
  return subfields.slice(0, maxSubfields)
}

/** Without any delimiter: CDS/ISIS writes carets; systems keep plain texts in tags of letters (Aleph's FMT). */
function undividedField(bytes: Buffer, span: Span, reading: Reading): MarcField | null {
  const { tag } = span
  const field = textField(bytes, span, reading)
  if (!field) return null
  const byCarets = caretSubfields(field.value)
  if (byCarets) return { tag, indicators: '  ', subfields: limited(byCarets, tag, reading) }
  if (/\d/.test(tag)) note(reading.problems, 'subfields_missing', tag)
  return { tag, indicators: '  ', subfields: [['a', field.value]] }
}

/** `^aHà Nội^bVăn học`, as CDS/ISIS divides a field; what stands before the first caret has no code of its own. */
function caretSubfields(text: string): [string, string][] | null {
  const pieces = text.split(/\^(?=[a-z0-9])/i)
  const [before = '', ...coded] = pieces
  if (coded.length === 0) return null
  const subfields: Subfield[] = coded.map((piece) => [piece.charAt(0).toLowerCase(), piece.slice(1)])
  return (before.trim() === '' ? subfields : [['a', before] as const, ...subfields]).map(([code, value]) => [
    code,
    value,
  ])
}
