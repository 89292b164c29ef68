import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { encodeText, isCellEncoding, textEncodings } from '../../../shared/legacy/rules.ts'
import { vietnameseLetters } from '../../../shared/legacy/alphabet.ts'
import { anselReading } from './ansel.ts'
import { decodeBytes, latin1Of } from './decode.ts'
import { samplesOfBytes } from './samples.ts'

const allBytes = Array.from({ length: 256 }, (_, byte) => byte)

/** What iconv-lite, which others wrote, makes of one byte after an `a`. */
function oracle(byte: number, encoding: string): string {
  return iconv.decode(Buffer.from([0x61, byte]), encoding).normalize('NFC')
}

describe('bytes mean what iconv-lite says', () => {
  it('TCVN: where VN3 and VN2 have letters; the rest of VN1 is signs of windows-1252 in the fonts', () => {
    for (const byte of allBytes.filter((one) => one >= 0xa1)) {
      expect(decodeBytes(Uint8Array.of(0x61, byte), 'tcvn3'), byte.toString(16)).toBe(oracle(byte, 'tcvn'))
    }
  })

  it('VISCII: every byte', () => {
    for (const byte of allBytes) {
      expect(decodeBytes(Uint8Array.of(0x61, byte), 'viscii'), byte.toString(16)).toBe(oracle(byte, 'viscii'))
    }
  })

  it('windows-1258: every byte that it defines', () => {
    const defined = allBytes.filter((byte) => oracle(byte, 'windows1258') !== 'a\uFFFD')
    expect(defined.length).toBeGreaterThan(240)
    for (const byte of defined) {
      expect(decodeBytes(Uint8Array.of(0x61, byte), 'windows1258')).toBe(oracle(byte, 'windows1258'))
    }
  })

  it('the other way: what iconv-lite writes is read', () => {
    for (const letter of vietnameseLetters) {
      expect(decodeBytes(iconv.encode(letter, 'viscii'), 'viscii')).toBe(letter)
      if (letter === letter.toLowerCase())
        expect(decodeBytes(iconv.encode(letter, 'tcvn'), 'tcvn3')).toBe(letter)
    }
  })
})

describe('bytes are read', () => {
  const text = 'Đại Việt sử ký toàn thư – Nguyễn Thị Thu Hằng dịch'

  it.each(textEncodings.filter(isCellEncoding))('from %s', (encoding) => {
    // Three of them have no dash.
    const expected = ['viqr', 'viscii', 'vps'].includes(encoding) ? text.replace('–', '?') : text
    expect(decodeBytes(encodeText(text, encoding), encoding)).toBe(expected)
  })

  it('from MARC-8 by the decoder that is passed in', () => {
    const ansel = (bytes: Uint8Array) => anselReading(latin1Of(bytes))
    expect(decodeBytes(Uint8Array.of(0xb3, 0xf2, 0x61, 0x69), 'marc8', ansel)).toBe('đại')
  })

  it('from a window on a larger buffer', () => {
    const whole = Buffer.from(`xx${text}yy`)
    expect(decodeBytes(whole.subarray(2, whole.length - 2), 'utf8')).toBe(text)
  })

  it('composed, also where UTF-8 was decomposed', () => {
    expect(decodeBytes(Buffer.from(text.normalize('NFD')), 'utf8')).toBe(text)
  })

  it('with U+FFFD for what is no UTF-8', () => {
    expect(decodeBytes(Uint8Array.of(0x61, 0xe9, 0x62), 'utf8')).toBe('a\uFFFDb')
  })

  it('whatever they are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom(...textEncodings.filter(isCellEncoding)),
        (bytes, encoding) => {
          const read = decodeBytes(bytes, encoding)
          expect(read).toBe(read.normalize('NFC'))
        },
      ),
      { numRuns: 3000 },
    )
  })
})

it('samples show fields as they look elsewhere, and as they are meant', () => {
  const fields = ['plain', 'Hà Nội', 'Huế'].map((text) => encodeText(text, 'tcvn3'))
  expect(samplesOfBytes(fields, 'tcvn3', { marc8: latin1Of })).toEqual([
    { before: 'Hµ Néi', after: 'Hà Nội' },
    { before: 'HuÕ', after: 'Huế' },
  ])
})
