/**
 * Small true Windows files, made by hand since no compiler for Windows is at hand: a program that holds some
 * bytes (for the fuses that electron-builder looks for), and a library that exports names (for plugins that
 * makensis looks into). Neither is ever run.
 */
const fileAlignment = 0x200
const sectionAlignment = 0x1000
const sectionAt = sectionAlignment

function padded(bytes: Buffer, alignment: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((alignment - (bytes.length % alignment)) % alignment)])
}

/** The header of DOS, and the place of the true one. */
function dosHeader(): Buffer {
  const header = Buffer.alloc(0x40)
  header.write('MZ')
  header.writeUInt32LE(0x40, 0x3c)
  return header
}

type Kind = { is64: boolean; isLibrary: boolean }

function fileHeader({ is64, isLibrary }: Kind, optionalSize: number): Buffer {
  const header = Buffer.alloc(24)
  header.write('PE\0\0', 'latin1')
  header.writeUInt16LE(is64 ? 0x8664 : 0x14c, 4)
  header.writeUInt16LE(1, 6)
  header.writeUInt16LE(optionalSize, 20)
  header.writeUInt16LE(0x0002 | (is64 ? 0x0020 : 0x0100) | (isLibrary ? 0x2000 : 0), 22)
  return header
}

function optionalHeader({ is64 }: Kind, dataSize: number, exportSize: number): Buffer {
  const header = Buffer.alloc(is64 ? 240 : 224)
  header.writeUInt16LE(is64 ? 0x20b : 0x10b, 0)
  header.writeUInt32LE(dataSize, 8)
  header.writeUInt32LE(sectionAt, 16)
  header.writeUInt32LE(sectionAt, 20)
  if (is64) header.writeBigUInt64LE(0x1_4000_0000n, 24)
  else header.writeUInt32LE(0x1000_0000, 28)
  header.writeUInt32LE(sectionAlignment, 32)
  header.writeUInt32LE(fileAlignment, 36)
  header.writeUInt16LE(6, 40)
  header.writeUInt16LE(6, 48)
  header.writeUInt32LE(sectionAt + Math.ceil(dataSize / sectionAlignment) * sectionAlignment, 56)
  header.writeUInt32LE(fileAlignment, 60)
  header.writeUInt16LE(2, 68)
  const directories = is64 ? 108 : 92
  header.writeUInt32LE(16, directories)
  if (exportSize > 0) {
    header.writeUInt32LE(sectionAt, directories + 4)
    header.writeUInt32LE(exportSize, directories + 8)
  }
  return header
}

function sectionHeader(dataSize: number): Buffer {
  const header = Buffer.alloc(40)
  header.write('.data')
  header.writeUInt32LE(dataSize, 8)
  header.writeUInt32LE(sectionAt, 12)
  header.writeUInt32LE(Math.ceil(dataSize / fileAlignment) * fileAlignment, 16)
  header.writeUInt32LE(fileAlignment, 20)
  header.writeUInt32LE(0xe000_0040, 36)
  return header
}

function build(kind: Kind, data: Buffer, exportSize: number): Buffer {
  const optional = optionalHeader(kind, data.length, exportSize)
  const headers = [dosHeader(), fileHeader(kind, optional.length), optional, sectionHeader(data.length)]
  return Buffer.concat([padded(Buffer.concat(headers), fileAlignment), padded(data, fileAlignment)])
}

/** The directory of exports, the tables it points to, and the names. */
function exportTable(library: string, names: readonly string[]): Buffer {
  const sorted = names.toSorted()
  const [functionsAt, namesAt, ordinalsAt] = [40, 40 + sorted.length * 4, 40 + sorted.length * 8]
  const tables = Buffer.alloc(ordinalsAt + sorted.length * 2)
  let textAt = tables.length
  const texts = [library, ...sorted].map((name) => {
    const at = sectionAt + textAt
    const bytes = Buffer.from(`${name}\0`, 'latin1')
    textAt += bytes.length
    return { at, bytes }
  })
  tables.writeUInt32LE(texts[0]?.at ?? 0, 12)
  tables.writeUInt32LE(1, 16)
  tables.writeUInt32LE(sorted.length, 20)
  tables.writeUInt32LE(sorted.length, 24)
  tables.writeUInt32LE(sectionAt + functionsAt, 28)
  tables.writeUInt32LE(sectionAt + namesAt, 32)
  tables.writeUInt32LE(sectionAt + ordinalsAt, 36)
  texts.slice(1).forEach(({ at }, index) => {
    tables.writeUInt32LE(sectionAt, functionsAt + index * 4)
    tables.writeUInt32LE(at, namesAt + index * 4)
    tables.writeUInt16LE(index, ordinalsAt + index * 2)
  })
  return Buffer.concat([tables, ...texts.map(({ bytes }) => bytes)])
}

export function programWith(data: Buffer): Buffer {
  return build({ is64: true, isLibrary: false }, data, 0)
}

/** 32-bit, as NSIS's plugins for its usual installers are. */
export function libraryExporting(name: string, names: readonly string[]): Buffer {
  const table = exportTable(name, names)
  return build({ is64: false, isLibrary: true }, table, table.length)
}
