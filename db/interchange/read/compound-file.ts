import { WorkbookRefusal } from './workbook.ts'

/** The streams of a Microsoft compound file by name, as [MS-CFB] lays them out: .xls, and every locked .xlsx. */
export type CompoundFile = { stream: (name: string) => Uint8Array | null }

const free = 0xffff_fffa
const directoryEntry = 128
const bigStream = 2

type Frame = { view: DataView; bytes: Uint8Array; sectorSize: number; fat: Uint32Array }

export function openCompound(bytes: Uint8Array): CompoundFile {
  if (bytes.length < 512) throw new WorkbookRefusal('workbook_unreadable', 'cut off')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectorSize = 2 ** Math.min(Math.max(view.getUint16(30, true), 7), 16)
  const frame: Frame = { view, bytes, sectorSize, fat: new Uint32Array() }
  frame.fat = readFat(frame)
  const directory = chain(frame, view.getUint32(48, true))
  const entries = entriesIn(directory)
  const root = entries.find(({ type }) => type === 5)
  const small = root ? chain(frame, root.start) : new Uint8Array()
  const smallFat = asNumbers(chain(frame, view.getUint32(60, true)))
  const smallest = view.getUint32(56, true)
  return {
    stream(name) {
      const entry = entries.find((each) => each.type === bigStream && each.name === name)
      if (!entry) return null
      const whole =
        entry.size < smallest ? smallChain(small, smallFat, entry.start) : chain(frame, entry.start)
      return whole.subarray(0, entry.size)
    },
  }
}

function sectorAt({ bytes, sectorSize }: Frame, sector: number): Uint8Array {
  const from = (sector + 1) * sectorSize
  return bytes.subarray(from, from + sectorSize)
}

/** The table of which sector follows which; its own sectors are named in the header, and beyond 109 in a chain. */
function readFat(frame: Frame): Uint32Array {
  const { view, sectorSize, bytes } = frame
  const most = Math.ceil(bytes.length / sectorSize)
  const sectors: number[] = []
  for (let at = 76; at < 512; at += 4) sectors.push(view.getUint32(at, true))
  let next = view.getUint32(68, true)
  for (let seen = 0; next < free && seen < most; seen += 1) {
    const numbers = asNumbers(sectorAt(frame, next))
    sectors.push(...numbers.subarray(0, -1))
    next = numbers.at(-1) ?? free
  }
  const used = sectors.filter((sector) => sector < most)
  return asNumbers(concat(used.map((sector) => sectorAt(frame, sector))))
}

/** A chain never visits more sectors than the file has, however its table is bent. */
function chain(frame: Frame, start: number): Uint8Array {
  const pieces: Uint8Array[] = []
  const most = Math.ceil(frame.bytes.length / frame.sectorSize)
  for (let sector = start; sector < free && pieces.length <= most; sector = frame.fat[sector] ?? free) {
    const piece = sectorAt(frame, sector)
    if (piece.length === 0) break
    pieces.push(piece)
  }
  return concat(pieces)
}

function smallChain(small: Uint8Array, fat: Uint32Array, start: number): Uint8Array {
  const pieces: Uint8Array[] = []
  for (let sector = start; sector < free && pieces.length <= fat.length; sector = fat[sector] ?? free)
    pieces.push(small.subarray(sector * 64, sector * 64 + 64))
  return concat(pieces)
}

type DirectoryEntry = { name: string; type: number; start: number; size: number }

function entriesIn(directory: Uint8Array): DirectoryEntry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const entries: DirectoryEntry[] = []
  for (let at = 0; at + directoryEntry <= directory.length; at += directoryEntry) {
    const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62)
    entries.push({
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length)),
      type: view.getUint8(at + 66),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    })
  }
  return entries
}

function asNumbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, at) => view.getUint32(at * 4, true))
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces))
}
