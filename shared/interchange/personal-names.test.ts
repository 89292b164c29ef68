import { expect, test } from 'vitest'
import { authorAndTitleIn, imprintIn, namesIn } from './personal-names.ts'

test.each([
  ['Nguyễn Văn A, Trần B; Lê C', ['Nguyễn Văn A', 'Trần B', 'Lê C']],
  ['Phan Huy Lê - Trần Quốc Vượng', ['Phan Huy Lê', 'Trần Quốc Vượng']],
  ['Hemingway, Ernest', ['Hemingway, Ernest']],
  ['García Márquez, Gabriel', ['García Márquez, Gabriel']],
  ['Tô Hoài, Nam Cao', ['Tô Hoài', 'Nam Cao']],
  ['Nguyên Hồng, Sơn', ['Nguyên Hồng', 'Sơn']],
  ['Vũ Ngọc Khánh', ['Vũ Ngọc Khánh']],
  ['Ban Mai', ['Ban Mai']],
])('%j names %j', (text, authors) => {
  expect(namesIn(text)).toEqual({ authors, organisations: [], responsibility: '' })
})

test.each([
  ['Tô Hoài (ch.b.), Nam Cao', ['Tô Hoài', 'Nam Cao']],
  ['Lev Tolstoy ; Cao Xuân Hạo dịch', ['Lev Tolstoy', 'Cao Xuân Hạo']],
  ['Chủ biên: Đào Duy Anh', ['Đào Duy Anh']],
  ['Nguyễn Lân, ... [và những người khác]', ['Nguyễn Lân']],
  ['Nhiều tác giả', []],
])('%j says more than names, so it is kept whole', (text, authors) => {
  expect(namesIn(text)).toEqual({ authors, organisations: [], responsibility: text })
})

test('bodies are told from people, commas and all', () => {
  expect(namesIn('Bộ Giáo dục và Đào tạo, Nguyễn Văn A')).toMatchObject({
    authors: ['Nguyễn Văn A'],
    organisations: ['Bộ Giáo dục và Đào tạo'],
  })
  expect(namesIn('Sở Văn hóa, Thể thao và Du lịch Bình Dương')).toMatchObject({
    authors: [],
    organisations: ['Sở Văn hóa, Thể thao và Du lịch Bình Dương'],
  })
})

test('author and title in one cell are parted where it is plain which is which', () => {
  expect(authorAndTitleIn('Nguyễn Du. Truyện Kiều')).toMatchObject({
    title: 'Truyện Kiều',
    authors: 'Nguyễn Du',
  })
  expect(authorAndTitleIn('Truyện Kiều / Nguyễn Du')).toMatchObject({
    title: 'Truyện Kiều',
    authors: 'Nguyễn Du',
  })
  expect(authorAndTitleIn('Lịch sử Việt Nam. Tập 1')).toBe(null)
})

test.each([
  ['H. : Văn học, 2005', { place: 'H.', publisher: 'Văn học', year: '2005' }],
  ['Hà Nội, Nxb. Văn học, 2005', { place: 'Hà Nội', publisher: 'Nxb. Văn học', year: '2005' }],
  ['H., 2005', { place: 'H.', publisher: '', year: '2005' }],
  ['Nxb. Trẻ', { place: '', publisher: 'Nxb. Trẻ', year: '' }],
])('the imprint %j', (text, imprint) => expect(imprintIn(text)).toEqual(imprint))
