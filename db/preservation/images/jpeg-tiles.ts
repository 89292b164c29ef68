import { BrokenFile } from './facts.ts'
import { bitReader, bitWriter, codesOf, type BitReader, type Codes } from './jpeg-bits.ts'
import { blocksOf, frameOf, marks, segmentsIn, unitOf, type JpegStream } from './jpeg-stream.ts'
import type { Joined } from './tiff-jpeg.ts'
import type { TiffPage } from './tiff.ts'

/** Codes for every distance there can be between two tones; a tile's own table may lack some. */
const distanceCounts = Uint8Array.from([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0])
const distanceMeanings = Uint8Array.from({ length: 12 }, (_, at) => at)
const distances = codesOf(distanceCounts, distanceMeanings)

/**
 * Tiles woven into one picture, row of units by row: a block's first number is its distance from the block before, which
 * is another one now; all others are copied. Null where tiles are not alike or not in the plainest form.
 */
export function joinedTiles(tiles: readonly JpegStream[], page: TiffPage, common: Buffer): Joined | null {
  const [first] = tiles
  if (!first || !page.tile || !tiles.every((tile) => isPlain(tile) && isLike(tile, first))) return null
  const frame = frameOf(first)
  const blocks = blocksOf(frame)
  const unit = unitOf(blocks)
  const { width, height } = page.tile
  const isWhole = frame.readUInt16BE(5) === height && frame.readUInt16BE(7) === width
  if (!isWhole || width % unit.width !== 0 || height % unit.height !== 0) return null
  const colours = coloursOf(first, blocks, tablesIn([common, ...(first.segments.get(marks.codes) ?? [])]))
  const size = {
    acrossTile: width / unit.width,
    downTile: height / unit.height,
    tilesAcross: Math.ceil(page.width / width),
    across: Math.ceil(page.width / unit.width),
    down: Math.ceil(page.height / unit.height),
  }
  return { tables: distanceTables(colours), data: [woven(tiles, colours, size)] }
}

/** One scan of 8 bits, not restarting, its frame of the first kind. */
function isPlain({ segments }: JpegStream): boolean {
  const frame = segments.get(marks.frame)?.[0]
  return frame?.[4] === 8 && !segments.has(marks.restartEvery)
}

function isLike(tile: JpegStream, first: JpegStream): boolean {
  const told = ({ segments }: JpegStream) => [...segments].flatMap(([, those]) => those)
  return Buffer.concat(told(tile)).equals(Buffer.concat(told(first)))
}

/** Tables by their kind and number, as a segment names them. */
function tablesIn(segments: readonly Buffer[]): Map<number, Codes> {
  const tables = new Map<number, Codes>()
  for (const { marker, segment } of segments.flatMap((each) => [...segmentsIn(each, 0)])) {
    for (let at = 4; marker === marks.codes && at + 17 <= segment.length;) {
      const counts = segment.subarray(at + 1, at + 17)
      const end = at + 17 + counts.reduce((sum, count) => sum + count, 0)
      tables.set(segment[at] ?? 0, codesOf(counts, segment.subarray(at + 17, end)))
      at = end
    }
  }
  return tables
}

type Colour = { blocks: number; tableId: number; first: Codes; others: Codes }

function coloursOf(
  { segments }: JpegStream,
  blocks: ReturnType<typeof blocksOf>,
  tables: Map<number, Codes>,
): Colour[] {
  const scan = segments.get(marks.scan)?.[0]
  return blocks.map(({ across, down }, at) => {
    const named = scan?.[6 + at * 2] ?? 0
    const tableId = named >> 4
    const [first, others] = [tables.get(tableId), tables.get(16 + (named & 15))]
    if (!first || !others || scan?.[4] !== blocks.length) throw new BrokenFile('broken_structure')
    return { blocks: across * down, tableId, first, others }
  })
}

function distanceTables(colours: readonly Colour[]): Buffer {
  const ids = [...new Set(colours.map(({ tableId }) => tableId))]
  const table = [...distanceCounts, ...distanceMeanings]
  return Buffer.concat(ids.map((id) => Buffer.from([0xff, marks.codes, 0, 3 + table.length, id, ...table])))
}

type Size = { acrossTile: number; downTile: number; tilesAcross: number; across: number; down: number }

function woven(tiles: readonly JpegStream[], colours: readonly Colour[], size: Size): Buffer {
  const writer = bitWriter()
  const to = { writer, tones: colours.map(() => 0) }
  for (let top = 0; top * size.downTile < size.down; top += 1) {
    const row = tiles
      .slice(top * size.tilesAcross, (top + 1) * size.tilesAcross)
      .map(({ data }) => ({ reader: bitReader(data), tones: colours.map(() => 0) }))
    const left = size.down - top * size.downTile
    for (let y = 0; y < Math.min(size.downTile, left); y += 1) copyRow(row, to, { colours, size })
  }
  return writer.end()
}

type Weaving = { colours: readonly Colour[]; size: Size }

/** One row of units, through all tiles that lie beside each other. */
function copyRow(row: readonly From[], to: NonNullable<To>, { colours, size }: Weaving): void {
  for (const [place, tile] of row.entries())
    for (let x = 0; x < size.acrossTile; x += 1)
      // What juts out of the page is read, for what comes after it, and left out.
      copyUnit(tile, place * size.acrossTile + x < size.across ? to : null, colours)
}

function copyUnit(from: From, to: To, colours: readonly Colour[]): void {
  for (const [at, colour] of colours.entries())
    for (let block = 0; block < colour.blocks; block += 1) copyBlock(from, to, { colour, at })
}

type From = { reader: BitReader; tones: number[] }
type To = { writer: ReturnType<typeof bitWriter>; tones: number[] } | null

const endOfBlock = 0
const sixteenZeros = 0xf0

function copyBlock({ reader, tones }: From, to: To, { colour, at }: { colour: Colour; at: number }): void {
  const bits = reader.meaning(colour.first)
  const tone = (tones[at] ?? 0) + signed(reader.bits(bits), bits)
  tones[at] = tone
  if (to) {
    writeDistance(to.writer, tone - (to.tones[at] ?? 0))
    to.tones[at] = tone
  }
  for (let place = 1; place < 64;) {
    const meaning = reader.meaning(colour.others)
    const length = meaning & 15
    const value = reader.bits(length)
    const code = colour.others.codeOf[meaning]
    if (to && code) {
      to.writer.write(code.code, code.length)
      to.writer.write(value, length)
    }
    if (meaning === endOfBlock) return
    place += meaning === sixteenZeros ? 16 : (meaning >> 4) + 1
  }
}

/** The upper half of the numbers of so many bits is meant as it is, the lower half below 0. */
function signed(value: number, bits: number): number {
  return bits > 0 && value < 2 ** (bits - 1) ? value - 2 ** bits + 1 : value
}

function writeDistance(writer: ReturnType<typeof bitWriter>, distance: number): void {
  const bits = distance === 0 ? 0 : Math.floor(Math.log2(Math.abs(distance))) + 1
  const code = distances.codeOf[bits]
  if (!code) throw new BrokenFile('broken_structure')
  writer.write(code.code, code.length)
  writer.write(distance < 0 ? distance + 2 ** bits - 1 : distance, bits)
}
