import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composed } from './alphabet.ts'
import {
  asWestern,
  decodeBestText,
  decodeText,
  encodeText,
  guessTexts,
  isCellEncoding,
  legacyReading,
  samplesOf,
  textEncodings,
} from './rules.ts'

describe('a pasted text', () => {
  it('is read from TCVN3', () => {
    expect(legacyReading('Th­ viÖn tØnh Qu¶ng TrÞ: Tµi liÖu ®Þa chÝ')).toEqual({
      encoding: 'tcvn3',
      text: 'Thư viện tỉnh Quảng Trị: Tài liệu địa chí',
    })
    expect(legacyReading('§¹i ViÖt sö ký toµn th­')?.text).toBe('Đại Việt sử ký toàn thư')
  })

  it('is read from VNI', () => {
    expect(legacyReading('Thö vieän tænh Quaûng Trò: Taøi lieäu ñòa chí')).toEqual({
      encoding: 'vni',
      text: 'Thư viện tỉnh Quảng Trị: Tài liệu địa chí',
    })
    expect(legacyReading('ÑAÏI VIEÄT SÖÛ KYÙ')?.text).toBe('ĐẠI VIỆT SỬ KÝ')
  })

  it.each(textEncodings.filter(isCellEncoding).filter((encoding) => encoding !== 'utf8'))(
    'is read from %s, as soon as there are a few words',
    (encoding) => {
      for (const text of [
        'Nhà xuất bản Kim Đồng',
        'Nguyễn Thị Thu Hằng',
        'Truyện cổ tích Việt Nam',
        'Lịch sử Đảng bộ tỉnh Quảng Trị',
      ]) {
        const shown = asWestern(encodeText(text, encoding === 'utf8_twice' ? 'utf8' : encoding))
        expect(legacyReading(shown)).toEqual({ encoding, text })
      }
    },
  )

  it.each([
    'Thư viện tỉnh Quảng Trị',
    'Đại Việt sử ký toàn thư'.normalize('NFD'),
    'Les Misérables',
    'plain words only',
    'Café crème à Đà Lạt',
    '© 2026 Nhà xuất bản Trẻ',
    'Sách hay 😀 nên đọc',
    'Thaï, Saïgon, Hanoï',
    'Müller, Jörg: Über die Brücke',
    'São Paulo, ação',
    '25 °C, 5 µm, § 5, Windows®',
    '«Người» – “Việt”, l’économie',
    'Где? 中国文学史',
    'What? No. To be or not to be?',
    '',
  ])('is left alone where it is good: %s', (text) => {
    expect(legacyReading(text)).toBeNull()
  })
})

describe('a column', () => {
  const good = ['Hà Nội', 'Lê Lợi', 'Trần Phú', 'War and Peace', '1999']

  it('is guessed with how sure that is, all encodings in order', () => {
    const guess = guessTexts(good.map((text) => asWestern(encodeText(text, 'vni'))))
    expect(guess.encoding).toBe('vni')
    expect(guess.confidence).toBeGreaterThan(0.9)
    expect(guess.ranking[0]).toEqual({ encoding: 'vni', score: guess.confidence })
    expect(guess.ranking.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1)
  })

  it('of plain letters is good as it is', () => {
    expect(guessTexts(['A', 'plain', '12.5'])).toMatchObject({ encoding: 'utf8', confidence: 1, others: [] })
  })

  it.each([
    // Each is a commoner word in some encoding, but a Vietnamese, a Western or no word as it stands.
    ['Cộng hoà Ga-na', 'Cộng hoà Li-bê-ri-a', 'Nước Cộng Hoà Phần Lan', 'Khoá học, toà án'],
    ['Thanh Hoá', 'Hoà Bình', 'Khánh Hoà'],
    ['klarte ikke å gå tilbake', 'så og nå', 'på'],
    ['Vísbending fyrir þessa aðgerð', '842-u.þ.b. 1400', 'þá'],
    ['Zahrnúť položku „Iné…“', 'Obrázok'],
    ['如設為‘TRUE’，則顯示', 'GTK元件'],
    ['الفضاء·الإضافي', '·', 'Az̧ Z̧a‘āyin, Aïn Defla'],
  ])('of good text stays: %s', (...texts) => {
    expect(guessTexts(texts).encoding).toBe('utf8')
  })

  it('names what a few of its cells are in besides', () => {
    const old = Array.from({ length: 20 }, (_, at) => `ViÖt Nam ®Êt n­íc ta ¬i, tËp ${at}`)
    expect(guessTexts([...old, 'Thö vieän tænh Quaûng Trò'])).toMatchObject({
      encoding: 'tcvn3',
      others: ['vni'],
    })
  })

  it('keeps cells that are good already', () => {
    expect(decodeBestText('Thư viện Quảng Trị', 'tcvn3')).toBe('Thư viện Quảng Trị')
    expect(decodeBestText('Cà Mau', 'tcvn3')).toBe('Cà Mau')
    expect(decodeBestText('Hµ Néi', 'tcvn3')).toBe('Hà Nội')
    expect(decodeBestText('Haø Noäi', 'tcvn3', ['vni'])).toBe('Hà Nội')
  })

  it('shows samples of what would change, before and after', () => {
    expect(samplesOf(['plain', 'Hµ Néi', 'Hµ Néi', 'HuÕ'], 'tcvn3')).toEqual([
      { before: 'Hµ Néi', after: 'Hà Nội' },
      { before: 'HuÕ', after: 'Huế' },
    ])
  })
})

it('any text is read in any encoding, always composed', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        ...'aeođăơu가각',
        '\u0302',
        '\u0323',
        '\u031B',
        'Å',
        '\u0344',
        "'",
        '^',
        '.',
        '\\',
      ),
    }),
  )
  fc.assert(
    fc.property(anyText, fc.constantFrom(...textEncodings.filter(isCellEncoding)), (text, encoding) => {
      const read = decodeText(text, encoding)
      expect(read).toBe(read.normalize('NFC'))
      expect(composed(text)).toBe(text.normalize('NFC'))
    }),
    { numRuns: 2000 },
  )
})
