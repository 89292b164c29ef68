import { closeSync, constants, fstatSync, openSync } from 'node:fs'
import { BrokenFile } from './images/facts.ts'
import { bytesOfFile, type Bytes } from './images/index.ts'
import { thumbnailPlace } from './images/jpeg.ts'
import { pngOf } from './images/png-writer.ts'
import { tiffRaster } from './images/tiff-pixels.ts'
import { placeOf } from './files/walk.ts'

/** A file the page draws by itself, or bytes that were drawn for it. */
export type Picture = { path: string } | { name: string; bytes: Uint8Array }

const sides = { small: 240, large: 2400 }
/** What the page itself draws of a file for a list; above it, only what the file carries for that. */
const mostBytesForSmall = 40_000_000

/** Null for what no page can show. */
export function pictureOf(path: string, size: 'small' | 'large'): Picture | null | 'out_of_reach' {
  let descriptor: number
  try {
    descriptor = openSync(placeOf(path, ''), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  } catch {
    return 'out_of_reach'
  }
  try {
    const bytes = bytesOfFile(descriptor, fstatSync(descriptor).size)
    return shownBySelf(bytes, path, size) ?? redrawn(bytes, sides[size])
  } catch (error) {
    if (error instanceof BrokenFile) return null
    throw error
  } finally {
    closeSync(descriptor)
  }
}

function shownBySelf(bytes: Bytes, path: string, size: 'small' | 'large'): Picture | null {
  const head = bytes.at(0, 8).toString('hex')
  const isShown = head.startsWith('ffd8ff') || head === '89504e470d0a1a0a'
  if (!isShown) return null
  const place = size === 'small' ? thumbnailPlace(bytes) : null
  if (place) return { name: 'thumbnail.jpg', bytes: Buffer.from(bytes.at(place.at, place.length)) }
  return size === 'small' && bytes.size > mostBytesForSmall ? null : { path }
}

function redrawn(bytes: Bytes, longestSide: number): Picture | null {
  const raster = tiffRaster(bytes, longestSide)
  return raster ? { name: 'page.png', bytes: pngOf(raster) } : null
}
