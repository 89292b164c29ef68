import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { copyOf, exportedOf, fileBy, kieu, recordOf } from '../../../test/support/exported.ts'
import { wordsIn } from '../../words.ts'
import type { Exported } from '../../standards/exported.ts'
import { csvWriter, listColumns } from './list.ts'
import { sheetWriter } from './sheet.ts'

const t = wordsIn.vi
const odd = recordOf(['245 00 $a=1+1, "ngoặc" _x0041_', '500    $aDòng một\nDòng hai <&>'])
const items: Exported[] = [
  exportedOf(kieu, { copies: [copyOf(), copyOf({ accessionNumber: 'VN.000002', priceMinor: null })] }),
  exportedOf(odd, { id: 2, classes: 'rare ancient' }),
]

function csvOf(hasCopies: boolean): string[] {
  const writer = csvWriter({ columns: listColumns(t, hasCopies), hasCopies })
  return fileBy(writer, items).toString('utf8').split('\r\n')
}

async function sheetsOf(hasCopies: boolean, rowsOnSheet?: number) {
  const now = '2026-11-10T02:00:00Z'
  const columns = listColumns(t, hasCopies)
  const writer = sheetWriter({
    columns,
    hasCopies,
    name: 'Mục lục',
    now,
    ...(rowsOnSheet ? { rowsOnSheet } : {}),
  })
  return (await readXlsx(fileBy(writer, items))).sheets
}

it('heads every column in words', () => {
  for (const { head } of listColumns(t, true)) expect(head).toMatch(/^[^.]+$/)
  expect(csvOf(false)[0]).toMatch(/^\u{FEFF}Số thứ tự trong bảng,Loại tài liệu,Nhan đề,/u)
})

it('has a line for each title, or for each copy', () => {
  expect(csvOf(false)).toHaveLength(4)
  const withCopies = csvOf(true)
  expect(withCopies[1]).toContain('Truyện Kiều,Đoạn trường tân thanh')
  expect(withCopies[1]).toContain('VN.000001,893001,,Thư viện tỉnh,Kho đọc')
  expect(withCopies[2]).toContain('VN.000002')
  // A title that has none has a line all the same.
  expect(csvOf(true).slice(3).join('\n')).toContain('"\'=1+1, ""ngoặc"" _x0041_"')
})

it('is a workbook whose texts, figures and line breaks are as they were', async () => {
  const [sheet] = await sheetsOf(true)
  const rows = sheet?.rows ?? []
  expect(rows).toHaveLength(4)
  const [head = [], first = [], , third = []] = rows
  const at = (name: string) => head.indexOf(name)
  expect(first[at('Năm xuất bản')]).toBe(1979)
  expect(first[at('Giá tiền')]).toBe(12_000)
  expect(first[at('ISBN')]).toBe('9786041234567')
  expect(third[at('Nhan đề')]).toBe('=1+1, "ngoặc" _x0041_')
  expect(third[at('Ghi chú')]).toBe('Dòng một\nDòng hai <&>')
  expect(third[at('Diện đặc biệt')]).toContain(', ')
})

it('goes on in another sheet, under the same heads, where one is full', async () => {
  const sheets = await sheetsOf(true, 3)
  expect(sheets.map(({ name, rows }) => `${name} ${rows.length}`)).toEqual(['Mục lục 3', 'Mục lục 2 2'])
  expect(sheets[1]?.rows[0]).toEqual(sheets[0]?.rows[0])
})
