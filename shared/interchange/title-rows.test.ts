import { describe, expect, test } from 'vitest'
import { emptyRecord, formOf, withForm } from '../catalogue/rules.ts'
import { guessColumns } from './columns.ts'
import type { Row } from './table.ts'
import { groupKey, titleGrouper, type TitleDraft } from './title-groups.ts'
import { titleFromRow } from './title-rows.ts'
import { noRules, RowDefaults, ValueMaps } from './value-maps.ts'

const row = (at: number, cells: string[]): Row => ({ at, cells, problems: [] })

/** A table of one row: what each head holds. */
function read(cells: Record<string, string>, rules = noRules) {
  const only = row(2, Object.values(cells))
  return titleFromRow(only, guessColumns(Object.keys(cells), [only]), rules)
}
const codes = (cells: Record<string, string>) =>
  read(cells).problems.map(({ code, detail }) => [code, detail])

describe('a row', () => {
  test('becomes a title and its copy', () => {
    const { fields, copies, problems } = read({
      'Số ĐKCB': 'VN001001',
      'Nhan đề': 'Dế Mèn phiêu lưu ký : truyện',
      'Tác giả': 'Tô Hoài',
      'Nơi XB': 'H.',
      NXB: 'Kim Đồng',
      'Năm XB': 'Cop. 2005',
      'Số trang': '132',
      Khổ: '19',
      'Giá tiền': '45.000đ',
      'Môn loại': '895,9223 / D250M',
      ISBN: '9786042164375',
      'Ngày vào sổ': '21/4/05',
      Nguồn: 'Mua của Fahasa',
      Kho: 'Kho mượn',
      Tập: '1',
      'Từ khóa': 'Văn học, Thiếu nhi',
      'Ghi chú': 'Bìa cứng',
    })
    expect(problems).toEqual([])
    expect(fields).toMatchObject({
      title: 'Dế Mèn phiêu lưu ký',
      subtitle: 'truyện',
      authors: 'Tô Hoài',
      place: 'H.',
      publisher: 'Kim Đồng',
      publishedYear: 2005,
      part: 'T.1',
      extent: '132 tr. ; 19 cm',
      ddc: '895.9223',
      callNumber: '895.9223 D250M',
      isbn: '9786042164375',
      keywords: 'Văn học; Thiếu nhi',
      language: 'vie',
      material: 'book',
    })
    expect(copies).toMatchObject([
      {
        accessionNumber: 'VN001001',
        priceMinor: 45_000,
        accessionedOn: '2005-04-21',
        source: 'purchase',
        store: 'Kho mượn',
        callNumber: '895.9223 D250M',
        note: 'Bìa cứng',
      },
    ])
  })

  test('makes a record that the plain form reads back', () => {
    const { fields } = read({
      'Nhan đề': 'Truyện Kiều',
      'Tác giả': 'Nguyễn Du; Bộ Giáo dục và Đào tạo',
      'Năm XB': '1999',
    })
    const { material: _, digitalOrigin: __, ...boxes } = fields
    expect(formOf(withForm(emptyRecord('book', '2026-07-31'), boxes))).toEqual(boxes)
  })

  test('may have several copies: a list of numbers, or a count', () => {
    const copies = (cells: Record<string, string>) =>
      read({ 'Nhan đề': 'A', ...cells }).copies.map(({ accessionNumber }) => accessionNumber)
    expect(copies({ 'Số ĐKCB': 'VN1001-VN1003' })).toEqual(['VN1001', 'VN1002', 'VN1003'])
    expect(copies({ 'Số lượng': '3 bản' })).toEqual(['', '', ''])
    expect(copies({ 'Số ĐKCB': '', 'Nhan đề': 'A' })).toEqual([])
    expect(copies({ 'Năm XB': '2005' })).toEqual([])
    expect(copies({ 'Giá tiền': '45000' })).toEqual([''])
  })

  test.each([
    [{ 'Tác giả': 'A' }, [['title_missing', '']]],
    [{ 'Nhan đề': 'A', 'Năm XB': '199?' }, [['year_unclear', '199?']]],
    [{ 'Nhan đề': 'A', ISBN: '9786042164376' }, [['isbn_wrong', '9786042164376']]],
    [{ 'Nhan đề': 'A', ISBN: '9.78605E+12' }, [['isbn_rounded', '9.78605E+12']]],
    [{ 'Nhan đề': 'A', ISSN: '1859-3101' }, [['issn_wrong', '1859-3101']]],
    [{ 'Nhan đề': 'A', 'Môn loại': 'K5(1)' }, [['ddc_unclear', 'K5(1)']]],
    [{ 'Nhan đề': 'A', 'Ngôn ngữ': 'Tiếng Sao Hỏa' }, [['language_unknown', 'Tiếng Sao Hỏa']]],
    [{ 'Nhan đề': 'A', 'Loại tài liệu': 'Thẻ tre' }, [['material_unknown', 'Thẻ tre']]],
    [{ 'Nhan đề': 'A', 'Giá tiền': '45 nghìn' }, [['price_unclear', '45 nghìn']]],
    [{ 'Nhan đề': 'A', 'Ngày vào sổ': 'quý I' }, [['date_unclear', 'quý I']]],
    [{ 'Nhan đề': 'A', Nguồn: 'Trời cho' }, [['source_unknown', 'Trời cho']]],
    [{ 'Nhan đề': 'A', 'Tình trạng': 'Ẩm ướt' }, [['condition_unknown', 'Ẩm ướt']]],
    [{ 'Nhan đề': 'A', 'Trạng thái': 'Lạ lùng' }, [['status_unknown', 'Lạ lùng']]],
    [{ 'Nhan đề': 'A', 'Trạng thái': 'Đã thanh lý' }, [['copy_withdrawn', 'Đã thanh lý']]],
    [{ 'Nhan đề': 'A', 'Số ĐKCB': '', 'Giá tiền': '1000' }, [['number_missing', '']]],
    [{ 'Nhan đề': 'A', 'Số ĐKCB': 'VN12345, 46' }, [['number_unclear', '46']]],
    [{ 'Nhan đề': 'A', 'Số ĐKCB': 'V1, V1' }, [['number_twice', 'V1']]],
    [{ 'Nhan đề': 'A', 'Số ĐKCB': '1-9999' }, [['too_many_copies', '1-9999']]],
    [{ 'Nhan đề': 'A', 'Số lượng': 'vài' }, [['copy_count_unclear', 'vài']]],
    [{ 'Nhan đề': 'A', 'Số ĐKCB': 'V1, V2', 'Số lượng': '3' }, [['copy_count_differs', '3']]],
    [{ 'Nhan đề': 'A', 'Số ĐKCB': 'V1, V2', 'Mã vạch': '8001' }, [['barcodes_differ', '8001']]],
    [{ 'Tác giả và tên sách': 'Việt sử lược' }, [['author_title_unclear', 'Việt sử lược']]],
  ])('%j has its problem', (cells, problems) => expect(codes(cells)).toEqual(problems))

  test('says nothing of a dash for a price or a day that is not there', () => {
    expect(codes({ 'Nhan đề': 'A', 'Giá tiền': '-', 'Ngày vào sổ': 'không' })).toEqual([])
  })

  test('has back the zeros a spreadsheet took', () => {
    expect(read({ 'Nhan đề': 'A', ISBN: '486102041', 'Môn loại': '5.133' }).fields).toMatchObject({
      isbn: '9780486102047',
      ddc: '005.133',
    })
  })

  test('is read by what a person said its words mean, and by what is meant where it says nothing', () => {
    const rules = {
      valueMaps: ValueMaps.parse({
        source: { 'troi cho': 'donation' },
        language: { 'tieng sao hoa': 'art' },
      }),
      defaults: RowDefaults.parse({ material: 'serial', condition: 'worn', store: 'Kho đọc' }),
    }
    const cells = { 'Nhan đề': 'A', Nguồn: 'Trời cho!', 'Ngôn ngữ': 'Tiếng Sao Hỏa', Tủ: 'A1' }
    const { fields, copies, problems } = read(cells, rules)
    expect(problems).toEqual([])
    expect(fields).toMatchObject({ material: 'serial', language: 'art' })
    expect(copies).toMatchObject([{ source: 'donation', condition: 'worn', store: 'Kho đọc', shelf: 'A1' }])
  })

  test('is not misled by words that every object has', () => {
    expect(codes({ 'Nhan đề': 'A', Nguồn: 'constructor' })).toEqual([['source_unknown', 'constructor']])
  })

  test('may say “mất” where the paper is meant, and “rách” where the loan is', () => {
    expect(read({ 'Nhan đề': 'A', 'Tình trạng': 'Mất' }).copies).toMatchObject([
      { status: 'missing', condition: '' },
    ])
    expect(read({ 'Nhan đề': 'A', 'Trạng thái': 'Rách' }).copies).toMatchObject([
      { status: '', condition: 'damaged' },
    ])
  })

  test('has the columns of its problems', () => {
    expect(read({ 'Nhan đề': 'A', 'Năm XB': 'x', 'Giá tiền': 'y' }).problems).toEqual([
      { at: 2, column: 1, code: 'year_unclear', detail: 'x' },
      { at: 2, column: 2, code: 'price_unclear', detail: 'y' },
    ])
  })
})

describe('rows of one title', () => {
  const heads = ['Số ĐKCB', 'Nhan đề', 'Tác giả', 'Năm XB', 'ISBN']

  function grouped(...cells: string[][]): TitleDraft[] {
    const rows = cells.map((each, at) => row(at + 2, each))
    const grouper = titleGrouper(guessColumns(heads, rows))
    return [...rows.flatMap(grouper.add), ...grouper.finish()]
  }
  const numbers = (drafts: TitleDraft[]) =>
    drafts.map(({ at, to, copies }) => [at, to, copies.map(({ accessionNumber }) => accessionNumber)])

  test('that follow each other are one title with many copies', () => {
    const drafts = grouped(
      ['1', 'Truyện Kiều', 'Nguyễn Du', '1999', ''],
      ['2', 'TRUYỆN KIỀU ', 'Nguyễn Du', '1999', '9786042164375'],
      ['3', 'Truyện Kiều', 'Nguyễn Du', '2005', ''],
      ['4', 'Số đỏ', 'Vũ Trọng Phụng', '1999', ''],
      ['5', 'Truyện Kiều', 'Nguyễn Du', '1999', ''],
    )
    expect(numbers(drafts)).toEqual([
      [2, 3, ['1', '2']],
      [4, 4, ['3']],
      [5, 5, ['4']],
      [6, 6, ['5']],
    ])
    expect(drafts[0]?.fields.isbn).toBe('9786042164375')
  })

  test('with different ISBNs are two', () => {
    expect(grouped(['1', 'A', '', '', '9786042164375'], ['2', 'A', '', '', '9780486102047'])).toHaveLength(2)
  })

  test('may say it once, with nothing or ditto marks below', () => {
    const drafts = grouped(
      ['1', 'Truyện Kiều', 'Nguyễn Du', '1999'],
      ['2', '"', '"', '"'],
      ['3', '-nt-', 'nt', 'như trên'],
      ['4', '', '', ''],
      ['5', 'Số đỏ', '', '1999'],
    )
    expect(numbers(drafts)).toEqual([
      [2, 5, ['1', '2', '3', '4']],
      [6, 6, ['5']],
    ])
    expect(drafts[0]?.problems).toEqual([{ at: 5, column: 1, code: 'title_from_row_above', detail: '' }])
  })

  test('do not take in a row of something else without a title', () => {
    const drafts = grouped(['1', 'A', 'B', '1999'], ['2', '', 'Nguyễn Du', ''], ['', '', '', '', ''])
    expect(drafts.map(({ fields }) => fields.title)).toEqual(['A', '', ''])
  })

  test('are not the head on the next page, nor the numbers of columns', () => {
    expect(
      grouped(['1', '2', '3', '4'], ['7', 'A', 'B', '1999'], heads, ['8', 'C', 'D', '1999']),
    ).toHaveLength(2)
  })

  test('are not the head on the next page when it is dressed otherwise', () => {
    const again = heads.map((head) => ` ${head.toUpperCase()} `)
    expect(grouped(['7', 'A', 'B', '1999'], again, ['8', 'C', 'D', '1999'])).toHaveLength(2)
    expect(
      grouped(['7', 'A', 'B', '1999'], ['', 'Nhan đề', 'Tác giả'], ['8', 'C', 'D', '1999']),
    ).toHaveLength(2)
  })

  test('are not the lines that add up: those say so instead of becoming titles', () => {
    for (const sum of [
      ['', 'Tổng cộng', '', '152.500', '7'],
      ['', 'TỔNG CỘNG: 7 cuốn', '', '152.500 đồng'],
      ['Cộng', '', '', '7'],
      ['', 'Cộng mang sang', '', '152.500'],
      ['', 'Mang sang trang sau', '', '152.500'],
      ['', 'Tổng số bản: 7'],
      ['', 'Tong so', 'Tong so', '7'],
      ['', 'Tổng cộng'.normalize('NFD'), '', '7'],
      ['', 'Total', '', '152,500', '7'],
    ]) {
      const drafts = grouped(['7', 'A', 'B', '1999'], sum, ['8', '"', '"', '"'])
      expect(numbers(drafts), sum.join('|')).toEqual([
        [2, 2, ['7']],
        [3, 3, []],
        [4, 4, ['8']],
      ])
      expect(drafts[1]).toMatchObject({ fields: { title: '' }, problems: [{ at: 3, code: 'row_is_sum' }] })
      expect(drafts[2]?.fields.title).toBe('A')
    }
  })

  test('may be titles that begin like a sum', () => {
    for (const book of [
      ['7', 'Tổng số', 'Nguyễn Văn A', '1999'],
      ['KD07', 'Total', '', '1999'],
      ['7', 'Cộng đồng các dân tộc', '', '1999'],
      ['7', 'Cộng đồng', '', '1999'],
      ['7', 'Cọng rơm', '', ''],
      ['7', 'Tổng cộng hai mươi năm', '', '1999'],
    ]) {
      const [draft] = grouped(book)
      expect(draft?.fields.title, book.join('|')).toBe(book[1])
      expect(draft?.copies).toHaveLength(1)
    }
  })

  test('have one key, whatever the letters are dressed in', () => {
    const key = (title: string, authors: string) =>
      groupKey({ ...read({ 'Nhan đề': title }).fields, authors })
    expect(key('Truyện Kiều', 'Nguyễn Du')).toBe(key('TRUYỆN  KIỀU.', 'NGUYỄN DU'))
    expect(key('Truyện Kiều', 'Nguyễn Du')).not.toBe(key('Truyện Kiều', ''))
    expect(key('Bán', 'A')).not.toBe(key('Bạn', 'A'))
    expect(key('', 'Nguyễn Du')).toBe('')
  })
})
