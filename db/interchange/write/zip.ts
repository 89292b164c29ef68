import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { Piece } from '../../standards/index.ts'

/** A zip written from its begin to its end, one file in it after another; nothing is kept but their names and sizes. */
export type ZipWriter = {
  begin: (path: string) => Piece
  add: (piece: Piece) => Piece
  end: () => Piece
  foot: () => Piece
  /** Bytes of the file under way, before they are packed. */
  size: () => number
}

type Entry = { path: Buffer; at: number; crc: number; size: number; packed: number }

/** Larger pieces pack better; below this they are gathered. */
const packedAtOnce = 262_144
/** Close to the best for text at half its time. */
const level = 4
/** What the fields of a zip can count; more would take its 64-bit form, which not every program opens. */
const mostBytes = 0xffff_ffff
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808
const deflated = 8
const version = 20

/** `now` is the time that every file in it is given. */
export function zipWriter(now: string): ZipWriter {
  const time = dosTime(now)
  const entries: Entry[] = []
  let current: Entry = { path: Buffer.alloc(0), at: 0, crc: 0, size: 0, packed: 0 }
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let at = 0

  function sent(bytes: Buffer): Buffer {
    at += bytes.length
    if (at > mostBytes || current.size > mostBytes) throw new Error('more than a zip can hold')
    return bytes
  }
  function packedWaiting(isLast: boolean): Buffer {
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    // Each piece is packed by itself and ends on a whole byte, so that they follow one another as one stream.
    const packed = deflateRawSync(Buffer.concat(waiting), { level, finishFlush })
    waiting = []
    waitingBytes = 0
    current.packed += packed.length
    return sent(packed)
  }
  return {
    begin(path) {
      current = { path: Buffer.from(path), at, crc: 0, size: 0, packed: 0 }
      return sent(Buffer.concat([localHead(current, time), current.path]))
    },
    add(piece) {
      const bytes = bytesOf(piece)
      current.crc = crc32(bytes, current.crc)
      current.size += bytes.length
      waiting.push(bytes)
      waitingBytes += bytes.length
      return waitingBytes < packedAtOnce ? '' : packedWaiting(false)
    },
    end() {
      const rest = packedWaiting(true)
      entries.push(current)
      return Buffer.concat([
        rest,
        sent(words('IIII', [0x0807_4b50, current.crc, current.packed, current.size])),
      ])
    },
    foot() {
      const directory = Buffer.concat(entries.flatMap((entry) => [directoryHead(entry, time), entry.path]))
      const count = entries.length
      const end = words('IHHHHIIH', [0x0605_4b50, 0, 0, count, count, directory.length, at, 0])
      return sent(Buffer.concat([directory, end]))
    },
    size: () => current.size,
  }
}

export function bytesOf(piece: Piece): Uint8Array {
  return typeof piece === 'string' ? Buffer.from(piece) : piece
}

function localHead({ path }: Entry, time: readonly [number, number]): Buffer {
  return words('IHHHHHIIIHH', [0x0403_4b50, version, flags, deflated, ...time, 0, 0, 0, path.length, 0])
}

function directoryHead({ path, at, crc, size, packed }: Entry, time: readonly [number, number]): Buffer {
  const head = [0x0201_4b50, version, version, flags, deflated, ...time, crc, packed, size, path.length]
  return words('IHHHHHHIIIHHHHHII', [...head, 0, 0, 0, 0, 0, at])
}

/** Numbers of two (H) and four (I) bytes, the lowest first. */
function words(form: string, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc([...form].reduce((sum, sign) => sum + (sign === 'H' ? 2 : 4), 0))
  let at = 0
  for (const [place, sign] of [...form].entries()) {
    const value = values[place] ?? 0
    at = sign === 'H' ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at)
  }
  return bytes
}

/** Time and day as MS-DOS counted them, in Viet Nam's time. */
function dosTime(now: string): [number, number] {
  const local = new Date(Date.parse(now) + 7 * 3_600_000)
  const time = (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1)
  const day = ((local.getUTCFullYear() - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate()
  return [time, day]
}
