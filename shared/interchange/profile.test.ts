import { describe, expect, test } from 'vitest'
import type { MarcRecord } from '../catalogue/contract.ts'
import { guessColumns } from './columns.ts'
import { localReader } from './local-fields.ts'
import { ImportProfile, recallColumns, rememberColumns } from './profile.ts'
import { profileFromFile, profileToFile } from './profile-file.ts'
import { readyProfile, readyProfileCodes } from './ready-profiles.ts'

const profile = ImportProfile.parse({ name: 'Sổ cũ' })
const targets = (map: { target: string }[]) => map.map(({ target }) => target)

describe('a map of columns', () => {
  const headers = ['STT', 'Tên sách', 'Ghi chú', 'Ghi chú', '']
  const made = guessColumns(headers, []).map((choice, at) => ({
    ...choice,
    target: (['ignored', 'title', 'note', 'copyNote', 'shelf'] as const)[at] ?? 'ignored',
    dateOrder: 'mdy' as const,
  }))

  test('is remembered by its heads, in any order and dress', () => {
    const remembered = rememberColumns(profile, made)
    expect(targets(recallColumns(remembered, ['GHI CHÚ', 'TÊN SÁCH ', 'Ghi chú', 'STT', '']))).toEqual([
      'note',
      'title',
      'copyNote',
      'ignored',
      'shelf',
    ])
    expect(recallColumns(remembered, ['Tên sách'])[0]).toMatchObject({ header: 'Tên sách', dateOrder: 'mdy' })
  })

  test('guesses what is new, but never a second title', () => {
    const remembered = rememberColumns(profile, made)
    expect(targets(recallColumns(remembered, ['Tên sách', 'Nhan đề', 'Năm XB']))).toEqual([
      'title',
      'ignored',
      'publishedYear',
    ])
  })

  test('keeps what it knew of other files', () => {
    const remembered = rememberColumns(rememberColumns(profile, made), guessColumns(['Nhan đề', 'STT'], []))
    expect(targets(recallColumns(remembered, ['Tên sách']))).toEqual(['title'])
  })
})

describe('a profile as a file', () => {
  test.each(readyProfileCodes)('%s comes back as it went', (code) => {
    const ready = readyProfile(code, 'Của chúng tôi')
    expect(profileFromFile(`\uFEFF${profileToFile(ready)}`)).toEqual({ profile: ready })
  })

  test.each([
    ['', 'not_a_profile'],
    ['null', 'not_a_profile'],
    ['[]', 'not_a_profile'],
    ['{"format":"kho-sach-import-profile","version":2,"profile":{}}', 'profile_newer'],
    ['{"format":"kho-sach-import-profile","version":1,"profile":{"name":""}}', 'profile_wrong'],
    [
      '{"format":"kho-sach-import-profile","version":1,"profile":{"name":"A","copies":{"tags":[]}}}',
      'profile_wrong',
    ],
  ])('%j is refused: %s', (text, code) => {
    expect(profileFromFile(text)).toMatchObject({ problem: { code } })
  })
})

describe('records of another format', () => {
  const data = (tag: string, ...subfields: [string, string][]) => ({ tag, indicators: '  ', subfields })
  const record = (...fields: MarcRecord['fields']): MarcRecord => ({ leader: ' '.repeat(24), fields })

  test('of UNIMARC become titles with their copies', () => {
    const read = localReader(readyProfile('unimarc', 'UNIMARC'))
    const title = read(
      record(
        { tag: '001', value: '123' },
        data('010', ['a', '9786042164375']),
        data('101', ['a', 'fre']),
        data('200', ['a', 'Les misérables'], ['e', 'roman'], ['f', 'Victor Hugo']),
        data('210', ['a', 'Paris'], ['c', 'Gallimard'], ['d', '1999']),
        data('215', ['a', '350 p.'], ['d', '18 cm']),
        data('700', ['a', 'Hugo'], ['b', 'Victor']),
        data('702', ['a', 'Dupont'], ['b', 'Jean']),
        data('995', ['b', 'TVT'], ['f', 'VN1'], ['k', '843 HUG']),
        data('995', ['b', 'TVT'], ['f', 'VN2']),
      ),
      7,
    )
    expect(title.problems).toEqual([])
    expect(title).toMatchObject({
      at: 7,
      controlNumber: '123',
      fields: {
        title: 'Les misérables',
        subtitle: 'roman',
        authors: 'Hugo, Victor; Dupont, Jean',
        place: 'Paris',
        publisher: 'Gallimard',
        publishedYear: 1999,
        extent: '350 p. ; 18 cm',
        language: 'fre',
        isbn: '9786042164375',
      },
      copies: [{ accessionNumber: 'VN1', callNumber: '843 HUG' }, { accessionNumber: 'VN2' }],
    })
  })

  test('of CDS/ISIS have their subfields behind a circumflex, their terms in brackets', () => {
    const read = localReader(readyProfile('cds_isis', 'ISIS'))
    const { fields } = read(
      record(
        { tag: '024', value: 'Techniques for the measurement of transpiration' },
        { tag: '026', value: '^aParis^bUnesco^c1965' },
        { tag: '030', value: '^ap. 211-224^billus.' },
        { tag: '069', value: '<plant physiology><transpiration>' },
        { tag: '070', value: 'Magalhaes, A.C.' },
        { tag: '070', value: 'Franco, C.M.' },
      ),
      1,
    )
    expect(fields).toMatchObject({
      title: 'Techniques for the measurement of transpiration',
      place: 'Paris',
      publisher: 'Unesco',
      publishedYear: 1965,
      extent: 'p. 211-224, illus.',
      keywords: 'plant physiology; transpiration',
      authors: 'Magalhaes, A.C.; Franco, C.M.',
    })
  })
})
