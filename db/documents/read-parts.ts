import { createInflateRaw } from 'node:zlib'
import { SaxesParser } from 'saxes'
import yauzl, { type Entry } from 'yauzl'

/** The XML of an office file, by the names its parts have inside. */
export type XmlParts = ReadonlyMap<string, string>

/** A report of a thousand rows unpacks to some megabytes; anything much larger is none. */
const mostUnpacked = 64 * 2 ** 20
const mostParts = 2000

/** Null where the file is no archive, is torn, locked or unpacks to more than it may. */
export async function xmlParts(bytes: Uint8Array): Promise<XmlParts | null> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true })
    const parts = new Map<string, string>()
    let unpacked = 0
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize
      if (unpacked > mostUnpacked || parts.size > mostParts || entry.isEncrypted()) return null
      if (!/\.(xml|rels)$/i.test(entry.fileName)) continue
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
      const packed = buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize)
      parts.set(entry.fileName, await unpack(entry, packed))
    }
    return parts
  } catch {
    return null
  }
}

/** The directory may lie: whoever unpacks to another size than was declared is refused. */
async function unpack(entry: Entry, packed: Uint8Array): Promise<string> {
  if (entry.compressionMethod === 0) return new TextDecoder().decode(packed)
  const inflate = createInflateRaw()
  inflate.end(packed)
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of inflate as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > entry.uncompressedSize) throw new Error('larger than declared')
    pieces.push(piece)
  }
  if (size !== entry.uncompressedSize) throw new Error('torn')
  return new TextDecoder().decode(Buffer.concat(pieces))
}

export type XmlListener = {
  open: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Names come without their prefixes, which every program chooses for itself. Throws where the XML is broken. */
export function readXml(xml: string, { open, text, close }: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) =>
    open(
      bare(name),
      Object.fromEntries(Object.entries(attributes).map(([key, value]) => [bare(key), value])),
    ),
  )
  if (text) parser.on('text', text)
  if (close) parser.on('closetag', ({ name }) => close(bare(name)))
  parser.write(xml).close()
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
