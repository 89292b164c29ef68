import type { Bytes } from './bytes.ts'
import { BrokenFile } from './facts.ts'
import { compressions, firstTiffPage, type TiffPage } from './tiff.ts'

const startOfImage = Buffer.from([0xff, 0xd8])
const endOfImage = Buffer.from([0xff, 0xd9])
const frame = 0xc0
const scan = 0xda
const restartEvery = 0xdd
const firstRestart = 0xd0
const rgb = 2
const yCbCr = 6

/**
 * The first page of a TIFF whose strips are JPEG streams, as one JPEG that every page draws. Each strip begins its counting
 * anew, which is just what a JPEG does at its restart marks: so the strips are joined by these, and nothing is packed
 * again. Null for what is packed otherwise, and for tiles, which do not lie below each other.
 */
export function jpegOfTiff(bytes: Bytes): Buffer | null {
  const page = firstTiffPage(bytes)?.page
  if (!page || page.compression !== compressions.jpeg || page.tile || page.isPlanar) return null
  const strips = page.offsets.map((offset, at) => partsOf(bytes.at(offset, page.counts[at] ?? 0)))
  const [first] = strips
  if (!first) throw new BrokenFile('broken_directory')
  const { head, unitsPerStrip } = wholeHead(first, page)
  const isOne = strips.length === 1
  // A stream that restarts by itself cannot be told from its neighbours.
  if (!isOne && (unitsPerStrip === null || strips.some(({ segments }) => segments.has(restartEvery))))
    return null
  const every = Buffer.from([
    0xff,
    restartEvery,
    0,
    4,
    (unitsPerStrip ?? 0) >> 8,
    (unitsPerStrip ?? 0) & 0xff,
  ])
  const body = strips.flatMap(({ data }, at) =>
    at === 0 ? [data] : [Buffer.from([0xff, firstRestart + ((at - 1) % 8)]), data],
  )
  return Buffer.concat([
    startOfImage,
    colourMark(page),
    tablesOf(page),
    ...head,
    ...(isOne ? [] : [every]),
    first.segments.get(scan)?.[0] ?? Buffer.alloc(0),
    ...body,
    endOfImage,
  ])
}

type Strip = { segments: Map<number, Buffer[]>; data: Buffer }

/** The segments of a stream by their kind, each with its mark and length, and the picture behind them. */
function partsOf(stream: Buffer): Strip {
  if (!stream.subarray(0, 2).equals(startOfImage)) throw new BrokenFile('broken_structure')
  const segments: Strip['segments'] = new Map()
  for (let at = 2; at + 4 <= stream.length;) {
    const marker = stream[at + 1] ?? 0
    const end = at + 2 + stream.readUInt16BE(at + 2)
    if (stream[at] !== 0xff || end > stream.length) throw new BrokenFile('broken_structure')
    segments.set(marker, [...(segments.get(marker) ?? []), stream.subarray(at, end)])
    at = end
    if (marker !== scan) continue
    const last = stream.lastIndexOf(endOfImage)
    return { segments, data: stream.subarray(at, last > at ? last : stream.length) }
  }
  throw new BrokenFile('cut_short')
}

/** The head of the first strip with the height of the page; and how many units of drawing a strip has, if they fit. */
function wholeHead({ segments }: Strip, page: TiffPage): { head: Buffer[]; unitsPerStrip: number | null } {
  const [given] = segments.get(frame) ?? segments.get(frame + 1) ?? []
  if (!given || given.length < 11) throw new BrokenFile('broken_structure')
  const whole = Buffer.from(given)
  whole.writeUInt16BE(page.height, 5)
  const samplings = Array.from({ length: given[9] ?? 0 }, (_, at) => given[11 + at * 3] ?? 0x11)
  const wide = samplings.length === 1 ? 8 : 8 * Math.max(...samplings.map((each) => each >> 4))
  const high = samplings.length === 1 ? 8 : 8 * Math.max(...samplings.map((each) => each & 15))
  const units = Math.ceil(page.width / wide) * (page.rowsPerStrip / high)
  const head = [...segments].flatMap(([marker, those]) =>
    marker === scan || marker === frame || marker === frame + 1 ? [] : those,
  )
  return { head: [...head, whole], unitsPerStrip: Number.isInteger(units) && units < 65_536 ? units : null }
}

/** Says in the stream itself how its three colours are meant; without it they are guessed. */
function colourMark({ photometric, samples }: TiffPage): Buffer {
  if (samples !== 3 || (photometric !== rgb && photometric !== yCbCr)) return Buffer.alloc(0)
  const words = Buffer.from('Adobe\0d\0\0\0\0\0', 'latin1')
  words[11] = photometric === yCbCr ? 1 : 0
  return Buffer.concat([Buffer.from([0xff, 0xee, 0, words.length + 2]), words])
}

function tablesOf({ jpegTables }: TiffPage): Buffer {
  const tables = Buffer.from(jpegTables)
  return tables.length < 4 ? Buffer.alloc(0) : tables.subarray(2, -2)
}
