import { BrokenFile } from './facts.ts'

export const startOfImage = Buffer.from([0xff, 0xd8])
export const endOfImage = Buffer.from([0xff, 0xd9])
/** What a segment is, by its mark; a frame of the next number differs only in what its bits may be. */
export const marks = { frame: 0xc0, codes: 0xc4, scan: 0xda, restartEvery: 0xdd } as const

export type JpegStream = { segments: Map<number, Buffer[]>; data: Buffer }

/** The segments of a stream by their kind, each with its mark and length, and the picture behind them. */
export function splitJpeg(stream: Buffer): JpegStream {
  if (!stream.subarray(0, 2).equals(startOfImage)) throw new BrokenFile('broken_structure')
  const segments: JpegStream['segments'] = new Map()
  for (const { marker, segment, end } of segmentsIn(stream, 2)) {
    segments.set(marker, [...(segments.get(marker) ?? []), segment])
    if (marker !== marks.scan) continue
    const last = stream.lastIndexOf(endOfImage)
    return { segments, data: stream.subarray(end, last > end ? last : stream.length) }
  }
  throw new BrokenFile('cut_short')
}

export function* segmentsIn(stream: Buffer, from: number) {
  for (let at = from; at + 4 <= stream.length;) {
    const marker = stream[at + 1] ?? 0
    const end = at + 2 + stream.readUInt16BE(at + 2)
    if (stream[at] !== 0xff || end > stream.length) throw new BrokenFile('broken_structure')
    yield { marker, segment: stream.subarray(at, end), end }
    at = end
  }
}

export function frameOf({ segments }: JpegStream): Buffer {
  const [given] = segments.get(marks.frame) ?? segments.get(marks.frame + 1) ?? []
  if (!given || given.length < 11 || given.length < 10 + 3 * (given[9] ?? 0))
    throw new BrokenFile('broken_structure')
  return given
}

/** How many blocks of eight by eight each colour has in a unit; one colour alone always has one. */
export function blocksOf(frame: Buffer): { across: number; down: number }[] {
  const sizes = Array.from({ length: frame[9] ?? 0 }, (_, at) => {
    const sampling = frame[11 + at * 3] ?? 0x11
    return { across: sampling >> 4, down: sampling & 15 }
  })
  return sizes.length === 1 ? [{ across: 1, down: 1 }] : sizes
}

export function unitOf(blocks: ReturnType<typeof blocksOf>): { width: number; height: number } {
  return {
    width: 8 * Math.max(...blocks.map(({ across }) => across)),
    height: 8 * Math.max(...blocks.map(({ down }) => down)),
  }
}
