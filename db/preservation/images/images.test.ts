import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jpegOf, pdfOf, pngOf, tiffOf } from '../../../test/support/images.ts'
import { bytesOfBuffer } from './bytes.ts'
import { BrokenFile } from './facts.ts'
import { unpackFax } from './fax.ts'
import { readFacts } from './index.ts'
import { thumbnailPlace } from './jpeg.ts'
import { looksPlain } from './plain.ts'
import { pngOf as drawn } from './png-writer.ts'
import { tiffPage } from './tiff.ts'
import { tiffRaster } from './tiff-pixels.ts'

function firstPage(file: Buffer, longestSide: number) {
  const found = tiffPage(bytesOfBuffer(file), 1)
  return found && tiffRaster(bytesOfBuffer(file), found, longestSide)
}
const factsOf = (file: Buffer) => readFacts(bytesOfBuffer(file))

/** Sixteen bits for each dot, of which the lower eight are what a scanner's noise makes them. */
function deepPage({ print, isLittle }: { print: number; isLittle: boolean }): Buffer {
  const pack = (rows: Buffer) =>
    Buffer.from(
      [...rows].flatMap((tone, at) => (isLittle ? [(at * 37) % 256, tone] : [tone, (at * 37) % 256])),
    )
  const tone = (x: number, y: number) => (y % 30 < 3 && x % 4 < 2 ? print : 245)
  return tiffOf({ width: 200, height: 300, bits: 16, isLittle, tone, pack })
}

describe('a TIFF', () => {
  it.each([
    ['as PCs write it', {}],
    ['with the highest byte first', { isLittle: false }],
    ['in the form above 4 GB', { isBig: true }],
  ])('tells its size, density and colour %s', (_, plan) => {
    expect(factsOf(tiffOf({ ...plan, width: 40, height: 50, dpi: 400, samples: 3 }))).toEqual({
      format: 'tiff',
      pages: 1,
      widthPx: 40,
      heightPx: 50,
      dpi: 400,
      colour: 'colour',
      bits: 8,
      isEncrypted: false,
      fault: null,
    })
  })

  it('counts its pages', () => {
    expect(factsOf(tiffOf({ pages: 7 }))).toMatchObject({ pages: 7, colour: 'grey', fault: null })
    expect(factsOf(tiffOf({ pages: 3, isBig: true }))).toMatchObject({ pages: 3 })
  })

  it('is not sound when its pixels end early', () => {
    const whole = tiffOf({ pages: 1 })
    const end = whole.length
    // The directory is moved before the pixels are cut off: here its strip is said to be longer than the file.
    whole.writeUInt32LE(end, whole.indexOf(Buffer.from([0x17, 0x01, 4, 0])) + 8)
    expect(factsOf(whole).fault).toBe('cut_short')
    expect(factsOf(tiffOf().subarray(0, 900)).fault).toBe('broken_directory')
  })

  it('is not sound when its directories run in a circle, or lie beyond its end', () => {
    const circle = tiffOf()
    circle.writeUInt32LE(circle.readUInt32LE(4), circle.length - 4)
    expect(factsOf(circle).fault).toBe('broken_directory')
    const beyond = tiffOf()
    beyond.writeUInt32LE(0xffff_fff0, 4)
    expect(factsOf(beyond).fault).toBe('broken_directory')
    const none = tiffOf()
    none.writeUInt32LE(0, 4)
    expect(factsOf(none).fault).toBe('no_pages')
  })

  it('never brings the reading down, whichever byte is damaged or missing', () => {
    const whole = tiffOf({ width: 4, height: 4, pages: 2 })
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
      expect(() => factsOf(damaged)).not.toThrow()
      expect(() => factsOf(whole.subarray(0, at))).not.toThrow()
      if (at >= 8) expect(factsOf(whole.subarray(0, at)).fault, `cut at ${at}`).not.toBeNull()
    }
  })

  it('is drawn for the page, whole or made smaller, packed or not', () => {
    const tone = (x: number, y: number) => (x * 3 + y) % 256
    const plain = firstPage(tiffOf({ tone }), 1000)
    expect(plain).toMatchObject({ width: 40, height: 50, samples: 1 })
    expect(plain?.pixels[2 * 40 + 5]).toBe(tone(5, 2))
    const packed = firstPage(tiffOf({ tone, compression: 8, pack: (rows) => deflateSync(rows) }), 1000)
    expect(packed?.pixels.equals(plain?.pixels ?? Buffer.alloc(0))).toBe(true)
    const small = firstPage(tiffOf({ tone }), 25)
    expect(small).toMatchObject({ width: 20, height: 25 })
    expect(small?.pixels[3 * 20 + 4]).toBe(tone(8, 6))
    expect(plain && factsOf(drawn(plain))).toMatchObject({ format: 'png', widthPx: 40, fault: null })
  })

  it('is not drawn when it is packed in a way that is not read here', () => {
    const jpeg2000 = 34_712
    expect(firstPage(tiffOf({ compression: jpeg2000 }), 100)).toBeNull()
  })

  it('is never drawn by a guess: what no fax machine has packed is named', () => {
    const kinds = fc.constantFrom('g4' as const, 'g3' as const, 'lines' as const)
    const sides = fc.integer({ min: 1, max: 300 })
    const page = fc.record({ width: sides, height: sides, kind: kinds, hasTags: fc.boolean() })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), page, (packed, facts) => {
        try {
          const rows = unpackFax(Buffer.from(packed), facts)
          expect(rows.length).toBe(Math.ceil(facts.width / 8) * facts.height)
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenFile)
        }
      }),
    )
  })

  it('of one tone is taken for a white page', () => {
    const isPlain = (tone: (x: number, y: number) => number) => {
      const bytes = bytesOfBuffer(tiffOf({ width: 200, height: 300, tone }))
      return looksPlain(bytes, readFacts(bytes))
    }
    expect(isPlain((x, y) => 240 + ((x + y) % 10))).toBe(true)
    expect(isPlain((x, y) => (y % 30 < 3 && x % 4 < 2 ? 20 : 245))).toBe(false)
    for (const isLittle of [true, false]) {
      const isDeepPlain = (print: number) => {
        const bytes = bytesOfBuffer(deepPage({ print, isLittle }))
        return looksPlain(bytes, readFacts(bytes))
      }
      expect(isDeepPlain(245)).toBe(true)
      expect(isDeepPlain(20)).toBe(false)
    }
  })
})

describe('a JPEG', () => {
  it('tells its size, density and colour', () => {
    expect(factsOf(jpegOf({ dpi: 150 }))).toMatchObject({
      format: 'jpeg',
      pages: 1,
      widthPx: 600,
      heightPx: 800,
      dpi: 150,
      colour: 'colour',
      bits: 8,
      fault: null,
    })
    expect(factsOf(jpegOf({ components: 1 })).colour).toBe('grey')
  })

  it('is not sound without its end, or with a broken head', () => {
    const whole = jpegOf()
    expect(factsOf(whole.subarray(0, -2)).fault).toBe('cut_short')
    expect(factsOf(whole.subarray(0, 12)).fault).toBe('cut_short')
    const broken = Buffer.from(whole)
    broken[20] = 0x12
    expect(factsOf(broken).fault).toBe('broken_structure')
  })

  it('carries a small picture of itself', () => {
    const thumbnail = jpegOf({ width: 16, height: 16, bytes: 20 })
    const file = jpegOf({ thumbnail })
    const place = thumbnailPlace(bytesOfBuffer(file))
    expect(place && file.subarray(place.at, place.at + place.length).equals(thumbnail)).toBe(true)
    expect(thumbnailPlace(bytesOfBuffer(jpegOf()))).toBeNull()
    expect(factsOf(file)).toMatchObject({ widthPx: 600, fault: null })
  })
})

describe('a PNG', () => {
  it('tells its size, density and colour', () => {
    expect(factsOf(pngOf())).toMatchObject({
      format: 'png',
      widthPx: 30,
      heightPx: 40,
      dpi: 300,
      colour: 'grey',
    })
  })

  it('is not sound when it ends early or its head is damaged', () => {
    expect(factsOf(pngOf().subarray(0, -6)).fault).toBe('cut_short')
    const damaged = pngOf()
    damaged[18] = 9
    expect(factsOf(damaged).fault).toBe('broken_structure')
  })
})

describe('a PDF', () => {
  it.each([
    ['plain', false],
    ['packed', true],
  ])('counts its pages by the %s list of its places', (_, isPacked) => {
    expect(factsOf(pdfOf({ pages: 12, isPacked }))).toMatchObject({ format: 'pdf', pages: 12, fault: null })
  })

  it('is named when a password closes it, cut short or damaged when it is', () => {
    expect(factsOf(pdfOf({ isEncrypted: true }))).toMatchObject({
      isEncrypted: true,
      pages: null,
      fault: null,
    })
    expect(factsOf(pdfOf().subarray(0, -20)).fault).toBe('cut_short')
    expect(factsOf(pdfOf({ pages: 0 })).fault).toBe('no_pages')
    const damaged = Buffer.from(pdfOf().toString('latin1').replace('/Pages 2 0 R', '/Pages 9 0 R'), 'latin1')
    expect(factsOf(damaged).fault).toBe('broken_structure')
  })

  it('never brings the reading down, whichever byte is damaged', () => {
    for (const whole of [pdfOf(), pdfOf({ isPacked: true })])
      for (let at = 0; at < whole.length; at += 1) {
        const damaged = Buffer.from(whole)
        damaged[at] = (damaged[at] ?? 0) ^ 0x15
        expect(() => factsOf(damaged)).not.toThrow()
      }
  })
})

it('takes an empty file for nothing, and any other for what it is not', () => {
  expect(factsOf(Buffer.alloc(0))).toMatchObject({ format: 'other', fault: 'empty' })
  expect(factsOf(Buffer.from('Ghi chú'))).toMatchObject({ format: 'other', fault: null })
})
