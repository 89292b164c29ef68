import { open, type FileHandle } from 'node:fs/promises'
import { SourceProblem, whenOpening, whenReading } from './source-problem.ts'
import { asBuffer } from './values.ts'

/** A file by itself or in an archive, before it is known what it is. */
export type Item = {
  name: string
  /** Bytes that `read` will give, as far as anybody has said. */
  size: number
  read: () => AsyncIterable<Uint8Array>
}

const chunkSize = 262_144

export function fileItem(path: string, name: string, size: number): Item {
  return { name, size, read: () => fileChunks(path, name, size) }
}

async function* fileChunks(path: string, name: string, size: number): AsyncGenerator<Buffer> {
  const handle = await opened(path, name)
  let count = 0
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafeSlow(chunkSize)
      const { bytesRead } = await handle.read(buffer, 0, chunkSize)
      if (bytesRead === 0) break
      count += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  } catch (error) {
    throw whenReading(error, name)
  } finally {
    await handle.close().catch(() => undefined)
  }
  if (count < size) throw new SourceProblem('file_cut_off', name)
}

async function opened(path: string, name: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (error) {
    throw whenOpening(error, name)
  }
}

/** What the last bytes of a gzip say, modulo 4 GiB and of its last part only, so never less than what it is packed. */
export async function unpackedSize(path: string, { name, size }: Item): Promise<number> {
  const handle = await opened(path, name)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(4), 0, 4, Math.max(size - 4, 0))
    return bytesRead === 4 ? Math.max(buffer.readUInt32LE(0), size) : size
  } catch (error) {
    throw whenReading(error, name)
  } finally {
    await handle.close().catch(() => undefined)
  }
}

const headSize = 65_536

/** The beginning, by which a file is known. Where it breaks off there is a beginning all the same. */
export async function headOf({ read }: Item): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of read()) {
      chunks.push(asBuffer(chunk))
      size += chunk.length
      if (size >= headSize) break
    }
  } catch (error) {
    if (size === 0) throw error
  }
  return Buffer.concat(chunks).subarray(0, headSize)
}
