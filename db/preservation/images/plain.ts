import type { Bytes } from './bytes.ts'
import type { FileFacts } from './facts.ts'
import { compressions, tiffPage, type TiffPage } from './tiff.ts'

/** Rows looked at. */
const rowsSampled = 96
/** The golden ratio spreads them over the page without the even steps that could fall between the lines of a print. */
const spread = (Math.sqrt(5) - 1) / 2
/** How far a sample may lie from the usual one and still be paper. */
const paperSpread = 24
/** A single line of print covers more than the rest. */
const paperShare = 0.998

/**
 * Whether an unpacked page shows one even tone. Packed pages tell the same by their weight (`maybeBlank`), which asks
 * for no unpacking.
 */
export function looksPlain(bytes: Bytes, facts: FileFacts): boolean {
  if (facts.format !== 'tiff' || facts.pages !== 1) return false
  const page = tiffPage(bytes, 1)?.page
  if (!page || page.compression !== compressions.none || page.tile) return false
  if (page.bits !== 8 && page.bits !== 16) return false
  const counts = new Uint32Array(256)
  let total = 0
  for (const row of sampledRows(bytes, page)) {
    for (const value of row) counts[value] = (counts[value] ?? 0) + 1
    total += row.length
  }
  return total > 0 && shareAroundPeak(counts, total) >= paperShare
}

function* sampledRows(bytes: Bytes, page: TiffPage): Generator<Uint8Array> {
  const sampleBytes = page.bits / 8
  /** Of a tone in two bytes the one that tells it, as far as an eye sees. */
  const weightier = bytes.at(0, 1)[0] === 'I'.charCodeAt(0) ? sampleBytes - 1 : 0
  const rowBytes = page.width * (page.isPlanar ? 1 : page.samples) * sampleBytes
  for (let sample = 1; sample <= rowsSampled; sample += 1) {
    const row = Math.floor(((sample * spread) % 1) * page.height)
    const strip = Math.floor(row / page.rowsPerStrip)
    const values = bytes.at((page.offsets[strip] ?? 0) + (row % page.rowsPerStrip) * rowBytes, rowBytes)
    yield page.bits === 8 ? values : values.filter((_, at) => at % sampleBytes === weightier)
  }
}

function shareAroundPeak(counts: Uint32Array, total: number): number {
  const peak = counts.indexOf(Math.max(...counts))
  const near = counts.subarray(Math.max(0, peak - paperSpread), peak + paperSpread + 1)
  return near.reduce((sum, count) => sum + count, 0) / total
}
