import type { Bytes } from './bytes.ts'
import { BrokenFile } from './facts.ts'
import {
  blocksOf,
  endOfImage,
  frameOf,
  marks,
  splitJpeg,
  startOfImage,
  unitOf,
  type JpegStream,
} from './jpeg-stream.ts'
import { joinedTiles } from './jpeg-tiles.ts'
import { compressions, type TiffPage } from './tiff.ts'

const firstRestart = 0xd0
const rgb = 2
const yCbCr = 6

/**
 * A page of a TIFF whose parts are JPEG streams, as one JPEG that the screen draws. Each strip begins its counting anew,
 * which is just what a JPEG does at its restart marks: so strips are joined by these, and nothing is packed again. Tiles
 * lie beside each other and are woven together, their tones as they were. Null for what is packed otherwise.
 */
export function jpegOfTiff(bytes: Bytes, page: TiffPage): Buffer | null {
  if (page.compression !== compressions.jpeg || page.isPlanar) return null
  const parts = page.offsets.map((offset, at) =>
    splitJpeg(Buffer.from(bytes.at(offset, page.counts[at] ?? 0))),
  )
  const [first] = parts
  if (!first) throw new BrokenFile('broken_directory')
  const picture = page.tile ? joinedTiles(parts, page, tablesOf(page)) : joinedStrips(parts, page)
  if (!picture) return null
  return Buffer.concat([
    startOfImage,
    colourMark(page),
    tablesOf(page),
    ...headOf(first),
    wholeFrame(first, page),
    picture.tables,
    first.segments.get(marks.scan)?.[0] ?? Buffer.alloc(0),
    ...picture.data,
    endOfImage,
  ])
}

/** What has to stand before the picture, and the picture. */
export type Joined = { tables: Buffer; data: Buffer[] }

function joinedStrips(strips: readonly JpegStream[], page: TiffPage): Joined | null {
  const [first] = strips
  if (!first || strips.length === 1) return { tables: Buffer.alloc(0), data: strips.map(({ data }) => data) }
  const unit = unitOf(blocksOf(frameOf(first)))
  const units = Math.ceil(page.width / unit.width) * (page.rowsPerStrip / unit.height)
  // A stream that restarts by itself cannot be told from its neighbours.
  const restarts = strips.some(({ segments }) => segments.has(marks.restartEvery))
  if (!Number.isInteger(units) || units >= 65_536 || restarts) return null
  const every = Buffer.from([0xff, marks.restartEvery, 0, 4, units >> 8, units & 0xff])
  const data = strips.flatMap((strip, at) =>
    at === 0 ? [strip.data] : [Buffer.from([0xff, firstRestart + ((at - 1) % 8)]), strip.data],
  )
  return { tables: every, data }
}

function headOf({ segments }: JpegStream): Buffer[] {
  return [...segments].flatMap(([marker, those]) =>
    marker === marks.scan || marker === marks.frame || marker === marks.frame + 1 ? [] : those,
  )
}

/** The frame of the first part, as large as the page. */
function wholeFrame(first: JpegStream, { width, height }: TiffPage): Buffer {
  const whole = Buffer.from(frameOf(first))
  whole.writeUInt16BE(height, 5)
  whole.writeUInt16BE(width, 7)
  return whole
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
