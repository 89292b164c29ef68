import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, fold, words } from './fold.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('e', '\u0302', '\u0301', '\u200B', ' ', '\t', '\u00A0', '\r', '\n', 'đ', '\u0085'),
  }),
)

describe('stored text', () => {
  it('is NFC, trimmed, its runs of spaces made one', () => {
    expect(cleanText('  Thư\u00A0 vie\u0323\u0302n\t\ttỉnh  ')).toBe('Thư viện tỉnh')
  })

  it('keeps line breaks, of whatever system, and no other control character', () => {
    expect(cleanText('một\r\nhai\rba\nbốn')).toBe('một\nhai\nba\nbốn')
    expect(cleanText('a\u0000b\u0007c\u001Fd\u007Fe\u0085f\u200Bg\uFEFF')).toBe('abcdefg')
  })

  it('is NFC also where a removed character had parted a letter from its mark', () => {
    expect(cleanText('e\u200B\u0302')).toBe('ê')
  })

  it('does not change when cleaned again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text)
        expect(cleanText(clean)).toBe(clean)
        expect(clean.normalize('NFC')).toBe(clean)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps Hán and Nôm characters outside the basic plane', () => {
    expect(cleanText('𡨸喃')).toBe('𡨸喃')
  })
})

describe('folded text', () => {
  it('is the plain letters of every Vietnamese letter', () => {
    expect(fold('ÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ Đ ÈÉẺẼẸ ÊỀẾỂỄỆ')).toBe('aaaaa aaaaaa aaaaaa d eeeee eeeeee')
    expect(fold('ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ đ')).toBe(
      'iiiii ooooo oooooo oooooo uuuuu uuuuuu yyyyy d',
    )
  })

  it('is one for both habits of placing the tone and for both Unicode forms', () => {
    expect(fold('hoà')).toBe(fold('hòa'))
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
    )
  })

  it('does not change when folded again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 500 },
    )
  })
})

describe('words', () => {
  it('are parted by spaces, punctuation and symbols', () => {
    expect(words('Tắt đèn: tiểu thuyết (Tập 2) - "Ngô" & C++')).toEqual([
      'Tắt',
      'đèn',
      'tiểu',
      'thuyết',
      'Tập',
      '2',
      'Ngô',
      'C',
    ])
    expect(words(' -- … ')).toEqual([])
  })

  it('stay whole in either Unicode form and in scripts whose vowels are marks', () => {
    expect(words('Việt Nam'.normalize('NFD'))).toHaveLength(2)
    expect(words('ភាសាខ្មែរ')).toEqual(['ភាសាខ្មែរ'])
  })
})
