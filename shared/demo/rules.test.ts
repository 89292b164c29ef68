import { parse } from 'isbn3'
import { describe, expect, it } from 'vitest'
import { materials, TitleFields } from '../catalogue/contract.ts'
import { normalIssn } from '../catalogue/rules.ts'
import { LibraryFields } from '../settings/contract.ts'
import { demoLibrary, demoTitle } from './rules.ts'

const today = '2026-09-30'
const sample = Array.from({ length: 100_000 }, (_, i) => demoTitle(1, i + 1, today))

function share(matches: (title: (typeof sample)[number]) => boolean): number {
  return sample.filter(matches).length / sample.length
}

function distinct(values: string[]): number {
  return new Set(values).size / values.length
}

describe('a demo title', () => {
  it('is the same whenever it is asked for, in any order', () => {
    for (const number of [1, 2, 999_999, 1_000_000, 1_000_001, 2_000_000])
      expect(demoTitle(5, number, today)).toEqual(demoTitle(5, number, today))
    expect(demoTitle(1, 77, today)).toEqual(sample[76])
  })

  it('is another one for another seed or number', () => {
    const others = [
      demoTitle(1, 1, today),
      demoTitle(2, 1, today),
      demoTitle(1, 2, today),
      demoTitle(2 ** 40, 1, today),
    ]
    expect(new Set(others.map((title) => JSON.stringify(title))).size).toBe(4)
  })

  it('is what the catalogue takes, and stays as it is when stored', () => {
    for (const { addedOn, ...fields } of sample.slice(0, 20_000)) {
      expect(TitleFields.parse(fields)).toEqual(fields)
      expect(addedOn >= '1990-01-01' && addedOn <= today).toBe(true)
    }
  })

  it('is NFC and has every slot filled', () => {
    for (const title of sample) {
      const text = Object.values(title).join('\n')
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toMatch(/[{}]|undefined/)
      expect(title.ddc).toMatch(/^\d{3}(\.\d+)?$/)
    }
  })

  it('was printed before it came in', () => {
    expect(sample.filter((title) => (title.publishedYear ?? 0) > Number(title.addedOn.slice(0, 4)))).toEqual(
      [],
    )
    expect(Math.min(...sample.map((title) => title.publishedYear ?? 9999))).toBeGreaterThan(1930)
  })
})

describe('ISBNs', () => {
  it('are Vietnamese and right', () => {
    for (const { isbn } of sample.slice(0, 20_000)) {
      if (!isbn) continue
      expect(isbn).toMatch(/^978604\d{7}$/)
      expect(parse(isbn)?.groupname, isbn).toBe('Vietnam')
    }
  })

  it('are never used twice, also where numbers a million apart share their digits', () => {
    const numbers = Array.from({ length: 100_000 }, (_, i) => i + 1).flatMap((n) => [n, n + 1_000_000])
    const isbns = numbers.map((number) => demoTitle(3, number, today).isbn).filter((isbn) => isbn !== '')
    expect(isbns.length).toBeGreaterThan(75_000)
    expect(new Set(isbns).size).toBe(isbns.length)
  })

  it('are missing on books from before 2008 and present on most later ones', () => {
    expect(sample.filter((title) => title.isbn && (title.publishedYear ?? 0) < 2008)).toEqual([])
    const recent = sample.filter((title) => title.material === 'book' && (title.publishedYear ?? 0) >= 2008)
    expect(recent.filter((title) => title.isbn).length / recent.length).toBeGreaterThan(0.9)
  })
})

describe('a hundred thousand of them', () => {
  it('do not look repeated', () => {
    expect(distinct(sample.map((title) => `${title.title}|${title.responsibility}`))).toBeGreaterThan(0.98)
    expect(distinct(sample.map((title) => title.title))).toBeGreaterThan(0.5)
    const often = Map.groupBy(sample, (title) => title.title)
    expect(Math.max(...[...often.values()].map((rows) => rows.length))).toBeLessThan(200)
  })

  it('are mostly Vietnamese, with some of other languages', () => {
    expect(share((title) => title.language === 'vie')).toBeGreaterThan(0.85)
    for (const language of ['eng', 'fre', 'rus', 'chi', 'tyz', 'khm', 'rad'])
      expect(
        share((title) => title.language === language),
        language,
      ).toBeGreaterThan(0.001)
  })

  it('lie in all main classes, literature first', () => {
    const count = (digit: string) => share((title) => title.ddc.startsWith(digit))
    for (const digit of '0123456789') expect(count(digit), digit).toBeGreaterThan(0.005)
    for (const digit of '012345679') expect(count(digit)).toBeLessThan(count('8'))
  })

  it('are of every kind of material, books first', () => {
    for (const material of materials) {
      expect(
        share((title) => title.material === material),
        material,
      ).toBeGreaterThan(0.0005)
    }
    expect(share((title) => title.material === 'book')).toBeGreaterThan(0.85)
    expect(share((title) => title.digitalOrigin !== null)).toBeGreaterThan(0.02)
    for (const { issn } of sample.filter((title) => title.material === 'serial')) {
      expect(normalIssn(issn)).toBe(issn)
    }
  })

  it('have authors, subjects and call numbers as a cataloguer would give them', () => {
    expect(share((title) => title.subjects !== '')).toBeGreaterThan(0.95)
    expect(share((title) => title.authors !== '')).toBeGreaterThan(0.6)
    expect(share((title) => title.organisations !== '')).toBeGreaterThan(0.05)
    const names = sample.flatMap((title) => title.authors.split('; '))
    expect(names.filter((name) => /dịch|biên soạn|ch\.b\.|sưu tầm/.test(name))).toEqual([])
    const books = sample.filter((title) => title.material === 'book')
    expect(books.every((title) => title.callNumber.startsWith(title.ddc))).toBe(true)
  })

  it('come in faster with the years', () => {
    const during = (from: number) =>
      share(
        (title) => Number(title.addedOn.slice(0, 4)) >= from && Number(title.addedOn.slice(0, 4)) < from + 9,
      )
    expect(during(1990)).toBeGreaterThan(0.02)
    expect(during(1999)).toBeGreaterThan(during(1990))
    expect(during(2008)).toBeGreaterThan(during(1999))
    expect(during(2017)).toBeGreaterThan(during(2008))
  })

  it('show what a list must cope with: long titles, volumes, subtitles, notes, no year, characters beyond the basic plane', () => {
    expect(share((title) => title.title.length > 120)).toBeGreaterThan(0.005)
    expect(share((title) => /\. Tập \d/.test(title.title))).toBeGreaterThan(0.05)
    expect(share((title) => title.subtitle !== '')).toBeGreaterThan(0.4)
    expect(share((title) => title.note !== '')).toBeGreaterThan(0.08)
    expect(share((title) => title.publishedYear === null)).toBeGreaterThan(0.005)
    expect(share((title) => /[\u{10000}-\u{10FFFF}]/u.test(title.subtitle))).toBeGreaterThan(0.0005)
    expect(share((title) => title.responsibility.includes(' dịch'))).toBeGreaterThan(0.05)
  })
})

it('the demo library is what settings take', () => {
  expect(LibraryFields.parse(demoLibrary)).toEqual(demoLibrary)
})
