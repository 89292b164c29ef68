import { inflateRawSync } from 'node:zlib'

const centralEntry = 0x02014b50
const endOfDirectory = 0x06054b50

/** The parts of an office file by name, read from the zip's own directory. */
export function partsOf(bytes: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(bytes)
  const parts = new Map<string, Buffer>()
  let end = zip.length - 22
  while (zip.readUInt32LE(end) !== endOfDirectory) end -= 1
  let at = zip.readUInt32LE(end + 16)
  while (zip.readUInt32LE(at) === centralEntry) {
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    )
    const local = zip.readUInt32LE(at + 42)
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(begin, begin + zip.readUInt32LE(at + 20))
    const part = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    parts.set(zip.toString('utf8', at + 46, at + 46 + nameLength), part)
    at += 46 + nameLength + extraLength + commentLength
  }
  return parts
}

/** One text part of an office file. */
export function partOf(bytes: Uint8Array, path: string): string {
  const part = partsOf(bytes).get(path)
  if (!part) throw new Error(`The file has no part ${path}`)
  return part.toString('utf8')
}
