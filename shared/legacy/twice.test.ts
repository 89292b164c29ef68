import { expect, it } from 'vitest'
import { asWestern, decodeText, encodeText } from './rules.ts'

function shown(text: string): string {
  return asWestern(encodeText(text, 'utf8'))
}
function read(text: string): string {
  return decodeText(text, 'utf8_twice')
}

it('is read whether windows-1252 or Latin-1 misread it', () => {
  const text = 'Đại Việt sử ký toàn thư: Hà Nội, Ỷ Lan, “Phú Thọ” – Война и мир, 史'
  expect(read(shown(text))).toBe(text)
  expect(read(String.fromCharCode(...encodeText(text, 'utf8')))).toBe(text)
})

it('is composed where it was decomposed', () => {
  expect(read(shown('Quảng Trị'.normalize('NFD')))).toBe('Quảng Trị')
})

it('is restored where a program dropped the bytes that windows-1252 lacks', () => {
  for (const lost of ['', '\uFFFD']) {
    const damaged = shown('Đường về của người ở Phố Cổ là độc đáo, ngọc, Ấn').replaceAll(
      /[\u0080-\u009F]/g,
      lost,
    )
    expect(read(damaged)).toBe('Đường về của người ở Phố Cổ là độc đáo, ngọc, Ấn')
  }
  expect(read(shown('Cụ là bà').replaceAll('\u00A0', ' '))).toBe('Cụ là bà')
})

it('good text among it stays', () => {
  expect(read('Ví dụ: café, São Paulo, Ähnlich, Hà Nội')).toBe('Ví dụ: café, São Paulo, Ähnlich, Hà Nội')
  expect(read(`Hà Nội, ${shown('Huế')}, SÃO`)).toBe('Hà Nội, Huế, SÃO')
})
