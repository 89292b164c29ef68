import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** Two million ids a billion apart would still fit; a damaged text cannot ask for more. */
const maxUnpackedBytes = 64_000_000

/** The row ids of a figure as `count:base64`: gaps between ascending ids as varints, compressed. */
export function packRows(ids: Iterable<number>): string {
  const rows = ascending(ids)
  const bytes = new Uint8Array(rows.length * 8)
  let length = 0
  let previous = 0
  for (const row of rows) {
    let gap = row - previous
    previous = row
    while (gap >= 128) {
      bytes[length++] = (gap % 128) + 128
      gap = Math.floor(gap / 128)
    }
    bytes[length++] = gap
  }
  return `${rows.length}:${zstdCompressSync(bytes.subarray(0, length)).toString('base64')}`
}

export function unpackRows(text: string): number[] {
  return pageOfRows(text, 0, countRows(text))
}

/** Answers from the text's own head, without unpacking. */
export function countRows(text: string): number {
  const count = /^(0|[1-9]\d{0,15}):/.exec(text)?.[1]
  if (!count) throw new RangeError('not a packed row set')
  return Number(count)
}

/** The ids from the offset on, ascending, without an array of all the others. */
export function pageOfRows(text: string, offset: number, limit: number): number[] {
  const count = countRows(text)
  const packed = Buffer.from(text.slice(text.indexOf(':') + 1), 'base64')
  const bytes = zstdDecompressSync(packed, { maxOutputLength: maxUnpackedBytes })
  const page: number[] = []
  let row = 0
  let seen = 0
  let gap = 0
  let scale = 1
  for (const byte of bytes) {
    gap += (byte & 127) * scale
    scale *= 128
    if (byte >= 128) continue
    row += gap
    if (seen >= offset && page.length < limit) page.push(row)
    seen++
    gap = 0
    scale = 1
  }
  if (seen !== count || scale !== 1) throw new RangeError('damaged row set')
  return page
}

function ascending(ids: Iterable<number>): Float64Array {
  const rows = Float64Array.from(ids)
  if (rows.some((row) => !Number.isSafeInteger(row) || row < 0))
    throw new RangeError('row ids are whole numbers')
  if (rows.every((row, at) => at === 0 || row > (rows[at - 1] ?? row))) return rows
  return rows.sort().filter((row, at, all) => at === 0 || row !== all[at - 1])
}
