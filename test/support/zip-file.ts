import { crc32, deflateRawSync } from 'node:zlib'

type ZipEntry = {
  name: string | Buffer
  bytes: Buffer
  /** Bits of the general purpose flag: 1 for encrypted. */
  flag?: number
  /** A size that is not the true one. */
  claimedSize?: number
  method?: number
  crc?: number
}

/** A zip as a program may or may not write it, since the usual ones cannot be made to lie. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const packed = deflateRawSync(entry.bytes)
    const sizes = Buffer.alloc(22)
    sizes.writeUInt16LE(20, 0)
    sizes.writeUInt16LE(entry.flag ?? 0, 2)
    sizes.writeUInt16LE(entry.method ?? 8, 4)
    sizes.writeUInt32LE(entry.crc ?? crc32(entry.bytes), 10)
    sizes.writeUInt32LE(packed.length, 14)
    sizes.writeUInt32LE(entry.claimedSize ?? entry.bytes.length, 18)
    const nameLength = Buffer.alloc(4)
    nameLength.writeUInt16LE(name.length, 0)
    const local = [Buffer.from('PK\u0003\u0004'), sizes, nameLength, name, packed]
    const central = Buffer.alloc(14)
    central.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), sizes, nameLength, central, name)
    parts.push(...local)
    offset += local.reduce((sum, { length }) => sum + length, 0)
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, list, Buffer.from('PK\u0005\u0006'), end])
}
