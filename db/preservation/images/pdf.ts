import type { Bytes } from './bytes.ts'
import { BrokenFile, nothingKnown, type FileFacts } from './facts.ts'
import {
  dictionaryOf,
  lengthOf,
  objectAt,
  packedObject,
  streamOf,
  type PdfObject,
  type Place,
} from './pdf-objects.ts'
import { isReference, valueReader, type PdfDictionary, type PdfValue } from './pdf-values.ts'

type Places = Map<number, Place>
/** Each revision of a file leaves a list of places that names the one before. */
const mostRevisions = 1000
const tailBytes = 4096

/** What the end of a file leads to. */
export type PdfFile = {
  isEncrypted: boolean
  /** A value itself, or what it refers to. */
  resolve: (value: PdfValue | undefined) => PdfValue | undefined
  /** What a reference leads to with the place of its stream; null for what has none. */
  stream: (value: PdfValue | undefined) => PdfObject | null
  /** The dictionary of all pages. */
  pages: () => PdfDictionary
}

/** Pages as the file itself counts them, found by the list of places at its end; and whether a password closes it. */
export function readPdf(bytes: Bytes): FileFacts | null {
  const file = openPdf(bytes)
  if (!file) return null
  const facts: FileFacts = { ...nothingKnown, format: 'pdf' }
  // What a password closes cannot be looked into, and need not be: it is named for that.
  if (file.isEncrypted) return { ...facts, isEncrypted: true }
  const count = file.resolve(file.pages().get('Count'))
  if (typeof count !== 'number') throw new BrokenFile('broken_structure')
  if (count <= 0) throw new BrokenFile('no_pages')
  return { ...facts, pages: count }
}

export function openPdf(bytes: Bytes): PdfFile | null {
  if (!bytes.at(0, 1024).toString('latin1').includes('%PDF-')) return null
  const { places, trailer } = revisions(bytes)
  const find = finder(bytes, places)
  const resolve = (value: PdfValue | undefined) => (isReference(value) ? find(value.object) : value)
  return {
    isEncrypted: trailer.has('Encrypt'),
    resolve,
    stream(value) {
      const place = isReference(value) ? places.get(value.object) : undefined
      const object = place && 'at' in place ? objectAt(bytes, place.at) : null
      return object === null || object.streamAt === null ? null : object
    },
    pages: () => dictionaryOf(resolve(dictionaryOf(resolve(trailer.get('Root'))).get('Pages'))),
  }
}

function finder(bytes: Bytes, places: Places) {
  return function find(object: number, depth = 0): PdfValue {
    const place = places.get(object)
    if (!place || depth > 8) throw new BrokenFile('broken_structure')
    if ('at' in place) return objectAt(bytes, place.at).value
    const holder = places.get(place.within)
    if (!holder || !('at' in holder)) throw new BrokenFile('broken_structure')
    const whole = objectAt(bytes, holder.at)
    const dictionary = dictionaryOf(whole.value)
    const length = lengthOf(dictionary, (number) => find(number, depth + 1))
    return packedObject(streamOf(bytes, whole, length), dictionary, place.index)
  }
}

/** The newest word on each object stands, and so does the newest trailer. */
function revisions(bytes: Bytes): { places: Places; trailer: PdfDictionary } {
  const tail = bytes.at(Math.max(0, bytes.size - tailBytes), tailBytes).toString('latin1')
  const start = /startxref\s+(\d+)(?!.*startxref)/s.exec(tail)?.[1]
  if (start === undefined || !tail.includes('%%EOF')) throw new BrokenFile('cut_short')
  const places: Places = new Map()
  const waiting = [Number(start)]
  const seen = new Set<number>()
  let trailer: PdfDictionary | null = null
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at)) continue
    if (at >= bytes.size || seen.size >= mostRevisions) throw new BrokenFile('broken_structure')
    seen.add(at)
    const found = /^\s*xref/.test(bytes.at(at, 32).toString('latin1'))
      ? tableAt(bytes, at, places)
      : streamAt(bytes, at, places)
    trailer ??= found
    for (const key of ['XRefStm', 'Prev']) {
      const next = found.get(key)
      if (typeof next === 'number') waiting.push(next)
    }
  }
  if (!trailer) throw new BrokenFile('broken_structure')
  return { places, trailer }
}

/** A list in plain lines of twenty bytes. */
function tableAt(bytes: Bytes, start: number, places: Places): PdfDictionary {
  let at = start + bytes.at(start, 32).toString('latin1').indexOf('xref') + 4
  for (;;) {
    const head = /^\s*(\d+)\s+(\d+)[ \t]*\r?\n?/.exec(bytes.at(at, 64).toString('latin1'))
    if (!head) break
    const first = Number(head[1])
    const count = Number(head[2])
    at += head[0].length
    if (at + count * 20 > bytes.size) throw new BrokenFile('cut_short')
    const lines = bytes.at(at, count * 20).toString('latin1')
    for (let line = 0; line < count; line += 1) {
      const text = lines.slice(line * 20, line * 20 + 18)
      if (text.charAt(17) === 'n') setOnce(places, first + line, { at: Number(text.slice(0, 10)) })
    }
    at += count * 20
  }
  const text = bytes.at(at, 65_536).toString('latin1')
  const word = /^\s*trailer/.exec(text)
  if (!word) throw new BrokenFile('broken_structure')
  return dictionaryOf(valueReader(text, word[0].length).value())
}

/** The same list as a packed stream of numbers of given widths. */
function streamAt(bytes: Bytes, at: number, places: Places): PdfDictionary {
  const object = objectAt(bytes, at)
  const dictionary = dictionaryOf(object.value)
  const noReference = () => {
    throw new BrokenFile('broken_structure')
  }
  const data = streamOf(bytes, object, lengthOf(dictionary, noReference))
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = numbersOf(dictionary.get('W'))
  const width = kindWidth + secondWidth + thirdWidth
  const ranges = numbersOf(dictionary.get('Index') ?? [0, dictionary.get('Size') ?? 0])
  if (width === 0) throw new BrokenFile('broken_structure')
  let place = 0
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    for (let index = 0; index < (ranges[range + 1] ?? 0) && place + width <= data.length; index += 1) {
      const kind = kindWidth === 0 ? 1 : numberAt(data, place, kindWidth)
      const second = numberAt(data, place + kindWidth, secondWidth)
      const third = numberAt(data, place + kindWidth + secondWidth, thirdWidth)
      const object = (ranges[range] ?? 0) + index
      if (kind === 1) setOnce(places, object, { at: second })
      if (kind === 2) setOnce(places, object, { within: second, index: third })
      place += width
    }
  }
  return dictionary
}

function setOnce(places: Places, object: number, place: Place): void {
  if (!places.has(object)) places.set(object, place)
}

function numbersOf(value: PdfValue | undefined): number[] {
  return Array.isArray(value) ? value.map(Number) : []
}

function numberAt(data: Buffer, at: number, width: number): number {
  let number = 0
  for (let index = 0; index < width; index += 1) number = number * 256 + (data[at + index] ?? 0)
  return number
}
