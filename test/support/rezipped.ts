import { inflateRawSync } from 'node:zlib'
import yauzl from 'yauzl'
import { zipOf } from './zip-file.ts'

/** An office file with some of its parts written otherwise, as a person with an editor of archives would do it. */
export async function rezipped(
  bytes: Uint8Array,
  change: (name: string, text: string) => string,
): Promise<Buffer> {
  const buffer = Buffer.from(bytes)
  const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true })
  const parts: { name: string; bytes: Buffer }[] = []
  for await (const entry of zip.eachEntry()) {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const packed = buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize)
    const whole = entry.compressionMethod === 0 ? packed : inflateRawSync(packed)
    const isXml = /\.(xml|rels)$/.test(entry.fileName)
    const written = isXml ? Buffer.from(change(entry.fileName, whole.toString('utf8'))) : whole
    parts.push({ name: entry.fileName, bytes: written })
  }
  return zipOf(parts)
}
