import { asBuffer } from './values.ts'

/**
 * Chunks of a size worth working on: a pipe may hand over a few bytes at a time. What came before a source failed is
 * handed over before the failure is.
 */
export async function* gathered(
  bytes: AsyncIterable<Uint8Array>,
  atLeast: () => number,
): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let size = 0
  let failure: { error: unknown } | null = null
  try {
    for await (const chunk of bytes) {
      waiting.push(asBuffer(chunk))
      size += chunk.length
      if (size < atLeast()) continue
      yield joined(waiting)
      waiting = []
      size = 0
    }
  } catch (error) {
    failure = { error }
  }
  if (size > 0) yield joined(waiting)
  if (failure) throw failure.error
}

function joined(chunks: Buffer[]): Buffer {
  const [first] = chunks
  return first && chunks.length === 1 ? first : Buffer.concat(chunks)
}
