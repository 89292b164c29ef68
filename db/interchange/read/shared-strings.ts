import { unescaped } from './cell-text.ts'
import { xmlFeed } from './xml-events.ts'

/** The texts of a workbook, which its cells name by number; null for one that is not there. */
export type SharedStrings = { at: (index: number) => string | null }

/**
 * Kept as bytes outside the heap: a register of 200,000 rows has a million texts, which as strings would take three
 * times the room.
 */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
  const store = textStore()
  let text = ''
  let isText = false
  let isReading = false
  const feed = xmlFeed({
    open(name) {
      if (name === 'si') text = ''
      // How a Japanese word is spoken stands beside it and is no part of it.
      else if (name === 'rPh') isReading = true
      else if (name === 't') isText = !isReading
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isReading = false
      else if (name === 'si') store.add(unescaped(text))
    },
  })
  try {
    for await (const chunk of chunks) feed.write(chunk)
    feed.end()
  } catch {
    // The texts before the damage are kept; each cell that names another says so.
  }
  return store
}

const chunkSize = 2 ** 22

/** Chunks are filled one after the other and never moved, so that a store that grows does not stand there twice. */
function textStore(): SharedStrings & { add: (text: string) => void } {
  const chunks: Buffer[] = []
  let used = chunkSize
  /** Of each text: its chunk and its place there, in one number; and its length in bytes. */
  let places = new Uint32Array(4096)
  let lengths = new Uint32Array(4096)
  let count = 0
  return {
    add(text) {
      if (count === places.length) {
        places = longer(places)
        lengths = longer(lengths)
      }
      const room = text.length * 3
      let chunk = chunks.at(-1)
      if (!chunk || used + room > Math.min(chunk.length, chunkSize)) {
        chunk = Buffer.allocUnsafe(Math.max(chunkSize, room))
        chunks.push(chunk)
        used = 0
      }
      const length = chunk.write(text, used)
      places[count] = (chunks.length - 1) * chunkSize + used
      lengths[count] = length
      count += 1
      used += length
    },
    at(index) {
      const [place, length] = [places[index], lengths[index]]
      if (!(index >= 0 && index < count) || place === undefined || length === undefined) return null
      const from = place % chunkSize
      return chunks[Math.floor(place / chunkSize)]?.toString('utf8', from, from + length) ?? null
    },
  }
}

function longer(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(numbers.length * 2)
  copy.set(numbers)
  return copy
}
