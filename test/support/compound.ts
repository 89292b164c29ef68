const sectorSize = 512
const endOfChain = 0xffff_fffe
const freeSector = 0xffff_ffff
const tableSector = 0xffff_fffd

/** A Microsoft compound file with one stream: a header, a sector of the table, one of the directory, then the stream. */
export function compoundOf(name: string, stream: Uint8Array): Uint8Array {
  const sectors = Math.ceil(Math.max(stream.length, 4096) / sectorSize)
  const header = Buffer.alloc(sectorSize, 0)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  for (const at of [60, 68]) header.writeUInt32LE(endOfChain, at)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  const table = Buffer.alloc(sectorSize, 0xff)
  table.writeUInt32LE(tableSector, 0)
  table.writeUInt32LE(endOfChain, 4)
  for (let at = 0; at < sectors; at += 1)
    table.writeUInt32LE(at === sectors - 1 ? endOfChain : at + 3, (at + 2) * 4)
  const directory = Buffer.alloc(sectorSize, 0)
  entry(directory, 0, { name: 'Root Entry', type: 5, start: endOfChain, size: 0 })
  entry(directory, 128, { name, type: 2, start: 2, size: sectors * sectorSize })
  const body = Buffer.alloc(sectors * sectorSize, 0)
  body.set(stream)
  return new Uint8Array(Buffer.concat([header, table, directory, body]))
}

type Entry = { name: string; type: number; start: number; size: number }

function entry(directory: Buffer, at: number, { name, type, start, size }: Entry): void {
  directory.write(name, at, 'utf16le')
  directory.writeUInt16LE(name.length * 2 + 2, at + 64)
  directory.writeUInt8(type, at + 66)
  for (const place of [68, 72, 76]) directory.writeUInt32LE(freeSector, at + place)
  directory.writeUInt32LE(start, at + 116)
  directory.writeUInt32LE(size, at + 120)
}

/** A record of a workbook's stream: its number, its length, its bytes. */
export function recordOf(id: number, ...parts: readonly (Uint8Array | number[])[]): Buffer {
  const data = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}
