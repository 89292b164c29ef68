import { inflateSync } from 'node:zlib'
import type { Bytes } from './bytes.ts'
import { BrokenFile } from './facts.ts'
import { isReference, valueReader, type PdfDictionary, type PdfValue } from './pdf-values.ts'

/** Where an object stands: in the file itself, or as one of several that are packed into another. */
export type Place = { at: number } | { within: number; index: number }

export type PdfObject = { value: PdfValue; streamAt: number | null }

/** Dictionaries that count pages are small; one that is not is no such dictionary. */
const mostObjectBytes = 262_144
/** Unpacked: lists of places and packed objects. */
const mostStreamBytes = 64 * 1024 * 1024

export function objectAt(bytes: Bytes, at: number): PdfObject {
  const text = bytes.at(at, mostObjectBytes).toString('latin1')
  const head = /^[\0\t\n\f\r ]*\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj/.exec(text.slice(0, 100))
  if (!head) throw new BrokenFile('broken_structure')
  const reader = valueReader(text, head[0].length)
  const value = reader.value()
  reader.skip()
  const start = /^stream\r?\n/.exec(text.slice(reader.place(), reader.place() + 10))
  return { value, streamAt: start ? at + reader.place() + start[0].length : null }
}

export function dictionaryOf(value: PdfValue | undefined): PdfDictionary {
  if (value instanceof Map) return value
  throw new BrokenFile('broken_structure')
}

/** The contents of a stream that is packed in the usual way, or not at all. */
export function streamOf(bytes: Bytes, { value, streamAt }: PdfObject, length: number): Buffer {
  const dictionary = dictionaryOf(value)
  if (streamAt === null) throw new BrokenFile('broken_structure')
  const packed = bytes.at(streamAt, length)
  if (packed.length < length) throw new BrokenFile('cut_short')
  const filter = [dictionary.get('Filter') ?? null].flat()[0]
  if (filter === null) return packed
  if (filter !== 'FlateDecode') throw new BrokenFile('broken_structure')
  const parameters = [dictionary.get('DecodeParms') ?? null].flat()[0]
  const plain = unpacked(packed)
  return parameters instanceof Map ? withoutPredictor(plain, parameters) : plain
}

function unpacked(packed: Buffer): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: mostStreamBytes })
  } catch {
    throw new BrokenFile('broken_structure')
  }
}

/** Rows that tell how they differ from the one above (PNG's filters); lists of places use None and Up. */
function withoutPredictor(packed: Buffer, parameters: PdfDictionary): Buffer {
  if (Number(parameters.get('Predictor') ?? 1) < 10) return packed
  const columns = Number(parameters.get('Columns') ?? 1)
  const rows = Math.floor(packed.length / (columns + 1))
  const plain = Buffer.alloc(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const filter = packed[row * (columns + 1)] ?? 0
    if (filter !== 0 && filter !== 2) throw new BrokenFile('broken_structure')
    for (let column = 0; column < columns; column += 1) {
      const above = filter === 2 && row > 0 ? (plain[(row - 1) * columns + column] ?? 0) : 0
      plain[row * columns + column] = (packed[row * (columns + 1) + 1 + column] ?? 0) + above
    }
  }
  return plain
}

/** The one of several objects packed into a stream. */
export function packedObject(stream: Buffer, dictionary: PdfDictionary, index: number): PdfValue {
  const text = stream.toString('latin1')
  const first = Number(dictionary.get('First') ?? 0)
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number)
  const offset = numbers[index * 2 + 1]
  if (offset === undefined) throw new BrokenFile('broken_structure')
  return valueReader(text, first + offset).value()
}

export function lengthOf(dictionary: PdfDictionary, find: (object: number) => PdfValue): number {
  const length = dictionary.get('Length')
  const number = isReference(length) ? find(length.object) : length
  if (typeof number !== 'number' || number < 0) throw new BrokenFile('broken_structure')
  return number
}
