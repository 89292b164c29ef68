import { describe, expect, it } from 'vitest'
import { normalIsbn, normalIssn, searchForms, splitIsbns, tierFor, titleKeys } from './rules.ts'

describe('an ISBN', () => {
  it('is one number in all its spellings', () => {
    for (const text of [
      '0-306-40615-2',
      '0306406152',
      '978-0-306-40615-7',
      '9780306406157',
      ' 978 0306406157 ',
      'ISBN: 978-0-306-40615-7',
      'isbn-13 9780306406157',
    ]) {
      expect(normalIsbn(text)).toBe('9780306406157')
    }
  })

  it('may end in X when it has ten digits', () => {
    expect(normalIsbn('0-8044-2957-X')).toBe('9780804429573')
    expect(normalIsbn('080442957x')).toBe('9780804429573')
  })

  it('with a wrong check digit, a wrong length or letters is none', () => {
    for (const text of ['9780306406158', '0306406153', '97803064061', '978030640615X', 'không có', '']) {
      expect(normalIsbn(text)).toBeNull()
    }
  })
})

describe('an ISSN', () => {
  it('is written with its hyphen', () => {
    for (const text of ['1859-3100', '18593100', 'ISSN 1859–3100']) expect(normalIssn(text)).toBe('1859-3100')
    expect(normalIssn('2434561x')).toBe('2434-561X')
  })

  it('with a wrong check digit or length is none', () => {
    for (const text of ['1859-3101', '1859-310', '', 'không có']) expect(normalIssn(text)).toBeNull()
  })
})

describe('a box of several ISBNs', () => {
  it('gives each valid number once and the others as typed', () => {
    expect(splitIsbns('0-306-40615-2; 9780306406157 ;; 978-0; ')).toEqual({
      valid: ['9780306406157'],
      invalid: ['978-0'],
    })
  })
})

describe('the keys of a title', () => {
  const keys = (change: Partial<Parameters<typeof titleKeys>[0]>) =>
    titleKeys({ title: 'Sông', part: '', authors: '', organisations: '', callNumber: '', ddc: '', ...change })

  it('put volumes in the order of their numbers', () => {
    expect(keys({ part: 'T.2' }).sortKey < keys({ part: 'T.10' }).sortKey).toBe(true)
  })

  it('take the first author, else the first organisation', () => {
    expect(keys({ authors: 'Ân; Bình' }).authorKey).toBe(keys({ organisations: 'Ân' }).authorKey)
  })

  it('take the class number where there is no call number yet', () => {
    expect(keys({ ddc: '895.9' }).shelfKey).toBe(keys({ callNumber: '895.9' }).shelfKey)
  })
})

describe('what is stored for search', () => {
  it('has no marks, no đ, no punctuation and no capitals', () => {
    expect(searchForms('“Đường” về… Thăng Long: tập 2').foldedTitle).toBe('duong ve thang long tap 2')
  })
})

describe('the order of hits', () => {
  const row = (title: string, responsibility = '') => ({
    id: 1,
    title,
    subtitle: '',
    responsibility,
    ...searchForms(title),
  })
  const ordered = (query: string, rows: ReturnType<typeof row>[]) => {
    const tierOf = tierFor(query)
    return rows.toSorted((a, b) => tierOf(a) - tierOf(b)).map(({ title }) => title)
  }

  it('goes from the beginning of the title to whole words, begun words and the rest of the record', () => {
    const rows = [
      row('Truyện ngắn', 'Sông Thu'),
      row('Bên dòng sông'),
      row('Chuyện songs'),
      row('Sông Hương'),
    ]
    expect(ordered('song', rows)).toEqual(['Sông Hương', 'Bên dòng sông', 'Chuyện songs', 'Truyện ngắn'])
  })

  it('puts accents as typed before all others', () => {
    const rows = [row('Dưỡng sinh'), row('Con đường'), row('Đường thi'), row('Duong thi')]
    expect(ordered('đường', rows)).toEqual(['Đường thi', 'Con đường', 'Dưỡng sinh', 'Duong thi'])
  })

  it('sees typed accents in the rest of the record, too', () => {
    const rows = [row('Một', 'Le Minh'), row('Hai', 'Lê Minh')]
    expect(ordered('lê minh', rows)).toEqual(['Hai', 'Một'])
  })

  it('does not depend on how the query was composed', () => {
    const rows = [row('Dưỡng sinh'), row('Đường thi')]
    expect(ordered('đường'.normalize('NFD'), rows)).toEqual(['Đường thi', 'Dưỡng sinh'])
  })
})
