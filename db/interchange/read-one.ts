import type { Incoming, ReadingOptions } from './incoming.ts'
import { decodeFor, parseLetters } from './letters.ts'
import { hasMarcRecords, readEntries, type Source } from './read/index.ts'
import { entryReader, incomingOf } from './reading.ts'

const mostShownBytes = 4096
/** Further down a table nothing is looked up any more: its rows have to be read from the top. */
const mostRows = 50_000

export type Place = { file: number; at: number; length: number }
export type ReadAgain = { incoming: Incoming | null; bytes: Uint8Array }

/** A line of a run once more, read from the file it was found in; null where the file is gone. */
export async function readOne(
  sources: readonly Source[],
  options: ReadingOptions,
  place: Place,
): Promise<ReadAgain | null> {
  const source = sources[place.file]
  if (!source) return null
  if (!hasMarcRecords(source))
    return { incoming: await rowAt(source, options, place), bytes: new Uint8Array() }
  const bytes = await stretchOf(source, place)
  const piece: Source = { ...source, size: bytes.length, chunks: () => once(bytes) }
  const decode = decodeFor(parseLetters(options.encoding))
  for await (const [entry] of readEntries(piece, { decode })) {
    if (!entry) continue
    return { incoming: entryReader(place.file, options)(entry), bytes: bytes.subarray(0, mostShownBytes) }
  }
  return { incoming: null, bytes: bytes.subarray(0, mostShownBytes) }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

async function stretchOf(source: Source, { at, length }: Place): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let before = 0
  for await (const chunk of source.chunks()) {
    const from = Math.max(0, at - before)
    const to = Math.min(chunk.length, at + length - before)
    if (from < to) parts.push(chunk.subarray(from, to))
    before += chunk.length
    if (before >= at + length) break
  }
  return Buffer.concat(parts)
}

async function rowAt(source: Source, options: ReadingOptions, { file, at }: Place): Promise<Incoming | null> {
  if (at > mostRows) return null
  for await (const batch of incomingOf(source, file, options)) {
    const found = batch.find((incoming) => incoming.at === at)
    if (found) return found
    if ((batch.at(-1)?.at ?? 0) > at) return null
  }
  return null
}
