import { describe, expect, it } from 'vitest'
import { decodeText, encodeText } from './rules.ts'

function read(text: string): string {
  return decodeText(text, 'viqr')
}

describe('VIQR', () => {
  it.each([
    ["DDa.i Vie^.t su+? ky' toa`n thu+", 'Đại Việt sử ký toàn thư'],
    ["Chu*o*ng tri`nh nghie^n cu*'u", 'Chương trình nghiên cứu'],
    ["Nguo+`i U+u tu'", 'Người Ưu tú'],
    ["DDa('k La('k, Kro^ng Pa(h, Mno^ng", 'Đắk Lắk, Krông Păh, Mnông'],
    ['(Vie^.t Na(m)', '(Việt Năm)'],
    ['Lo+`i ru cu?a me.', 'Lời ru của mẹ'],
    ['Jung Eun Seo; Ta. Anh Thu?y di.ch', 'Jung Eun Seo; Tạ Anh Thủy dịch'],
  ])('%s', (written, text) => {
    expect(read(written)).toBe(text)
  })

  it('takes a character after a backslash for itself', () => {
    expect(read(String.raw`Ta\. Bie^'t kho^ng\? O\+ va\` AD\D`)).toBe('Ta. Biết không? O+ va` AD\\D')
    expect(read(String.raw`d\d`)).toBe('dd')
  })

  it('takes a tone that stands elsewhere to mean that the last sign is punctuation', () => {
    expect(read('ho`a. Co` gi`?')).toBe('hòa. Cò gì?')
  })

  it.each([
    'What? Where to go? He is. No.',
    "I'm sure you'll see the author's book. He'll go.",
    'd.d. v.v. e.g. i.e. a.m. U.S.A.',
    'http://www.example.vn/~user/index.html?a=1&ee=dd',
    'write to a.b@thu.vien.vn or ho.a@hue.vn',
    'Tolstoi, A. N.',
    'C++ in a week (2nd ed.)',
    'f(a) = a(b) + e^x + a^2 + o*2',
    'Add to cart. Buddha. DDC 23',
    'Hawai‘i, l’été',
  ])('leaves alone: %s', (text) => {
    expect(read(text)).toBe(text)
  })

  it('leaves an initial alone among words', () => {
    expect(read('A. Nguye^~n, O. Henry')).toBe('A. Nguyễn, O. Henry')
  })

  it('is written so that it is read back', () => {
    for (const text of ['Ta. Đi đâu? (a) ho! "Hòa"', 'dd d', 'Sao? Không. Để', 'của O+ và C++']) {
      expect(read(String.fromCharCode(...encodeText(text, 'viqr')))).toBe(text)
    }
  })
})
