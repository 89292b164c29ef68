import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Row } from '../../../shared/interchange/table.ts'
import { archiveOf } from '../../../test/support/archive.ts'
import { sheetRows } from './xlsx-rows.ts'
import { firstSheet, openWorkbook, workbookKind, type Workbook } from './sheet.ts'

const fixtures = join(import.meta.dirname, '../../../test/documents/interchange')
const fixture = (name: string) => new Uint8Array(readFileSync(join(fixtures, name)))

async function open(bytes: Uint8Array): Promise<Workbook> {
  const opened = await openWorkbook(bytes)
  if ('problem' in opened) throw new Error(opened.problem.code)
  return opened
}

async function rowsIn(bytes: Uint8Array, sheet = 0): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of (await open(bytes)).rows(sheet)) rows.push(...batch)
  return rows
}

const problemsOf = (rows: readonly Row[]) => rows.flatMap(({ problems }) => problems)

/** The least Excel opens: one sheet, whose XML is given. */
function workbookOf(sheet: string, others: readonly { name: string; data: string }[] = []): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  return archiveOf([
    {
      name: '_rels/.rels',
      data: `<Relationships>${relation('a', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    },
    { name: 'xl/workbook.xml', data: '<workbook><sheets><sheet name="A" r:id="b"/></sheets></workbook>' },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${relation('b', 'worksheet', 'worksheets/sheet1.xml')}${relation('c', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
    ...others,
  ])
}

/** One register, saved by LibreOffice in each of the three forms. */
test.each(['register.xlsx', 'register.xls', 'register.ods'])(
  '%s reads as its screen shows it',
  async (name) => {
    const rows = await rowsIn(fixture(name))
    expect(rows.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6, 8, 9])
    const book = ['Dế Mèn phiêu lưu ký', 'Tô Hoài', 'H.', 'Kim Đồng', '2005', '45000', '2005-04-21']
    expect(rows[3]?.cells.slice(0, 11)).toEqual(['1', 'VN.000001', ...book, '9786042000000', '895.9221'])
    expect(rows[5]?.cells.slice(0, 9)).toEqual(['3', 'VN.000003', ...book])
    expect(rows[6]?.cells).toEqual([
      '4',
      'VN.001004',
      'Truyện Kiều',
      'Nguyễn Du',
      'H.',
      'Văn học',
      '1999',
      '12500',
      '1999-12-31',
      '8935075000001',
      '5.133',
    ])
    expect(rows[7]?.cells.filter((cell) => cell !== '')).toEqual(['Cộng: 2', '147500'])
    expect(rows[7]?.problems).toEqual([{ at: 9, column: 9, code: 'cell_error', detail: '#N/A' }])
  },
)

test.each(['register.xlsx', 'register.xls', 'register.ods'])(
  '%s names its sheets and hides one',
  async (name) => {
    const workbook = await open(fixture(name))
    expect(workbook.sheets).toEqual([
      { name: 'Sổ ĐKCB', isHidden: false },
      { name: 'Nháp', isHidden: true },
      { name: 'Tạp chí', isHidden: false },
    ])
    expect(firstSheet(workbook)).toBe(0)
    expect((await rowsIn(fixture(name), 2)).map(({ cells }) => cells)).toEqual([
      ['Tên báo', 'Kỳ'],
      ['Nhân Dân', 'ngày'],
    ])
  },
)

test.each(['register.xlsx', 'register.xls', 'register.ods'])(
  '%s repeats a merged value downwards, never across, and says so once',
  async (name) => {
    const rows = await rowsIn(fixture(name))
    expect(rows[0]?.cells).toEqual(['SỔ ĐĂNG KÝ CÁ BIỆT'])
    expect(rows[1]?.cells.slice(4, 7)).toEqual(['Xuất bản', '', ''])
    expect(rows[2]?.cells.slice(2, 8)).toEqual([
      'Nhan đề',
      'Tác giả',
      'Nơi XB',
      'Nhà XB',
      'Năm XB',
      'Giá tiền',
    ])
    const told = problemsOf(rows).filter(({ code, column }) => code === 'merged_cells' && column === 2)
    expect(told.map(({ at, detail }) => [at, detail])).toEqual([
      [2, 'C2:C3'],
      [4, 'C4:C6'],
    ])
  },
)

test('days of a workbook that counts from 1904 are the same days', async () => {
  const days = [['Ngày'], ['1904-01-02', '2020-02-29T13:30:00'], ['2026-07-31']]
  expect((await rowsIn(fixture('dates-1904.xls'))).slice(1).map(({ cells }) => cells)).toEqual(days.slice(1))
  const date = (text: string) => new Date(`${text}Z`)
  const written = await writeXlsx({
    dateSystem: '1904',
    sheets: [{ name: 'A', rows: [[date('1904-01-02'), date('2020-02-29T13:30:00')], [date('2026-07-31')]] }],
  })
  expect((await rowsIn(written)).map(({ cells }) => cells)).toEqual(days.slice(1))
})

test('numbers come as people typed them', async () => {
  const cells = [
    ['9.78605E+12', '9786050000000'],
    ['895.92209999999997', '895.9221'],
    ['45000', '45000'],
    ['1.0E-2', '0.01'],
    ['-3', '-3'],
    ['123456789012345678', '123456789012346000'],
  ]
  const xml = cells.map(([value], at) => `<c r="${'ABCDEF'[at] ?? ''}1"><v>${value}</v></c>`).join('')
  const [row] = await rowsIn(
    workbookOf(`<worksheet><sheetData><row r="1">${xml}</row></sheetData></worksheet>`),
  )
  expect(row?.cells).toEqual(cells.map(([, shown]) => shown))
})

test('a formula is never worked out, and one without a value is a problem', async () => {
  const xml = `<worksheet><sheetData><row r="1">
    <c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>
    <c r="C1"><f>HYPERLINK("http://x")</f></c><c r="D1"><f>NOW()</f><v></v></c><c r="E1" t="str"><f>T(0)</f><v></v></c>
    <c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData></worksheet>`
  const [row] = await rowsIn(workbookOf(xml))
  expect(row?.cells).toEqual(['2', 'ab'])
  expect(row?.problems.map(({ column, code }) => [column, code])).toEqual([
    [2, 'formula_without_value'],
    [3, 'formula_without_value'],
    [5, 'cell_error'],
  ])
})

test('texts come from where they stand: shared, in the cell, in runs, without readings, escapes undone', async () => {
  const strings = `<sst><si><t>một</t></si><si><r><t>ha</t></r><r><t xml:space="preserve">i </t></r><rPh><t>x</t></rPh></si><si><t>a_x000A_b</t></si></sst>`
  const xml = `<x:worksheet><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c>
    <x:c t="s"><x:v>2</x:v></x:c><x:c t="s"><x:v>99</x:v></x:c><x:c t="inlineStr"><x:is><x:t>&lt;bốn&gt;</x:t></x:is></x:c>
    <x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  const rows = await rowsIn(workbookOf(xml, [{ name: 'xl/sharedStrings.xml', data: strings }]))
  const missing = { at: 1, column: 3, code: 'text_missing', detail: '' }
  expect(rows).toEqual([{ at: 1, cells: ['một', 'hai ', 'a\nb', '', '<bốn>', 'TRUE'], problems: [missing] }])
})

test('garbage far to the right and far below is left out and told of', async () => {
  const xml = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="ALM1"><v>7</v></c><c r="XFD1"><v>8</v></c></row>
    <row r="2"/><row r="900000"><c r="A900000" s="3"/></row></sheetData></worksheet>`
  const rows = await rowsIn(workbookOf(xml))
  expect(rows).toEqual([
    { at: 1, cells: ['1'], problems: [{ at: 1, column: null, code: 'too_many_columns', detail: '7' }] },
  ])
})

test('merged cells are found wherever the file is cut into pieces', async () => {
  const xml = Buffer.from(
    `<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>
    <x:row r="2"><x:c r="B2"><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>`,
  )
  async function* pieces(size: number): AsyncIterable<Uint8Array> {
    for (let at = 0; at < xml.length; at += size) yield xml.subarray(at, at + size)
  }
  const parts = { strings: { at: () => null }, looks: [], is1904: false }
  for (const size of [1, 2, 3, 7, 50, 64, 100, 1000]) {
    const rows: Row[] = []
    for await (const batch of sheetRows(() => pieces(size), parts)) rows.push(...batch)
    expect(rows.map(({ cells }) => cells)).toEqual([['1'], ['1', '2']])
  }
})

test('a bomb is refused by its directory, and one whose directory lies while it unpacks', async () => {
  const zeros = new Uint8Array(64 * 2 ** 20)
  expect(await openWorkbook(archiveOf([{ name: 'xl/worksheets/sheet1.xml', data: zeros }]))).toMatchObject({
    problem: { code: 'archive_bomb' },
  })
  const lying = archiveOf([{ name: 'content.xml', data: ' '.repeat(1_000_000), declaredSize: 10 }])
  expect(await openWorkbook(lying)).toMatchObject({ problem: { code: 'archive_bomb' } })
})

test('entities that a sheet declares are never expanded', async () => {
  const bomb = `<!DOCTYPE w [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c SYSTEM "file:///etc/passwd">]>
    <worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&b;&c;</t></is></c><c t="inlineStr"><is><t>sau</t></is></c></row></sheetData></worksheet>`
  const rows = await rowsIn(workbookOf(bomb))
  expect(rows[0]?.cells.join('').length).toBeLessThan(20)
  expect(rows[0]?.cells[1]).toBe('sau')
  expect(problemsOf(rows).map(({ code }) => code)).toEqual(['sheet_broken'])
})

test('a sheet that breaks off keeps the rows before and says where', async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
  )
  const whole = workbookOf(`<worksheet><sheetData>${rows.join('')}`)
  const read = await rowsIn(whole)
  expect(read).toHaveLength(3001)
  expect(read.at(-1)?.problems).toMatchObject([{ at: 3001, code: 'sheet_broken' }])
})

test.each([
  ['nothing at all', new Uint8Array(), 'workbook_unsupported'],
  ['a text', new TextEncoder().encode('Nhan đề,Tác giả\n'), 'workbook_unsupported'],
  ['an archive of other things', archiveOf([{ name: 'a.txt', data: 'x' }]), 'workbook_unreadable'],
  ['a binary workbook', archiveOf([{ name: 'xl/workbook.bin', data: 'x' }]), 'workbook_unsupported'],
  ['an archive cut off', fixture('register.xlsx').subarray(0, 4000), 'workbook_unreadable'],
  ['a compound file cut off', fixture('register.xls').subarray(0, 600), 'workbook_unsupported'],
])('refuses %s in plain words', async (_, bytes, code) => {
  expect(await openWorkbook(bytes)).toMatchObject({ problem: { code } })
})

test('a workbook with a password is told from a broken one', async () => {
  const locked = await writeXlsx({
    sheets: [{ name: 'A', rows: [['x']] }],
    encryption: { password: 'mật khẩu', spinCount: 10 },
  })
  expect(await openWorkbook(locked)).toEqual({ problem: { code: 'workbook_locked', detail: '' } })
  const ods = archiveOf([
    {
      name: 'META-INF/manifest.xml',
      data: '<manifest><file-entry><encryption-data/></file-entry></manifest>',
    },
    { name: 'content.xml', data: '???' },
  ])
  expect(await openWorkbook(ods)).toEqual({ problem: { code: 'workbook_locked', detail: '' } })
})

test('a page of HTML named .xls is read as a table', async () => {
  const page = `<html><meta charset="utf-8"><table border=1><tr><th>Nhan đề<th>Năm<tr><td rowspan=2>Đất &amp; n&ocirc;ng<br>dân&nbsp;</td><td>0123</td></tr><tr><td>2001</td></tr></table>`
  const rows = await rowsIn(new TextEncoder().encode(page))
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['Nhan đề', 'Năm'],
    ['Đất & nông\ndân', '0123'],
    ['Đất & nông\ndân', '2001'],
  ])
})

test('a workbook of Excel 2003 in XML is read as one', async () => {
  const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Worksheet ss:Name="Ẩn"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
    <Worksheet ss:Name="Sổ"><Table><Row ss:Index="3"><Cell ss:MergeDown="1"><Data ss:Type="String">Truyện Kiều</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">45000</Data></Cell></Row>
    <Row><Cell ss:Index="2"><Data ss:Type="DateTime">2005-04-21T00:00:00.000</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row></Table></Worksheet></Workbook>`
  const bytes = new TextEncoder().encode(xml)
  const workbook = await open(bytes)
  expect(workbook.sheets.map(({ isHidden }) => isHidden)).toEqual([true, false])
  expect(firstSheet(workbook)).toBe(1)
  expect((await rowsIn(bytes, 1)).map(({ at, cells }) => [at, cells])).toEqual([
    [3, ['Truyện Kiều', '', '45000']],
    [4, ['Truyện Kiều', '2005-04-21']],
  ])
})

test('a workbook is known by its first bytes', () => {
  expect(workbookKind(fixture('register.xls'))).toBe('compound')
  expect(workbookKind(fixture('register.ods'))).toBe('archive')
  expect(workbookKind(new TextEncoder().encode('<?xml version="1.0"?><collection/>'))).toBe(null)
})
