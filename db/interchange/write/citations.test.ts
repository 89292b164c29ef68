import { expect, it } from 'vitest'
import { article, exportedOf, kieu, recordOf } from '../../../test/support/exported.ts'
import { bibtexWriter } from './bibtex.ts'
import { risWriter } from './ris.ts'

const bibtexOf = (...items: ReturnType<typeof exportedOf>[]) => String(bibtexWriter().add(items))
const risOf = (...items: ReturnType<typeof exportedOf>[]) => String(risWriter().add(items)).split('\r\n')

it('cites a book in BibTeX', () => {
  const lines = bibtexOf(exportedOf(kieu)).split('\n')
  expect(lines[0]).toBe('@book{nguyen1979-1,')
  for (const line of [
    '  author = {Nguyễn, Du and {Viện Văn học. Ban Cổ cận đại}},',
    '  title = {{Truyện Kiều: Đoạn trường tân thanh}},',
    '  publisher = {Văn học},',
    '  year = {1979},',
    '  isbn = {9786041234567},',
    '  note = {Đầu trang tên sách ghi: Tủ sách phổ thông \\& đại chúng <tái bản>},',
    '  url = {https://thuvien.example.vn/kieu.pdf}',
  ]) {
    expect(lines).toContain(line)
  }
})

it('cites an article in BibTeX with its place in the journal', () => {
  const text = bibtexOf(exportedOf(article, { id: 12 }))
  expect(text).toMatch(/^@article\{khe2015-12,\n {2}author = \{\{Trần Văn Khê\}\},\n/)
  expect(text).toContain('journal = {Tạp chí Văn hóa nghệ thuật},\n  number = {5},\n  pages = {12--20},')
})

it('escapes what TeX reads as a command, and keeps braces in balance', () => {
  const text = bibtexOf(
    exportedOf(recordOf(['245 10 $a100% C# & {C_1} ~ \\n^2', '100 1  $aVăn, A']), {
      url: 'http://x/a_{b}%20',
    }),
  )
  expect(text).toContain(
    'title = {{100\\% C\\# \\& \\textbraceleft{}C\\_1\\textbraceright{} \\textasciitilde{} \\textbackslash{}n\\textasciicircum{}2}}',
  )
  expect(text).toContain('url = {http://x/a_%7Bb%7D%20}')
  expect(text.split('{').length).toBe(text.split('}').length)
})

it('gives every entry a key of its own, in ASCII', () => {
  const items = Array.from({ length: 50 }, (_, at) =>
    exportedOf(recordOf(['245 00 $aĐường']), { id: at + 1 }),
  )
  const keys = [...bibtexOf(...items).matchAll(/^@\w+\{(.*),$/gm)].map((match) => match[1])
  expect(new Set(keys).size).toBe(50)
  for (const key of keys) expect(key).toMatch(/^[a-z0-9-]+$/)
})

it('tells editors and translators from authors by their role', () => {
  const roles = recordOf([
    '245 10 $aTuyển tập',
    '100 0  $aLê A',
    '700 0  $aTrần B$eChủ biên',
    '700 0  $aPhan C$4trl',
    '700 0  $aVũ D$eminh họa',
    '700 1  $aHugo, Victor.$tLes Misérables',
  ])
  expect(bibtexOf(exportedOf(roles))).toContain(
    'author = {{Lê A}},\n  editor = {{Trần B}},\n  translator = {{Phan C}},',
  )
  expect(risOf(exportedOf(roles)).slice(1, 5)).toEqual([
    'AU  - Lê A',
    'A2  - Trần B',
    'A4  - Phan C',
    'A3  - Vũ D',
  ])
})

it('cites in RIS, a line for each fact, lines ended as RIS ends them', () => {
  const lines = risOf(exportedOf(kieu), exportedOf(article, { id: 2 }))
  expect(lines[0]).toBe('TY  - BOOK')
  expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(2)
  expect(lines).toContain('SN  - 9786041234567')
  const second = lines.slice(lines.indexOf('TY  - JOUR'))
  expect(second.slice(1, 8)).toEqual([
    'AU  - Trần Văn Khê',
    'TI  - Đờn ca tài tử Nam Bộ',
    'JO  - Tạp chí Văn hóa nghệ thuật',
    'IS  - 5',
    'SP  - 12',
    'EP  - 20',
    'PY  - 2015',
  ])
  for (const line of lines.filter((each) => each !== '')) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
})

it('writes a note of several lines as one', () => {
  expect(risOf(exportedOf(recordOf(['245 00 $aX']), { note: 'Một\nHai' }))).toContain('N1  - Một Hai')
  expect(bibtexOf(exportedOf(recordOf(['245 00 $aX']), { note: 'Một\nHai' }))).toContain('note = {Một Hai}')
})
