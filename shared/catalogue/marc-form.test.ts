import { describe, expect, it } from 'vitest'
import {
  emptyRecord,
  formOf,
  headingsOf,
  joinHeadings,
  leaderFor,
  splitHeadings,
  withForm,
  withHeading,
  type RecordFields,
} from './marc-form.ts'
import type { DataField, MarcRecord } from './marc.ts'

const data = (tag: string, indicators: string, ...subfields: [string, string][]): DataField => ({
  tag,
  indicators,
  subfields,
})
const kieu: MarcRecord = {
  leader: leaderFor('book'),
  fields: [
    { tag: '001', value: 'vn-17' },
    { tag: '008', value: '210304s2019    vm            000 p vie d' },
    data('020', '  ', ['a', '978-604-0-00000-2 (bìa mềm) :'], ['c', '85000đ']),
    data('041', '1 ', ['a', 'vie'], ['h', 'chi']),
    data('082', '04', ['a', "895.922'1"], ['2', '23']),
    data('090', '  ', ['a', '895.9221'], ['b', 'TR527K']),
    data('100', '0 ', ['a', 'Nguyễn Du,'], ['d', '1765-1820.'], ['0', '(VN)123']),
    data(
      '245',
      '10',
      ['a', 'Truyện Kiều.'],
      ['n', 'T.1,'],
      ['p', 'Gặp gỡ :'],
      ['b', 'Thơ /'],
      ['c', 'Nguyễn Du ; Đào Duy Anh chú giải.'],
    ),
    data(
      '260',
      '  ',
      ['a', 'H. :'],
      ['b', 'Văn học ;'],
      ['a', 'Tp. Hồ Chí Minh :'],
      ['b', 'Trẻ,'],
      ['c', '[2019].'],
    ),
    data('300', '  ', ['a', '215 tr. :'], ['b', 'minh họa ;'], ['c', '20 cm']),
    data('490', '1 ', ['a', 'Văn học trong nhà trường ;'], ['v', 'T.3']),
    data('500', '  ', ['a', 'Đầu trang tên sách ghi: Kỷ niệm 250 năm.']),
    data('650', ' 4', ['a', 'Văn học trung đại'], ['x', 'Thơ'], ['z', 'Việt Nam']),
    data('653', '  ', ['a', 'Truyện thơ'], ['a', 'Lục bát'], ['2', 'tv']),
    data('700', '0 ', ['a', 'Đào Duy Anh'], ['e', 'chú giải']),
    data('830', ' 0', ['a', 'Văn học trong nhà trường ;'], ['v', 'T.3']),
    data('856', '40', ['u', 'https://example.vn/kieu']),
    data('999', '  ', ['x', '1']),
  ],
}
const edited = (change: Partial<RecordFields>) => withForm(kieu, { ...formOf(kieu), ...change })
const ofTag = (record: MarcRecord, tag: string) => record.fields.filter((one) => one.tag === tag)

describe('the form of a careful record', () => {
  it('reads without the marks that ISBD puts between elements', () => {
    expect(formOf(kieu)).toEqual({
      title: 'Truyện Kiều',
      part: 'T.1. Gặp gỡ',
      subtitle: 'Thơ',
      responsibility: 'Nguyễn Du ; Đào Duy Anh chú giải',
      authors: 'Nguyễn Du, 1765-1820; Đào Duy Anh',
      organisations: '',
      edition: '',
      place: 'H.; Tp. Hồ Chí Minh',
      publisher: 'Văn học; Trẻ',
      publishedYear: 2019,
      extent: '215 tr. : minh họa ; 20 cm',
      series: 'Văn học trong nhà trường ; T.3',
      isbn: '9786040000002',
      issn: '',
      language: 'vie',
      ddc: '895.9221',
      callNumber: '895.9221 TR527K',
      subjects: 'Văn học trung đại -- Thơ -- Việt Nam',
      keywords: 'Truyện thơ; Lục bát',
      summary: '',
      note: 'Đầu trang tên sách ghi: Kỷ niệm 250 năm.',
      url: 'https://example.vn/kieu',
    })
  })

  it('keeps the full stop of an initial, of v.v. and of an ellipsis', () => {
    for (const title of ['Smith, J.', 'Cây cỏ, v.v.', 'Và rồi...']) {
      expect(formOf(withForm(kieu, { ...formOf(kieu), title })).title).toBe(title)
    }
  })
})

describe('a change in the form', () => {
  it('of a title keeps the mark that closes it', () => {
    expect(ofTag(edited({ title: 'Đoạn trường tân thanh' }), '245')).toEqual([
      data(
        '245',
        '10',
        ['a', 'Đoạn trường tân thanh.'],
        ['n', 'T.1,'],
        ['p', 'Gặp gỡ :'],
        ['b', 'Thơ /'],
        ['c', 'Nguyễn Du ; Đào Duy Anh chú giải.'],
      ),
    ])
  })

  it('of an author who is corrected keeps the role', () => {
    const after = edited({ authors: 'Nguyễn Du, 1765-1820; Đào Duy Ánh' })
    expect(ofTag(after, '700')).toEqual([data('700', '0 ', ['a', 'Đào Duy Ánh'], ['e', 'chú giải'])])
    expect(ofTag(after, '100')).toEqual(ofTag(kieu, '100'))
  })

  it('that adds an author leaves the others as they are', () => {
    const after = edited({ authors: 'Nguyễn Du, 1765-1820; Đào Duy Anh; Smith, John' })
    expect(ofTag(after, '700')).toEqual([...ofTag(kieu, '700'), data('700', '1 ', ['a', 'Smith, John'])])
    expect(ofTag(after, '100')).toEqual(ofTag(kieu, '100'))
  })

  it('that turns two authors round makes the other one the main entry', () => {
    const after = edited({ authors: 'Đào Duy Anh; Nguyễn Du, 1765-1820' })
    expect(ofTag(after, '100')).toEqual([data('100', '0 ', ['a', 'Đào Duy Anh'], ['e', 'chú giải'])])
    expect(ofTag(after, '700')).toEqual([
      data('700', '0 ', ['a', 'Nguyễn Du,'], ['d', '1765-1820.'], ['0', '(VN)123']),
    ])
  })

  it('that takes the main author away says so in the indicator of the title', () => {
    const [title] = ofTag(edited({ authors: 'Đào Duy Anh' }), '245')
    expect(title).toMatchObject({ indicators: '00' })
  })

  it('of pages and size goes to the subfields they are in, the rest as it was written', () => {
    expect(ofTag(edited({ extent: '216 tr. : minh họa ; 20 cm' }), '300')).toEqual([
      data('300', '  ', ['a', '216 tr. :'], ['b', 'minh họa ;'], ['c', '20 cm']),
    ])
    expect(ofTag(edited({ extent: '216 tr. ; 21 cm' }), '300')).toEqual([
      data('300', '  ', ['a', '216 tr. ;'], ['c', '21 cm']),
    ])
    expect(ofTag(edited({ extent: '216 tr. ; gồm phụ lục' }), '300')).toEqual([
      data('300', '  ', ['a', '216 tr. ; gồm phụ lục']),
    ])
    expect(ofTag(edited({ extent: '' }), '300')).toEqual([])
    const blank = emptyRecord('book', '2026-11-21')
    const made = withForm(blank, { ...formOf(blank), extent: '120 tr. ; 21 cm' })
    expect(ofTag(made, '300')).toEqual([data('300', '  ', ['a', '120 tr. ;'], ['c', '21 cm'])])
    expect(formOf(made).extent).toBe('120 tr. ; 21 cm')
  })

  it('of a number keeps the price beside it', () => {
    expect(ofTag(edited({ isbn: '9780306406157' }), '020')).toEqual([
      data('020', '  ', ['a', '9780306406157'], ['c', '85000đ']),
    ])
  })

  it('of the year goes into the imprint and the coded field', () => {
    const after = edited({ publishedYear: 2021 })
    expect(ofTag(after, '260')[0]).toMatchObject({ subfields: expect.arrayContaining([['c', '[2021].']]) })
    expect(ofTag(after, '008')).toEqual([{ tag: '008', value: '210304s2021    vm            000 p vie d' }])
  })

  it('of the language keeps the original of a translation', () => {
    const after = edited({ language: 'eng' })
    expect(ofTag(after, '041')).toEqual([data('041', '1 ', ['a', 'eng'], ['h', 'chi'])])
    expect(ofTag(after, '008')).toEqual([{ tag: '008', value: '210304s2019    vm            000 p eng d' }])
  })

  it('that takes a series away takes its heading in 830, too', () => {
    const after = edited({ series: '' })
    expect([...ofTag(after, '490'), ...ofTag(after, '830')]).toEqual([])
  })

  it('that takes one keyword away leaves the other in its field', () => {
    expect(ofTag(edited({ keywords: 'Lục bát' }), '653')).toEqual([
      data('653', '  ', ['a', 'Lục bát'], ['2', 'tv']),
    ])
  })

  it('of one subdivision leaves the place a place', () => {
    expect(ofTag(edited({ subjects: 'Văn học trung đại -- Truyện thơ -- Việt Nam' }), '650')).toEqual([
      data('650', ' 4', ['a', 'Văn học trung đại'], ['x', 'Truyện thơ'], ['z', 'Việt Nam']),
    ])
  })

  it('files a subject by the kind of its name', () => {
    const fields = { ...formOf(kieu), subjects: 'Hồ Chí Minh -- Tiểu sử; Cà Mau' }
    const after = withForm(kieu, fields, (heading) => (heading.startsWith('Hồ Chí Minh') ? 'person' : null))
    expect(ofTag(after, '600')).toEqual([data('600', '04', ['a', 'Hồ Chí Minh'], ['x', 'Tiểu sử'])])
    expect(ofTag(after, '650')).toEqual([data('650', ' 4', ['a', 'Cà Mau'])])
  })
})

describe('the headings of a record', () => {
  it('are its persons, subjects, series and publishers', () => {
    expect(headingsOf(kieu).map(({ kind, heading }) => `${kind}: ${heading}`)).toEqual([
      'person: Nguyễn Du, 1765-1820',
      'publisher: Văn học',
      'publisher: Trẻ',
      'series: Văn học trong nhà trường',
      'subject: Văn học trung đại -- Thơ -- Việt Nam',
      'person: Đào Duy Anh',
      'series: Văn học trong nhà trường',
    ])
  })

  it('are rewritten wherever they stand, and nothing else is', () => {
    const after = withHeading(kieu, { kind: 'publisher', from: 'Trẻ', to: 'Nxb. Trẻ' })
    expect(JSON.stringify(after)).toBe(JSON.stringify(kieu).replace('"Trẻ,"', '"Nxb. Trẻ,"'))
    const series = withHeading(kieu, {
      kind: 'series',
      from: 'Văn học trong nhà trường',
      to: 'Văn học nhà trường',
    })
    expect(formOf(series).series).toBe('Văn học nhà trường ; T.3')
    expect(ofTag(series, '830')).toEqual([data('830', ' 0', ['a', 'Văn học nhà trường ;'], ['v', 'T.3'])])
  })

  it('in a box are parted by semicolons', () => {
    expect(splitHeadings(' Nguyễn Du;  Xuân Diệu ; ')).toEqual(['Nguyễn Du', 'Xuân Diệu'])
    expect(joinHeadings(['Nguyễn Du', '', 'Xuân Diệu'])).toBe('Nguyễn Du; Xuân Diệu')
  })
})
