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

function textStore(): SharedStrings & { add: (text: string) => void } {
  let bytes = Buffer.allocUnsafe(65_536)
  let ends = new Uint32Array(1024)
  let count = 0
  let used = 0
  return {
    add(text) {
      const room = text.length * 3
      if (used + room > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, used + room))
        bytes.copy(larger, 0, 0, used)
        bytes = larger
      }
      if (count === ends.length) {
        const longer = new Uint32Array(ends.length * 2)
        longer.set(ends)
        ends = longer
      }
      used += bytes.write(text, used)
      ends[count] = used
      count += 1
    },
    at: (index) =>
      index >= 0 && index < count
        ? bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index])
        : null,
  }
}
