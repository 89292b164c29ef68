import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesOfBuffer } from '../../db/preservation/images/bytes.ts'
import { BrokenFile } from '../../db/preservation/images/facts.ts'
import { readFacts } from '../../db/preservation/images/index.ts'
import { scanInPdf } from '../../db/preservation/images/pdf-page.ts'
import { pngOf } from '../../db/preservation/images/png-writer.ts'
import { jpegOfTiff } from '../../db/preservation/images/tiff-jpeg.ts'
import { tiffPage } from '../../db/preservation/images/tiff.ts'
import { tiffRaster } from '../../db/preservation/images/tiff-pixels.ts'
import { testFolder } from '../support/engine.ts'
import { pdfOf } from '../support/images.ts'

const width = 203
const height = 131
/** Lines, dots and even stretches, as pages of print have them; the same on every run. */
const toneAt = (x: number, y: number, sample: number) =>
  y % 17 < 3 ? 30 + sample * 60 : (x * y + sample * 40) % 97 < 9 ? 200 - (x % 50) : 235
const darkAt = (x: number, y: number) => (y % 17 < 3 && x % 61 !== 0) || (x * y) % 97 < 9 || x > width - 3

function run(program: string, ...parameters: string[]): Buffer {
  return execFileSync(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A page as the tools of libtiff know it, of one bit, of grey or of colours. */
function plainPage(folder: string, kind: 'bits' | 'grey' | 'colour'): { path: string; pixels: Buffer } {
  const samples = kind === 'colour' ? 3 : 1
  const pixels = Buffer.alloc(width * height * samples)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let sample = 0; sample < samples; sample += 1)
        pixels[(y * width + x) * samples + sample] =
          kind === 'bits' ? (darkAt(x, y) ? 0 : 255) : toneAt(x, y, sample)
  const path = join(folder, `${kind}.tif`)
  const raw = join(folder, `${kind}.raw`)
  if (kind === 'bits') {
    const rowBytes = Math.ceil(width / 8)
    const bits = Buffer.alloc(rowBytes * height)
    for (let at = 0; at < width * height; at += 1) {
      const [x, y] = [at % width, Math.floor(at / width)]
      const byte = y * rowBytes + (x >> 3)
      if (darkAt(x, y)) bits[byte] = (bits[byte] ?? 0) | (128 >> (x & 7))
    }
    writeFileSync(raw, Buffer.concat([Buffer.from(`P4\n${width} ${height}\n`), bits]))
  } else
    writeFileSync(
      raw,
      Buffer.concat([Buffer.from(`${samples === 3 ? 'P6' : 'P5'}\n${width} ${height}\n255\n`), pixels]),
    )
  run('ppm2tiff', '-c', 'none', raw, path)
  return { path, pixels }
}

function copied(from: string, ...parameters: string[]): Buffer {
  const to = `${from}.${parameters.join('')}.tif`
  run('tiffcp', ...parameters, from, to)
  return readFileSync(to)
}

/** A page of a TIFF, numbered from 1, in its own size. */
function drawn(file: Buffer, number = 1) {
  const found = tiffPage(bytesOfBuffer(file), number)
  return found && tiffRaster(bytesOfBuffer(file), found, 10_000)
}
function jpegIn(file: Buffer, number = 1): Buffer | null {
  const found = tiffPage(bytesOfBuffer(file), number)
  return found && jpegOfTiff(bytesOfBuffer(file), found.page)
}

const strips = ['-r', '16']
const tiles = ['-t', '-w', '64', '-l', '48']

it.each([
  ['bits', 'T.6 as one strip', ['-c', 'g4', '-r', '1000']],
  ['bits', 'T.6 in strips', ['-c', 'g4', ...strips]],
  ['bits', 'T.6 in tiles', ['-c', 'g4', ...tiles]],
  ['bits', 'T.6 with the lowest bit first', ['-c', 'g4', '-f', 'lsb2msb', ...strips]],
  ['bits', 'T.4 by its runs', ['-c', 'g3:1d', ...strips]],
  ['bits', 'T.4 by the line above', ['-c', 'g3:2d', ...strips]],
  ['bits', 'T.4 filled up to bytes', ['-c', 'g3:2d:fill', ...strips]],
  ['bits', 'tiles, not packed', ['-c', 'none', ...tiles]],
  ['grey', 'tiles, not packed', ['-c', 'none', ...tiles]],
  ['grey', 'tiles of LZW with distances', ['-c', 'lzw:2', ...tiles]],
  ['colour', 'tiles of Deflate with distances', ['-c', 'zip:2', ...tiles]],
  ['colour', 'strips of LZW with distances', ['-c', 'lzw:2', ...strips]],
  ['colour', 'planes in strips', ['-c', 'none', '-p', 'separate', ...strips]],
  ['colour', 'planes in tiles with distances', ['-c', 'zip:2', '-p', 'separate', ...tiles]],
  ['colour', 'the highest byte first', ['-B', '-c', 'packbits', ...strips]],
] as const)('a TIFF of %s as libtiff writes it is drawn pixel by pixel: %s', (kind, _, parameters) => {
  const { path, pixels } = plainPage(testFolder(), kind)
  const file = copied(path, ...parameters)
  expect(readFacts(bytesOfBuffer(file))).toMatchObject({ widthPx: width, heightPx: height, fault: null })
  const raster = drawn(file)
  expect(raster).toMatchObject({ width, height, samples: kind === 'colour' ? 3 : 1 })
  expect(raster?.pixels.equals(pixels)).toBe(true)
})

/** Pixels of a picture as ImageMagick reads them. */
function pixelsOf(path: string): Buffer {
  return run('convert', path, '-depth', '8', 'rgb:-')
}

it.each([
  ['one strip', ['-c', 'jpeg:95', '-r', '1000']],
  ['strips', ['-c', 'jpeg:95', ...strips]],
  ['strips that keep red, green and blue', ['-c', 'jpeg:r:95', ...strips]],
])('a TIFF of JPEG in %s becomes one JPEG of the same pixels', (_, parameters) => {
  const folder = testFolder()
  const { path } = plainPage(folder, 'colour')
  const file = copied(path, ...parameters)
  const jpeg = jpegIn(file)
  const [joined, given] = [join(folder, 'joined.jpg'), join(folder, 'given.tif')]
  writeFileSync(joined, jpeg ?? '')
  writeFileSync(given, file)
  expect(readFacts(bytesOfBuffer(readFileSync(joined)))).toMatchObject({
    format: 'jpeg',
    widthPx: width,
    heightPx: height,
    fault: null,
  })
  const [ours, theirs] = [pixelsOf(joined), pixelsOf(given)]
  expect(ours.length).toBe(width * height * 3)
  // Colours of the row at either edge of a strip are smoothed over it, or not; all other rows are the same.
  const inner = (pixels: Buffer) =>
    Buffer.concat(
      Array.from({ length: height }, (_row, y) => y)
        .filter((y) => y % 16 !== 0 && y % 16 !== 15)
        .map((y) => pixels.subarray(y * width * 3, (y + 1) * width * 3)),
    )
  expect(inner(ours).equals(inner(theirs))).toBe(true)
})

it.each([
  ['colours of their own', 'colour', ['-c', 'jpeg:r:95']],
  ['colours of half the size', 'colour', ['-c', 'jpeg:90']],
  ['grey', 'grey', ['-c', 'jpeg:75']],
] as const)('a TIFF of JPEG in tiles becomes one JPEG of the same pixels: %s', (_, kind, packing) => {
  const folder = testFolder()
  const { path } = plainPage(folder, kind)
  const file = copied(path, ...packing, ...tiles)
  const [joined, given] = [join(folder, 'joined.jpg'), join(folder, 'given.tif')]
  writeFileSync(joined, jpegIn(file) ?? '')
  writeFileSync(given, file)
  expect(readFacts(bytesOfBuffer(readFileSync(joined)))).toMatchObject({
    format: 'jpeg',
    widthPx: width,
    heightPx: height,
    fault: null,
  })
  const [ours, theirs] = [pixelsOf(joined), pixelsOf(given)]
  expect(ours.length).toBe(width * height * 3)
  // Colours of half the size are smoothed over the edges of tiles, or not.
  const isInner = (at: number) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)]
    return [x % 64, y % 48].every((each) => each > 1) && x % 64 < 62 && y % 48 < 46
  }
  const different = [...ours.keys()].filter((at) => isInner(at) && ours[at] !== theirs[at])
  expect(different).toEqual([])
  if (kind === 'grey') expect(ours.equals(theirs)).toBe(true)
})

it('a packing that is damaged is said to be broken, or drawn as far as it goes, and brings nothing down', () => {
  const bits = copied(plainPage(testFolder(), 'bits').path, '-c', 'g4', '-r', '1000')
  const damaged = Buffer.from(bits)
  damaged.fill(0, 8, 200)
  expect(() => drawn(damaged)).toThrow('broken_structure')
  const tiled = copied(plainPage(testFolder(), 'colour').path, '-c', 'jpeg:r:95', ...tiles)
  fc.assert(
    fc.property(fc.nat(tiled.length - 1), fc.nat(255), (at, byte) => {
      const changed = Buffer.from(tiled)
      changed[at] = byte
      try {
        jpegIn(changed)
      } catch (error) {
        expect(error).toBeInstanceOf(BrokenFile)
      }
    }),
  )
})

it('every page of a TIFF is found, and none behind the last', () => {
  const folder = testFolder()
  const [bits, grey, colour] = (['bits', 'grey', 'colour'] as const).map((kind) => plainPage(folder, kind))
  const whole = join(folder, 'whole.tif')
  run('tiffcp', '-c', 'zip', ...[bits, grey, colour].map((page) => page?.path ?? ''), whole)
  const file = readFileSync(whole)
  expect(readFacts(bytesOfBuffer(file)).pages).toBe(3)
  expect(drawn(file, 2)?.pixels.equals(grey?.pixels ?? Buffer.alloc(0))).toBe(true)
  expect(drawn(file, 3)?.pixels.equals(colour?.pixels ?? Buffer.alloc(0))).toBe(true)
  expect(drawn(file, 4)).toBeNull()
})

it('a scan in a PDF is taken out as it lies there, in JPEG or in T.6; pages of words are not', () => {
  const folder = testFolder()
  const [colour, bits] = [plainPage(folder, 'colour'), plainPage(folder, 'bits')]
  const [jpeg, fax] = [join(folder, 'jpeg.pdf'), join(folder, 'fax.pdf')]
  writeFileSync(`${colour.path}.tif`, copied(colour.path, '-c', 'jpeg:95', '-r', '1000'))
  run('tiff2pdf', '-j', '-q', '95', '-o', jpeg, colour.path)
  writeFileSync(`${bits.path}.tif`, copied(bits.path, '-c', 'g4', '-r', '1000'))
  run('tiff2pdf', '-o', fax, `${bits.path}.tif`)
  const found = scanInPdf(bytesOfBuffer(readFileSync(jpeg)), { number: 1, longestSide: 1000 })
  expect(
    typeof found === 'object' && found && 'jpeg' in found && readFacts(bytesOfBuffer(found.jpeg)),
  ).toMatchObject({
    format: 'jpeg',
    widthPx: width,
    fault: null,
  })
  const scan = scanInPdf(bytesOfBuffer(readFileSync(fax)), { number: 1, longestSide: 1000 })
  const raster = typeof scan === 'object' && scan && 'raster' in scan ? scan.raster : null
  expect(raster?.pixels.equals(bits.pixels)).toBe(true)
  expect(raster && readFacts(bytesOfBuffer(pngOf(raster))).fault).toBeNull()
})

it('each page of a PDF is looked for by itself, wherever in the tree it stands', () => {
  const folder = testFolder()
  const { path } = plainPage(folder, 'bits')
  const pages = [1, 2, 3].map((at) => {
    const [scan, pdf] = [join(folder, `${at}.tif`), join(folder, `${at}.pdf`)]
    run('convert', path, '-crop', `${width - at * 16}x${height - at * 16}+0+0`, '+repage', `${scan}.png`)
    run('convert', `${scan}.png`, '-compress', 'Group4', '-type', 'bilevel', scan)
    run('tiff2pdf', '-o', pdf, scan)
    return pdf
  })
  const words = join(folder, 'words.pdf')
  writeFileSync(words, pdfOf({ pages: 1 }))
  const whole = join(folder, 'whole.pdf')
  run('pdfunite', ...pages.slice(0, 2), words, ...pages.slice(2), whole)
  const file = bytesOfBuffer(readFileSync(whole))
  const widths = [1, 2, 3, 4].map((number) => {
    const scan = scanInPdf(file, { number, longestSide: 1000 })
    return typeof scan === 'object' && scan && 'raster' in scan ? scan.raster.width : scan
  })
  expect(widths).toEqual([width - 16, width - 32, 'words', width - 48])
  expect(() => scanInPdf(file, { number: 5, longestSide: 1000 })).toThrow('broken_structure')
})
