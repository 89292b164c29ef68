/** Turns bytes into text; never throws. */
export type Decode = (bytes: Uint8Array) => string

const lineFeed = 0x0a
const carriageReturn = 0x0d
const space = 0x20
/** No table has a line as long; what has is cut between two words, so that memory stays small. */
const longestLine = 4 * 2 ** 20

/**
 * The text of a file in stretches of whole lines. In every encoding libraries have used the bytes of line breaks mean
 * nothing else, so the stretches are decoded one by one; UTF-16 is the exception, and has no other reading to choose.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, decode: Decode): AsyncIterable<string> {
  const { head, all } = await withHead(bytes)
  const wide = wideEncoding(head)
  if (wide !== null) {
    yield* wideText(all, new TextDecoder(wide))
    return
  }
  let carried = Buffer.alloc(0)
  let from = markLength(head)
  for await (const chunk of all) {
    const joined = carried.length > 0 ? Buffer.concat([carried, chunk]) : Buffer.from(chunk)
    const end = stretchEnd(joined)
    if (end > from) yield decode(joined.subarray(from, end))
    carried = joined.subarray(Math.max(end, from))
    from = 0
  }
  if (carried.length > 0) yield decode(carried)
}

const headLength = 512

/** The first bytes, and all of them with those before the rest. */
async function withHead(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]()
  let head = new Uint8Array()
  while (head.length < headLength) {
    const next = await iterator.next()
    if (next.done) break
    head = new Uint8Array(Buffer.concat([head, next.value]))
  }
  return { head, all: joined(head, iterator) }
}

async function* joined(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    if (head.length > 0) yield head
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}

async function* wideText(bytes: AsyncIterable<Uint8Array>, decoder: TextDecoder): AsyncIterable<string> {
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

function markLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}

/** Behind the last line break; a carriage return at the very end may still get its line feed. */
function stretchEnd(bytes: Buffer): number {
  const last = Math.max(bytes.lastIndexOf(lineFeed), bytes.lastIndexOf(carriageReturn, -2))
  if (last >= 0) return last + 1
  return bytes.length > longestLine ? bytes.lastIndexOf(space) + 1 || bytes.length : 0
}

/** UTF-16 tells itself by its mark, or by every second byte of its ASCII letters being nothing; null for any other. */
export function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const sample = head.subarray(0, headLength)
  const zeros = (parity: number) => sample.filter((byte, at) => at % 2 === parity && byte === 0).length
  if (sample.length < 4) return null
  if (zeros(1) > sample.length / 6 && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > sample.length / 6 && zeros(1) === 0 ? 'utf-16be' : null
}
