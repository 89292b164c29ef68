import type { Bytes } from './bytes.ts'
import { BrokenFile } from './facts.ts'
import { unpackFax } from './fax.ts'
import { openPdf, type PdfFile } from './pdf.ts'
import { dictionaryOf, type PdfObject } from './pdf-objects.ts'
import type { PdfDictionary, PdfValue } from './pdf-values.ts'
import { bilevelRaster, type Raster } from './tiff-pixels.ts'

/** A tree of pages is never as deep as this. */
const deepest = 40
/** A scan fills its page; a picture among words does not. */
const mostDifference = 0.04
/** A sheet of A0 at 600 dpi has fewer. */
const mostPixels = 600_000_000

/**
 * A page, numbered from 1, where it is one scan and nothing else, as it lies in the file: pages of words, and scans packed in
 * other ways, are not drawn here.
 */
export function scanInPdf(
  bytes: Bytes,
  { number, longestSide }: { number: number; longestSide: number },
): { jpeg: Buffer } | { raster: Raster } | 'words' | null {
  const file = openPdf(bytes)
  if (!file || file.isEncrypted) return null
  const page = pageAt(file, number)
  const image = onlyImage(file, page)
  if (!image) return 'words'
  if (!fills(file, page, dictionaryOf(image.value))) return null
  const dictionary = dictionaryOf(image.value)
  const filters = [file.resolve(dictionary.get('Filter')) ?? null].flat()
  const length = file.resolve(dictionary.get('Length'))
  if (filters.length !== 1 || typeof length !== 'number') return null
  const data = bytes.at(image.streamAt ?? 0, length)
  if (data.length < length) throw new BrokenFile('cut_short')
  if (filters[0] === 'DCTDecode') return { jpeg: Buffer.from(data) }
  return filters[0] === 'CCITTFaxDecode' ? faxed(file, dictionary, { data, longestSide }) : null
}

type Page = { own: PdfDictionary; inherited: Map<string, PdfValue> }

/** Down the tree of pages, past branches that end before the page; each says how many it holds. */
function pageAt(file: PdfFile, number: number): Page {
  const inherited: Page['inherited'] = new Map()
  let own = file.pages()
  let left = number
  for (let depth = 0; depth < deepest; depth += 1) {
    for (const key of ['Resources', 'MediaBox', 'CropBox', 'Rotate']) {
      const value = file.resolve(own.get(key))
      if (value !== undefined) inherited.set(key, value)
    }
    const kids = file.resolve(own.get('Kids'))
    if (!Array.isArray(kids)) return { own, inherited }
    let next: PdfDictionary | null = null
    for (const kid of kids) {
      const dictionary = dictionaryOf(file.resolve(kid))
      const count = dictionary.has('Kids') ? Number(file.resolve(dictionary.get('Count'))) : 1
      if (left <= count) {
        next = dictionary
        break
      }
      left -= count
    }
    if (!next) throw new BrokenFile('broken_structure')
    own = next
  }
  throw new BrokenFile('broken_structure')
}

function onlyImage(file: PdfFile, { inherited }: Page): PdfObject | null {
  const resources = inherited.get('Resources')
  const things = resources instanceof Map ? file.resolve(resources.get('XObject')) : undefined
  if (!(resources instanceof Map) || !(things instanceof Map)) return null
  // Reading programs lay words that are seen through over a scan, so fonts say nothing against it.
  const streams = [...things.values()].map((each) => file.stream(each))
  const [only] = streams
  if (streams.length !== 1 || !only) return null
  return dictionaryOf(only.value).get('Subtype') === 'Image' ? only : null
}

function fills(file: PdfFile, { inherited }: Page, image: PdfDictionary): boolean {
  const box = inherited.get('CropBox') ?? inherited.get('MediaBox')
  if (!Array.isArray(box) || Number(inherited.get('Rotate') ?? 0) !== 0) return false
  const [left = 0, bottom = 0, right = 0, top = 0] = box.map((each) => Number(file.resolve(each)))
  const width = Number(file.resolve(image.get('Width')))
  const height = Number(file.resolve(image.get('Height')))
  return Math.abs((right - left) / (top - bottom) / (width / height) - 1) <= mostDifference
}

type Packed = { data: Buffer; longestSide: number }

function faxed(
  file: PdfFile,
  image: PdfDictionary,
  { data, longestSide }: Packed,
): { raster: Raster } | null {
  const given = [file.resolve(image.get('DecodeParms')) ?? null].flat()[0]
  const parameters: PdfDictionary = given instanceof Map ? given : new Map()
  // Only T.6 is told apart from its look-alikes by its parameters alone.
  if (Number(parameters.get('K') ?? 0) >= 0 || parameters.get('EncodedByteAlign') === true) return null
  const width = Number(parameters.get('Columns') ?? 1728)
  const height = Number(file.resolve(image.get('Height')))
  if (!(width > 0 && height > 0 && width * height <= mostPixels)) throw new BrokenFile('broken_structure')
  const decode = file.resolve(image.get('Decode'))
  const isTurned = Array.isArray(decode) && Number(decode[0]) === 1
  const blackIsOne = parameters.get('BlackIs1') === true
  const rows = unpackFax(data, { width, height, kind: 'g4' })
  const part = { left: 0, top: 0, width, height, rows }
  return {
    raster: bilevelRaster([part], { width, height, longestSide, darkBit: blackIsOne === isTurned ? 1 : 0 }),
  }
}
