import { isUtf8 } from 'node:buffer'
import { createGunzip, crc32 } from 'node:zlib'
import { Readable, pipeline } from 'node:stream'
import {
  fromBufferPromise,
  getFileNameLowLevel,
  openPromise,
  type Entry as ZipEntry,
  type ZipFile,
} from 'yauzl'
import type { Item } from './item.ts'
import { SourceProblem, whenReading, whenUnpacking } from './source-problem.ts'
import { asBuffer } from './values.ts'

const megabyte = 1_048_576
export const limits = {
  files: 10_000,
  /** Of everything in an archive together. */
  unpackedBytes: 16_384 * megabyte,
  /** A workbook is unpacked by others, who may need all of it at once. */
  sheetBytes: 1024 * megabyte,
  /** Catalogues shrink to a tenth, tables to a fortieth; below `anyRatioBytes` it does not matter. */
  ratio: 200,
  anyRatioBytes: 64 * megabyte,
  /** An archive inside an archive is held in memory. */
  innerBytes: 64 * megabyte,
}

function isBomb(unpacked: number, packed: number): boolean {
  return (
    unpacked > limits.unpackedBytes || (unpacked > limits.anyRatioBytes && unpacked > packed * limits.ratio)
  )
}

/** What is in a gzip, whose size somebody must tell. */
export function gunzipped(item: Item, size: number): Item {
  const name = item.name.replace(/\.gz$/i, '')
  return { name, size, read: () => gunzipChunks(item) }
}

async function* gunzipChunks({ name, read }: Item): AsyncGenerator<Buffer> {
  const unzip = createGunzip({ chunkSize: 65_536 })
  let packed = 0
  let failure: unknown = null
  async function* counted() {
    try {
      for await (const chunk of read()) {
        packed += chunk.length
        yield chunk
      }
    } catch (error) {
      failure = error
      throw error
    }
  }
  const input = Readable.from(counted(), { objectMode: false })
  pipeline(input, unzip, () => undefined)
  let unpacked = 0
  try {
    for await (const chunk of unzip) {
      const bytes = asBuffer(chunk as Uint8Array)
      unpacked += bytes.length
      if (isBomb(unpacked, packed)) throw new SourceProblem('archive_bomb', name)
      yield bytes
    }
  } catch (error) {
    throw failure === null ? whenUnpacking(error, name) : whenReading(failure, name)
  } finally {
    input.destroy()
    unzip.destroy()
  }
}

export type Zip = { entries: ZipEntry[]; open: () => Promise<ZipFile> }

/** What is in a zip by its directory, before anything is unpacked. */
export async function zipOf(item: Item, path: string | null): Promise<Zip> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false }
  // Not kept: what lies in an archive in an archive is unpacked anew for each of its files.
  const inner = async () => fromBufferPromise(await inMemory(item), { ...options })
  const open = path === null ? inner : () => openPromise(path, { ...options })
  try {
    const file = await open()
    try {
      return { entries: await entriesOf(file, item), open }
    } finally {
      file.close()
    }
  } catch (error) {
    throw whenUnpacking(error, item.name)
  }
}

async function inMemory({ name, read }: Item): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of read()) {
    chunks.push(chunk)
    size += chunk.length
    if (size > limits.innerBytes) throw new SourceProblem('archive_nested', name)
  }
  return Buffer.concat(chunks)
}

async function entriesOf(file: ZipFile, { name }: Item): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  let unpacked = 0
  if (file.entryCount > limits.files) throw new SourceProblem('too_many_files', name)
  for await (const entry of file.eachEntry()) {
    if (entry.isEncrypted()) throw new SourceProblem('archive_encrypted', name)
    unpacked += entry.uncompressedSize
    if (isBomb(unpacked, file.fileSize)) throw new SourceProblem('archive_bomb', name)
    entries.push(entry)
  }
  return entries
}

/** Only for showing: nothing is ever written under such a name, so steps upwards and drives are left out. */
export function entryName(entry: ZipEntry): string {
  const raw = entry.fileNameRaw
  // Many programs write UTF-8 without saying so.
  const text = isUtf8(raw) ? raw.toString('utf8') : getFileNameLowLevel(0, raw, entry.extraFields, false)
  const parts = text.split(/[\\/]+/).filter((part) => part !== '' && !/^(?:\.{1,2}|[A-Za-z]:)$/.test(part))
  return parts.join('/').normalize('NFC')
}

export function entryItem({ open }: Zip, entry: ZipEntry): Item {
  const name = entryName(entry)
  return { name, size: entry.uncompressedSize, read: () => entryChunks(open, entry, name) }
}

async function* entryChunks(open: Zip['open'], entry: ZipEntry, name: string): AsyncGenerator<Buffer> {
  let sum = 0
  try {
    const file = await open()
    try {
      const stream = await file.openReadStreamPromise(entry)
      for await (const chunk of stream) {
        const bytes = asBuffer(chunk as Uint8Array)
        sum = crc32(bytes, sum)
        yield bytes
      }
    } finally {
      file.close()
    }
  } catch (error) {
    throw whenUnpacking(error, name)
  }
  if (sum !== entry.crc32) throw new SourceProblem('archive_broken', name)
}
