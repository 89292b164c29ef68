import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CallNumberRule, callNumberFor, partMark, shelfKey } from './call-number.ts'

const book = {
  title: 'Truyện Kiều',
  part: '',
  authors: 'Nguyễn Du, 1765-1820',
  organisations: '',
  ddc: '895.922 134',
  publishedYear: 2019,
}
const number = (rule: Partial<CallNumberRule>, change: Partial<typeof book> = {}) =>
  callNumberFor({ ...book, ...change }, CallNumberRule.parse(rule))

describe('a proposed call number', () => {
  it('is the class number and the initials of the title', () => {
    expect(number({})).toBe('895.922134 TK')
    expect(number({ ddcDecimals: 1 })).toBe('895.9 TK')
    expect(number({ ddcDecimals: 0 })).toBe('895 TK')
  })

  it('may take letters of the author, without tones but with letters as they are', () => {
    expect(number({ markFrom: 'author', markBy: 'letters' })).toBe('895.922134 NGU')
    expect(number({ markBy: 'letters', markLength: 2 }, { title: 'Đất nước' })).toBe('895.922134 ĐÂ')
  })

  it('falls back to the title where nobody is named', () => {
    expect(number({ markFrom: 'author', markLength: 1 }, { authors: '' })).toBe('895.922134 T')
    expect(number({ markFrom: 'author' }, { authors: '', organisations: 'Bộ Văn hóa' })).toBe(
      '895.922134 BVH',
    )
  })

  it('by the library’s own table takes the longest beginning and the next word’s letter', () => {
    const table = [
      { begins: 'tr', code: 'TR' },
      { begins: 'truyện', code: 'TR527' },
    ]
    expect(number({ markBy: 'table', table })).toBe('895.922134 TR527K')
    expect(number({ markBy: 'table', table }, { title: 'Trăng' })).toBe('895.922134 TR')
    expect(number({ markBy: 'table', table }, { title: 'Sóng' })).toBe('895.922134 SON')
  })

  it('ends in the volume and the year, where the rule has them', () => {
    expect(number({ hasYear: true }, { part: 'Tập 2. Hồi hương' })).toBe('895.922134 TK T.2 2019')
    expect(number({ hasPart: false }, { part: 'T.2' })).toBe('895.922134 TK')
  })

  it('without a class number is its mark alone', () => {
    expect(number({}, { ddc: '' })).toBe('TK')
  })

  it.each([
    ['T.1', 'T.1'],
    ['Tập 12: Mùa thu', 'T.12'],
    ['Quyển III', 'Q.III'],
    ['Phần 2', 'Ph.2'],
    ['3', 'T.3'],
    ['Mùa thu', ''],
    ['Ích kỷ', ''],
  ])('reads the volume of %s', (part, mark) => {
    expect(partMark(part)).toBe(mark)
  })
})

function ordered(numbers: readonly string[]): string[] {
  return numbers.toSorted((a, b) => {
    const [x, y] = [shelfKey(a), shelfKey(b)]
    return Buffer.compare(Buffer.from(x), Buffer.from(y))
  })
}

describe('the order of the shelf', () => {
  it.each([
    [['5', '51', '510', '510.1', '510.12', '510.2', '52', '600', '895.9', '895.92', '895.922']],
    [['51 TK', '510 A', '510.1 A', '510.1 B', '510.12 A']],
    [
      [
        '895.922 AB',
        '895.922 Â',
        '895.922 B',
        '895.922 D',
        '895.922 Đ',
        '895.922 E',
        '895.922 NG',
        '895.922 T',
      ],
    ],
    [['895.922 TK T.1', '895.922 TK T.2', '895.922 TK T.10', '895.922 TL T.1']],
    [['895.922 TR5K', '895.922 TR527D', '895.922 TR527K', '895.922 TR53']],
    [['895.922 T1', '895.922 T2', '895.922 T10']],
    [['895.922', '895.922 A', '895.922 13 A', '895.922 134 A', '895.922 2 A']],
    [['Đ.2', 'Đ.12', 'Đ.100', 'VL 9/2020', 'VL 123/2019', 'VL 123/2020', 'VL 1000/2018', 'VN 1']],
    [['500 A', 'TK 510.1', 'TK 510.12', 'TK 510.2', 'TL 1']],
  ])('of %j is that one', (numbers) => {
    expect(ordered(numbers.toReversed())).toEqual(numbers)
  })

  it('of class numbers is that of decimals', () => {
    const ddc = fc
      .tuple(fc.integer({ min: 100, max: 999 }), fc.stringMatching(/^\d{0,5}$/))
      .map(([whole, rest]) => {
        const cut = rest.replace(/0+$/, '')
        return cut === '' ? String(whole) : `${whole}.${cut}`
      })
    fc.assert(
      fc.property(ddc, ddc, (a, b) => {
        const order = shelfKey(`${a} TK`) < shelfKey(`${b} TK`)
        expect(order).toBe(digits(a) < digits(b))
      }),
      { numRuns: 2000 },
    )
  })

  it('has a place for any text, spaces and capitals aside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        expect(shelfKey(`  ${text} `)).toBe(shelfKey(text))
      }),
    )
    expect(shelfKey('')).toBe('')
    expect(shelfKey('895.922  tk')).toBe(shelfKey('895.922 TK'))
  })
})

function digits(number: string): string {
  return number.replace('.', '')
}
