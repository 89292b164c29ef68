import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byPersonName, sortKey } from './collate.ts'

function sorted(texts: string[]): string[] {
  return texts.toSorted((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))))
}

function expectOrder(texts: string[]): void {
  expect(sorted(texts)).toEqual(texts)
  expect(sorted(texts.toReversed())).toEqual(texts)
}

describe('Vietnamese alphabetical order', () => {
  it('has ă, â, đ, ê, ô, ơ, ư as letters of their own', () => {
    expectOrder([...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'])
    expectOrder(['can', 'căn', 'cân', 'cen'])
    expectOrder(['da', 'dy', 'đa', 'e'])
  })

  it('puts tones in the order ngang, huyền, hỏi, ngã, sắc, nặng', () => {
    expectOrder(['ma', 'mà', 'mả', 'mã', 'má', 'mạ'])
    expectOrder(['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'])
    expectOrder(['hưu', 'hừu', 'hửu', 'hữu', 'hứu', 'hựu'])
  })

  it('looks at letters before tones within a syllable', () => {
    expectOrder(['ma', 'mạ', 'mai', 'mài', 'man'])
  })

  it('compares syllable by syllable, as printed catalogues do', () => {
    expectOrder(['hò bé', 'hó an'])
    expectOrder(['hoa', 'hoa hồng', 'hoa sen', 'hoà bình', 'hoàn'])
    expectOrder(['Lịch sử', 'Lịch sử Đảng', 'Lịch sử Việt Nam', 'Lịch tri'])
  })

  it('treats both habits of placing the tone alike', () => {
    expect(sortKey('hoà')).toBe(sortKey('hòa'))
    expect(sortKey('thuý')).toBe(sortKey('thúy'))
  })

  it('does not look at capitals, punctuation or Unicode form', () => {
    expect(sortKey('«Đất rừng, phương Nam»')).toBe(sortKey('đất rừng phương nam'))
    expect(sortKey('Tiếng Việt'.normalize('NFD'))).toBe(sortKey('Tiếng Việt'))
  })

  it('puts numbers before letters and by their value', () => {
    expectOrder(['1 nghìn', '2 nghìn', '10 nghìn', '1000 câu hỏi', 'Ai'])
    expectOrder(['Toán 2', 'Toán 10', 'Toán 11', 'Toán A'])
    expectOrder(['Toán', 'Toán 1', 'Toán học'])
    expect(sortKey('Tập 02')).toBe(sortKey('Tập 2'))
    expectOrder(['999999999999998', '1000000000000000', '2000000000000000'])
  })

  it('keeps foreign marked letters beside their plain ones and other scripts at the end', () => {
    expectOrder(['tub', 'tüc', 'tud'])
    expectOrder(['garb', 'garçon', 'gard'])
    expectOrder(['zzz', 'Война', '傳翹'])
  })

  it('is the same order in JavaScript as byte by byte in the database', () => {
    const vietnamese = fc.string({ unit: fc.constantFrom(...'aăâáạeêệoôợuưdđ 0129zç'), maxLength: 12 })
    fc.assert(
      fc.property(vietnamese, vietnamese, (a, b) => {
        const [left, right] = [sortKey(a), sortKey(b)]
        expect(Math.sign(Buffer.compare(Buffer.from(left), Buffer.from(right)))).toBe(
          left < right ? -1 : left > right ? 1 : 0,
        )
      }),
      { numRuns: 500 },
    )
  })

  it('never puts a title after one that begins with it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aăâđêôơưbáàạ 12'), maxLength: 12 })
    fc.assert(
      fc.property(text, text, (start, more) => {
        expect(sortKey(start) <= sortKey(`${start} ${more}`)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('people', () => {
  it('stand by their given name, then by the rest', () => {
    const people = ['Trần Văn Bình', 'Đỗ Mai Anh', 'Lê Quang Minh', 'Nguyễn Thị Đào', 'An'].map((name) => ({
      name,
    }))
    expect(people.toSorted(byPersonName).map(({ name }) => name)).toEqual([
      'An',
      'Đỗ Mai Anh',
      'Trần Văn Bình',
      'Nguyễn Thị Đào',
      'Lê Quang Minh',
    ])
  })
})
