import type { Bytes } from './bytes.ts'
import { BrokenFile, dpiOf, nothingKnown, type FileFacts } from './facts.ts'
import { readDirectory, tiffForm } from './tiff-directory.ts'
import { resolution } from './tiff.ts'

const startOfScan = 0xda
const endOfImage = 0xd9
const jfif = 0xe0
const exif = 0xe1
/** Frames of every kind; 0xC4, 0xC8 and 0xCC are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

type Segment = { marker: number; at: number; length: number }

/** The segments before the picture itself, which is not gone through. */
function* segments(bytes: Bytes): Generator<Segment> {
  let at = 2
  while (at + 4 <= bytes.size) {
    const head = bytes.at(at, 4)
    if (head[0] !== 0xff) throw new BrokenFile('broken_structure')
    const marker = head[1] ?? 0
    if (marker === 0xff) at += 1
    else if (standsAlone(marker)) at += 2
    else {
      const length = head.readUInt16BE(2)
      if (length < 2) throw new BrokenFile('broken_structure')
      if (at + 2 + length > bytes.size) throw new BrokenFile('cut_short')
      yield { marker, at: at + 4, length: length - 2 }
      if (marker === startOfScan) return
      at += 2 + length
    }
  }
  throw new BrokenFile('cut_short')
}

export function readJpeg(bytes: Bytes): FileFacts | null {
  if (bytes.at(0, 3).toString('hex') !== 'ffd8ff') return null
  const facts: FileFacts = { ...nothingKnown, format: 'jpeg', pages: 1 }
  let exifDpi: number | null = null
  for (const { marker, at, length } of segments(bytes)) {
    if (isFrame(marker)) Object.assign(facts, frameOf(bytes.at(at, 6)))
    else if (marker === jfif && length >= 12) facts.dpi ??= jfifDpi(bytes.at(at, 12))
    else if (marker === exif) exifDpi ??= exifIn(bytes, at, length)?.dpi ?? null
  }
  if (!facts.widthPx || !facts.heightPx) throw new BrokenFile('broken_structure')
  if (!hasEnd(bytes)) throw new BrokenFile('cut_short')
  return { ...facts, dpi: facts.dpi ?? exifDpi }
}

/** Cameras and scanners leave a small picture in the head, which is enough for a list; null where there is none. */
export function thumbnailPlace(bytes: Bytes): { at: number; length: number } | null {
  if (bytes.at(0, 3).toString('hex') !== 'ffd8ff') return null
  for (const { marker, at, length } of segments(bytes)) {
    const place = marker === exif ? exifIn(bytes, at, length)?.thumbnail : null
    if (place) return place
  }
  return null
}

function frameOf(head: Buffer) {
  const components = head.readUInt8(5)
  return {
    bits: head.readUInt8(0),
    heightPx: head.readUInt16BE(1),
    widthPx: head.readUInt16BE(3),
    colour: components === 1 ? ('grey' as const) : ('colour' as const),
  }
}

function jfifDpi(head: Buffer): number | null {
  if (head.toString('latin1', 0, 5) !== 'JFIF\0') return null
  const unit = head.readUInt8(7)
  if (unit !== 1 && unit !== 2) return null
  return dpiOf(head.readUInt16BE(8), head.readUInt16BE(10), unit === 1 ? 'inch' : 'centimetre')
}

/** What Exif says is beside the point for the picture itself: where it is damaged, it says nothing. */
function exifIn(bytes: Bytes, at: number, length: number) {
  if (length < 14 || bytes.at(at, 6).toString('latin1') !== 'Exif\0\0') return null
  const base = at + 6
  try {
    const form = tiffForm(bytes, base)
    if (!form) return null
    const main = readDirectory(form, form.first)
    const dpi = resolution(main.numbers(282), main.numbers(283), main.numbers(296)[0] ?? 2)
    const small = main.next === 0 ? null : readDirectory(form, main.next)
    const [from = 0] = small?.numbers(0x0201) ?? []
    const [size = 0] = small?.numbers(0x0202) ?? []
    const isInside = from > 0 && size > 0 && from + size <= length - 6
    return { dpi, thumbnail: isInside ? { at: base + from, length: size } : null }
  } catch (error) {
    if (error instanceof BrokenFile) return null
    throw error
  }
}

/** Some programs pad the end, so the mark is looked for in the last stretch. */
function hasEnd(bytes: Bytes): boolean {
  const stretch = Math.min(bytes.size, 32_768)
  return bytes.at(bytes.size - stretch, stretch).lastIndexOf(Buffer.from([0xff, endOfImage])) >= 0
}
