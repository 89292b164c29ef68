import { describe, expect, test } from 'vitest'
import { findHeader, guessColumns, headerAt } from './columns.ts'
import { targetByHeader } from './header-names.ts'
import type { Row } from './table.ts'

const rows = (...cells: string[][]): Row[] =>
  cells.map((each, at) => ({ at: at + 1, cells: each, problems: [] }))
const targets = (headers: string[], ...samples: string[][]) =>
  guessColumns(headers, rows(...samples)).map(({ target }) => target)

describe('a head names its column', () => {
  test.each([
    ['Nhan đề', 'title'],
    ['TÊN SÁCH', 'title'],
    ['Tên tài liệu', 'title'],
    ['Tác giả', 'authors'],
    ['Họ tên tác giả', 'authors'],
    ['NXB', 'publisher'],
    ['Nhà xuất bản', 'publisher'],
    ['Nơi XB', 'place'],
    ['Năm XB', 'publishedYear'],
    ['Năm\nxuất bản', 'publishedYear'],
    ['Số ĐKCB', 'accessionNumber'],
    ['Số đăng ký cá biệt (ĐKCB)', 'accessionNumber'],
    ['Mã vạch', 'barcode'],
    ['Ký hiệu phân loại', 'ddc'],
    ['Môn loại', 'ddc'],
    ['KHXG', 'callNumber'],
    ['Giá tiền', 'price'],
    ['Giá tiền (VNĐ)', 'price'],
    ['Đơn giá', 'price'],
    ['Khổ sách', 'size'],
    ['Khổ', 'size'],
    ['Số trang', 'pages'],
    ['Ngày vào sổ', 'accessionedOn'],
    ['Nguồn', 'source'],
    ['Ghi chú', 'copyNote'],
    ['Ngôn ngữ', 'language'],
    ['ISBN', 'isbn'],
    ['Tủ/giá', 'shelf'],
    ['Số lượng', 'copyCount'],
    ['Số vào sổ tổng quát', 'voucher'],
    ['Tên tác giả và tên sách', 'authorAndTitle'],
    ['Nơi XB, Nhà XB, Năm XB', 'imprint'],
    ['Publication year', 'publishedYear'],
    ['Accession No.', 'accessionNumber'],
    ['Call number', 'callNumber'],
    ['STT', 'ignored'],
  ] as const)('%j is %s', (header, target) => expect(targetByHeader(header)?.target).toBe(target))

  test.each(['Xyz', '', 'Người mượn gần nhất', '12'])('%j says nothing', (header) =>
    expect(targetByHeader(header)).toBe(null),
  )
})

describe('the columns of a register', () => {
  test('are guessed from their heads', () => {
    const heads = [
      'STT',
      'Số ĐKCB',
      'Tên sách',
      'Tác giả',
      'Nơi XB',
      'NXB',
      'Năm XB',
      'Giá',
      'Môn loại',
      'Kho',
      'Ghi chú',
    ]
    expect(
      targets(heads, ['1', 'VN1', 'A', 'B', 'H.', 'Văn học', '2005', '45.000', '895.92', 'Kho đọc', '']),
    ).toEqual([
      'ignored',
      'accessionNumber',
      'title',
      'authors',
      'place',
      'publisher',
      'publishedYear',
      'price',
      'ddc',
      'store',
      'copyNote',
    ])
  })

  test('with one head for two things are told apart by what stands below', () => {
    expect(targets(['Tên sách', 'Kho'], ['A', '21cm'], ['B', '13x19cm'])).toEqual(['title', 'size'])
    expect(targets(['Tên sách', 'Kho'], ['A', 'Đọc'], ['B', 'Mượn'])).toEqual(['title', 'store'])
    expect(targets(['Tên sách', 'Giá'], ['A', 'A1'], ['B', 'B2'])).toEqual(['title', 'shelf'])
    expect(targets(['Tên sách', 'Giá sách'], ['A', '12.000'], ['B', '9500'])).toEqual(['title', 'price'])
  })

  test('without heads are told by what stands in them', () => {
    const book = (at: number) => [
      `Lịch sử địa phương ${at}`,
      '978-604-2-16437-5',
      `${2000 + at}`,
      `${at}5.000đ`,
      `1${at}/04/2005`,
      '895.922',
      `VN000${at}`,
      '21 cm',
    ]
    expect(targets([], book(1), book(2), book(3))).toEqual([
      'title',
      'isbn',
      'publishedYear',
      'price',
      'accessionedOn',
      'ddc',
      'accessionNumber',
      'size',
    ])
  })

  test('have one title; a second such head is left out, a second author is not', () => {
    expect(targets(['Tên', 'Tên sách', 'Tác giả 1', 'Tác giả 2'])).toEqual([
      'ignored',
      'title',
      'authors',
      'authors',
    ])
    expect(targets(['Tên sách kho', 'Tên sách'])[1]).toBe('title')
  })

  test('give a remark to the title where there are no copies', () => {
    expect(targets(['Nhan đề', 'Ghi chú'])).toEqual(['title', 'note'])
  })

  test('have the month first where their days say so', () => {
    const order = (...days: string[]) =>
      guessColumns(['Ngày nhập'], rows(...days.map((day) => [day])))[0]?.dateOrder
    expect(order('1/2/2005', '12/25/2005')).toBe('mdy')
    expect(order('1/2/2005', '25/12/2005')).toBe('dmy')
    expect(order('1/2/2005')).toBe('dmy')
  })
})

describe('the head of a table', () => {
  const head = ['STT', 'Nhan đề', 'Tác giả', 'Năm XB']

  test('is the row most of whose cells are names of columns', () => {
    const table = rows(['THƯ VIỆN TỈNH'], ['SỔ ĐĂNG KÝ CÁ BIỆT'], head, ['1', 'A', 'B', '2005'], head)
    expect(findHeader(table)).toEqual({ headers: head, from: 3 })
    expect(findHeader(rows(['1', 'A', 'B'], ['2', 'C', 'D']))).toBe(null)
    expect(findHeader([])).toBe(null)
    expect(findHeader(rows(['Nhan đề'], ['A']))).toEqual({ headers: ['Nhan đề'], from: 1 })
  })

  test('may have a second line that names the parts of a column', () => {
    const table = rows(
      ['STT', 'Tên sách', 'Xuất bản', '', '', 'Giá tiền'],
      ['', '', 'Nơi', 'Nhà', 'Năm'],
      ['1', 'A'],
    )
    const headers = ['STT', 'Tên sách', 'Nơi', 'Nhà', 'Năm', 'Giá tiền']
    expect(headerAt(table, 0)).toEqual({ headers, from: 2 })
    expect(targets(headers).slice(2, 5)).toEqual(['place', 'publisher', 'publishedYear'])
  })
})
