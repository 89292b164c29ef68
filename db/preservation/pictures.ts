import { closeSync, constants, fstatSync, openSync } from 'node:fs'
import type { PictureLack } from '../../shared/preservation/rules.ts'
import { BrokenFile } from './images/facts.ts'
import { bytesOfFile, readFacts, type Bytes, type FileFacts } from './images/index.ts'
import { thumbnailPlace } from './images/jpeg.ts'
import { scanInPdf } from './images/pdf-page.ts'
import { pngOf } from './images/png-writer.ts'
import { jpegOfTiff } from './images/tiff-jpeg.ts'
import { tiffPage } from './images/tiff.ts'
import { tiffRaster } from './images/tiff-pixels.ts'
import { placeOf } from './files/walk.ts'

/** A file the page draws by itself, or bytes that were drawn for it. */
type Picture = { path: string } | { name: string; bytes: Uint8Array }
/** Pages of a file are numbered from 1. */
type Wanted = { size: 'small' | 'large'; pageInFile: number }
type Shown = { picture: Picture | PictureLack; pages: number | null }

const sides = { small: 240, large: 2400 }
/** What the page itself draws of a file for a list; above it, only what the file carries for that. */
const mostBytesForSmall = 40_000_000

export function pictureOf(path: string, wanted: Wanted): Shown | 'out_of_reach' {
  let descriptor: number
  try {
    descriptor = openSync(placeOf(path, ''), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  } catch {
    return 'out_of_reach'
  }
  try {
    const bytes = bytesOfFile(descriptor, fstatSync(descriptor).size)
    const facts = readFacts(bytes)
    return { picture: drawn(bytes, facts, { path, ...wanted }), pages: facts.pages }
  } finally {
    closeSync(descriptor)
  }
}

function drawn(bytes: Bytes, facts: FileFacts, wanted: Wanted & { path: string }): Picture | PictureLack {
  if (facts.fault !== null) return facts.fault
  if (facts.isEncrypted) return 'encrypted'
  try {
    switch (facts.format) {
      case 'jpeg':
      case 'png':
        return shownBySelf(bytes, wanted)
      case 'tiff':
        return ofTiff(bytes, wanted)
      case 'pdf':
        return ofPdf(bytes, wanted)
      case 'other':
        return 'no_picture'
    }
  } catch (error) {
    if (error instanceof BrokenFile) return error.fault
    throw error
  }
}

function shownBySelf(bytes: Bytes, { path, size }: Wanted & { path: string }): Picture | PictureLack {
  const place = size === 'small' ? thumbnailPlace(bytes) : null
  if (place) return { name: 'thumbnail.jpg', bytes: Buffer.from(bytes.at(place.at, place.length)) }
  return size === 'small' && bytes.size > mostBytesForSmall ? 'too_large' : { path }
}

function ofTiff(bytes: Bytes, { size, pageInFile }: Wanted): Picture | PictureLack {
  const found = tiffPage(bytes, pageInFile)
  if (!found) return 'not_drawn'
  const jpeg = jpegOfTiff(bytes, found.page)
  if (jpeg) return { name: 'page.jpg', bytes: jpeg }
  const raster = tiffRaster(bytes, found, sides[size])
  return raster ? { name: 'page.png', bytes: pngOf(raster) } : 'not_drawn'
}

function ofPdf(bytes: Bytes, { size, pageInFile }: Wanted): Picture | PictureLack {
  const scan = scanInPdf(bytes, { number: pageInFile, longestSide: sides[size] })
  if (scan === null) return 'not_drawn'
  if (scan === 'words') return 'page_of_words'
  return 'jpeg' in scan
    ? { name: 'page.jpg', bytes: scan.jpeg }
    : { name: 'page.png', bytes: pngOf(scan.raster) }
}
