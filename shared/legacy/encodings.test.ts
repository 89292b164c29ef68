import { describe, expect, it } from 'vitest'
import { vietnameseLetters } from './alphabet.ts'
import { asWestern, decodeText, encodeText, isCellEncoding, textEncodings } from './rules.ts'
import type { CellEncoding } from './rules.ts'

const cellEncodings = textEncodings.filter(isCellEncoding)
const small = [
  'à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ đ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị',
  'ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ',
]
  .join(' ')
  .split(' ')
const capital = small.map((letter) => letter.toUpperCase())

function hexOf(text: string, encoding: CellEncoding): string {
  return Array.from(encodeText(text, encoding), (byte) =>
    byte.toString(16).toUpperCase().padStart(2, '0'),
  ).join('')
}

/** Both ways: the letter's bytes are those of the chart, and what a program shows for them is the letter again. */
function expectChart(encoding: CellEncoding, letters: readonly string[], chart: string) {
  const codes = chart.trim().split(/\s+/)
  expect(codes).toHaveLength(letters.length)
  for (const [at, letter] of letters.entries()) {
    expect(hexOf(letter, encoding), letter).toBe(codes[at])
    const bytes = Uint8Array.from((codes[at] ?? '').match(/../g) ?? [], (code) => Number.parseInt(code, 16))
    expect(decodeText(asWestern(bytes), encoding), `${codes[at]} as windows-1252`).toBe(letter)
    expect(decodeText(String.fromCharCode(...bytes), encoding), `${codes[at]} as Latin-1`).toBe(letter)
  }
}

function expectSpelling(encoding: CellEncoding, letters: readonly string[], chart: string) {
  const hex = (written: string) =>
    Array.from(written, (character) => character.charCodeAt(0).toString(16).toUpperCase()).join('')
  expectChart(encoding, letters, chart.trim().split(/\s+/).map(hex).join(' '))
}

describe('each letter has the bytes of its chart', () => {
  it('TCVN 5712:1993, VN3: small letters, and the capitals without tones', () => {
    expectChart(
      'tcvn3',
      small,
      `B5 B6 B7 B8 B9 A8 BB BC BD BE C6 A9 C7 C8 C9 CA CB AE CC CE CF D0 D1 AA D2 D3 D4 D5 D6 D7 D8 DC DD DE
       DF E1 E2 E3 E4 AB E5 E6 E7 E8 E9 AC EA EB EC ED EE EF F1 F2 F3 F4 AD F5 F6 F7 F8 F9 FA FB FC FD FE`,
    )
    expectChart('tcvn3', [...'ĂÂÊÔƠƯĐ'], 'A1 A2 A3 A4 A5 A6 A7')
  })

  it('VNI for Windows', () => {
    expectSpelling(
      'vni',
      small,
      `aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò
       oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î`,
    )
    expectSpelling(
      'vni',
      capital,
      `AØ AÛ AÕ AÙ AÏ AÊ AÈ AÚ AÜ AÉ AË AÂ AÀ AÅ AÃ AÁ AÄ Ñ EØ EÛ EÕ EÙ EÏ EÂ EÀ EÅ EÃ EÁ EÄ Ì Æ Ó Í Ò
       OØ OÛ OÕ OÙ OÏ OÂ OÀ OÅ OÃ OÁ OÄ Ô ÔØ ÔÛ ÔÕ ÔÙ ÔÏ UØ UÛ UÕ UÙ UÏ Ö ÖØ ÖÛ ÖÕ ÖÙ ÖÏ YØ YÛ YÕ YÙ Î`,
    )
  })

  it('VIQR, RFC 1456', () => {
    const chart = `a\` a? a~ a' a. a( a(\` a(? a(~ a(' a(. a^ a^\` a^? a^~ a^' a^. dd e\` e? e~ e' e. e^ e^\` e^? e^~ e^' e^. i\` i? i~ i' i.
       o\` o? o~ o' o. o^ o^\` o^? o^~ o^' o^. o+ o+\` o+? o+~ o+' o+. u\` u? u~ u' u. u+ u+\` u+? u+~ u+' u+. y\` y? y~ y' y.`
    expectSpelling('viqr', small, chart)
    expectSpelling('viqr', capital, chart.toUpperCase())
  })

  it('VISCII 1.1, RFC 1456', () => {
    expectChart(
      'viscii',
      small,
      `E0 E4 E3 E1 D5 E5 A2 C6 C7 A1 A3 E2 A5 A6 E7 A4 A7 F0 E8 EB A8 E9 A9 EA AB AC AD AA AE EC EF EE ED B8
       F2 F6 F5 F3 F7 F4 B0 B1 B2 AF B5 BD B6 B7 DE BE FE F9 FC FB FA F8 DF D7 D8 E6 D1 F1 CF D6 DB FD DC`,
    )
    expectChart(
      'viscii',
      capital,
      `C0 C4 C3 C1 80 C5 82 02 05 81 83 C2 85 86 06 84 87 D0 C8 CB 88 C9 89 CA 8B 8C 8D 8A 8E CC 9B CE CD 98
       D2 99 A0 D3 9A D4 90 91 92 8F 93 B4 96 97 B3 95 94 D9 9C 9D DA 9E BF BB BC FF BA B9 9F 14 19 DD 1E`,
    )
  })

  it('VPS', () => {
    expectChart(
      'vps',
      small,
      `E0 E4 E3 E1 E5 E6 A2 A3 A4 A1 A5 E2 C0 C4 C5 C3 C6 C7 E8 C8 EB E9 CB EA 8A 8B CD 89 8C EC CC EF ED CE
       F2 D5 F5 F3 86 F4 D2 B0 87 D3 B6 D6 A9 AA AB A7 AE F9 FB DB FA F8 DC D8 BA BB D9 BF FF 9B CF 9A 9C`,
    )
    expectChart(
      'vps',
      capital,
      `80 81 82 C1 02 88 8E 8F F0 8D 04 C2 84 85 1C 83 03 F1 D7 DE FE C9 05 CA 93 94 95 90 06 B5 B7 B8 B4 10
       BC BD BE B9 11 D4 97 98 99 96 12 F7 9E 9F A6 9D 13 A8 D1 AC DA 14 D0 AF B1 1D AD 15 B2 FD B3 DD 19`,
    )
  })

  it('windows-1258, Microsoft: where it is not windows-1252', () => {
    expectChart('windows1258', [...'ĂĐƠƯăđơư₫'], 'C3 D0 D5 DD E3 F0 F5 FD FE')
    expectChart('windows1258', [...'ìỉĩịềặỏỡỲ'], '69CC 69D2 69DE 69F2 EACC E3F2 6FD2 F5DE 59CC')
  })
})

describe('all 134 letters come back', () => {
  it('are 134', () => {
    expect(new Set(vietnameseLetters).size).toBe(134)
    expect(new Set(vietnameseLetters)).toEqual(new Set([...small, ...capital]))
  })

  it.each(cellEncodings)('in %s', (encoding) => {
    for (const letter of vietnameseLetters) {
      // What stands in a file of UTF-8 twice is UTF-8 once taken for Western letters.
      const shown = asWestern(encodeText(letter, encoding === 'utf8_twice' ? 'utf8' : encoding))
      const isSmallOnly = encoding === 'tcvn3' && !'ĂÂÊÔƠƯĐ'.includes(letter)
      const expected = isSmallOnly ? letter.toLowerCase() : letter
      expect(decodeText(encoding === 'utf8' ? letter : shown, encoding), letter).toBe(expected)
    }
  })

  it.each(cellEncodings.filter((one) => one !== 'utf8' && one !== 'utf8_twice'))(
    'also where a capital stands by a small letter: %s',
    (encoding) => {
      for (const word of ['Việt', 'Đường', 'Nguyễn', 'QUẢNG', 'ĐẮK LẮK', 'Thuở']) {
        expect(decodeText(asWestern(encodeText(word, encoding)), encoding)).toBe(word)
      }
    },
  )
})

it('text of Unicode among misread text stays, and so do quotes and dashes', () => {
  expect(decodeText('“ViÖt Nam” – Hồ', 'tcvn3')).toBe('“Việt Nam” – Hồ')
  expect(decodeText('“Vieät Nam” – Hồ', 'vni')).toBe('“Việt Nam” – Hồ')
})

it('VNI is read whichever case its sign is in', () => {
  expect(decodeText('Aùo Aán', 'vni')).toBe('Áo Ấn')
  expect(decodeText('VIEäT', 'vni')).toBe('VIỆT')
})

it('TCVN3 is read with the capitals of VN2, where a file has them', () => {
  expect(decodeText('\u00C4N §é', 'tcvn3')).toBe('ẤN Độ')
  expect(decodeText('a\u00B3', 'tcvn3')).toBe('á')
})

it('a character that the encoding lacks is a question mark', () => {
  expect(new Set(encodeText('史', 'vni'))).toEqual(new Set([0x3f]))
  expect(new Set(encodeText('史', 'viscii'))).toEqual(new Set([0x3f]))
})
