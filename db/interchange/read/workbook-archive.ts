import { createInflateRaw } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { WorkbookRefusal } from './workbook.ts'

/** The parts of a workbook that is a ZIP archive, by the names they have inside. */
export type WorkbookArchive = {
  has: (name: string) => boolean
  chunks: (name: string) => AsyncIterable<Uint8Array>
  text: (name: string) => Promise<string>
}

/** A full sheet of Excel, 1,048,576 rows of a register, unpacks to about 1 GB; only the row in hand is kept of it. */
const mostUnpacked = 3 * 2 ** 30
/** Shared strings, styles and the list of sheets are kept. */
const mostKept = 256 * 2 ** 20
const mostParts = 10_000
/** Text of a table packs 10 to 40 times smaller; only a bomb of one repeated byte comes near deflate's limit of 1,032. */
const steepest = 400
const steepFrom = 32 * 2 ** 20

const stored = 0
const deflated = 8

/** Opens the archive once its directory is checked; nothing is unpacked before. */
export async function openArchive(bytes: Uint8Array): Promise<WorkbookArchive> {
  const { zip, partByName } = await directoryOf(bytes)
  const part = (name: string) => partByName.get(name.toLowerCase())
  async function* chunks(name: string): AsyncIterable<Uint8Array> {
    const found = part(name)
    if (found) yield* unpacked(found, await packedBytes(bytes, zip, found))
  }
  return {
    has: (name) => part(name) !== undefined,
    chunks,
    async text(name) {
      const pieces: Uint8Array[] = []
      for await (const piece of chunks(name)) pieces.push(piece)
      return new TextDecoder().decode(Buffer.concat(pieces))
    },
  }
}

async function directoryOf(bytes: Uint8Array): Promise<{ zip: ZipFile; partByName: Map<string, Entry> }> {
  const partByName = new Map<string, Entry>()
  let total = 0
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true })
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize
      if (isBomb(entry) || total > mostUnpacked || partByName.size > mostParts)
        throw new WorkbookRefusal('archive_bomb', entry.fileName)
      if (entry.isEncrypted()) throw new WorkbookRefusal('workbook_locked')
      // Windows writes names in any case.
      partByName.set(entry.fileName.toLowerCase(), entry)
    }
    return { zip, partByName }
  } catch (error) {
    throw error instanceof WorkbookRefusal ? error : unreadable(error)
  }
}

function isBomb({ fileName, uncompressedSize, compressedSize }: Entry): boolean {
  if (uncompressedSize > steepFrom && uncompressedSize > compressedSize * steepest) return true
  const isOfRows = /worksheets\/|content\.xml$/i.test(fileName)
  return /\.xml$|\.rels$/i.test(fileName) && !isOfRows && uncompressedSize > mostKept
}

async function packedBytes(bytes: Uint8Array, zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    return bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  } catch (error) {
    throw unreadable(error)
  }
}

async function* unpacked(entry: Entry, packed: Uint8Array): AsyncIterable<Uint8Array> {
  if (entry.compressionMethod === stored) yield packed
  else if (entry.compressionMethod !== deflated) throw new WorkbookRefusal('workbook_unsupported')
  else yield* inflated(entry, packed)
}

/** The directory may lie: whoever unpacks to more than was declared is stopped. */
async function* inflated(entry: Entry, packed: Uint8Array): AsyncIterable<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: 65_536 })
  inflate.end(packed)
  let size = 0
  for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > entry.uncompressedSize) throw new WorkbookRefusal('archive_bomb', entry.fileName)
    yield chunk
  }
}

function unreadable(error: unknown): WorkbookRefusal {
  return new WorkbookRefusal('workbook_unreadable', error instanceof Error ? error.message : '')
}
