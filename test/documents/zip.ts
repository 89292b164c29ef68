import { inflateRawSync } from 'node:zlib'

const centralEntry = 0x02014b50
const endOfDirectory = 0x06054b50

/** One text part of an office file, read from the zip's own directory. */
export function partOf(bytes: Uint8Array, path: string): string {
  const zip = Buffer.from(bytes)
  let end = zip.length - 22
  while (zip.readUInt32LE(end) !== endOfDirectory) end -= 1
  let at = zip.readUInt32LE(end + 16)
  while (zip.readUInt32LE(at) === centralEntry) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    )
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    if (name === path) {
      const local = zip.readUInt32LE(at + 42)
      const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const packed = zip.subarray(begin, begin + zip.readUInt32LE(at + 20))
      return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
    }
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
  throw new Error(`The file has no part ${path}`)
}
