import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

const localEntry = 0x04034b50
const centralEntry = 0x02014b50
const endOfDirectory = 0x06054b50
/** 1 January 1980, the first day that a zip can tell. */
const firstDay = 0x21
const deflated = 8

type Part = { name: Buffer; bytes: Buffer }

/** The files of a zip in their order, each as `change` leaves it, without the moment of its making. */
export function repack(zip: Buffer, change: (name: string, bytes: Buffer) => Buffer): Buffer {
  const written: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of partsOf(zip)) {
    const kept = change(name.toString('utf8'), bytes)
    const packed = deflateRawSync(kept, { level: constants.Z_DEFAULT_COMPRESSION })
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x0800, 2)
    head.writeUInt16LE(deflated, 4)
    head.writeUInt16LE(firstDay, 8)
    head.writeUInt32LE(crc32(kept), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(kept.length, 18)
    head.writeUInt16LE(name.length, 22)
    written.push(number(localEntry), head, name, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(number(centralEntry), Buffer.from([20, 0]), head, rest, name)
    at += 4 + head.length + name.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  const count = directory.length / 5
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...written, listed, number(endOfDirectory), end])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function partsOf(zip: Buffer): Part[] {
  const parts: Part[] = []
  let end = zip.length - 22
  while (zip.readUInt32LE(end) !== endOfDirectory) end -= 1
  let at = zip.readUInt32LE(end + 16)
  while (zip.readUInt32LE(at) === centralEntry) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      zip.readUInt16LE(at + place),
    ) as [number, number, number]
    const name = zip.subarray(at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(begin, begin + zip.readUInt32LE(at + 20))
    // Folders have no bytes, and office programs look for none.
    if (!name.toString('utf8').endsWith('/'))
      parts.push({ name, bytes: zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed) })
    at += 46 + nameLength + extraLength + commentLength
  }
  return parts
}
