import { readXlsx } from 'hucre'
import { beforeAll, describe, expect, it } from 'vitest'
import { quarterlyReport } from '../../test/documents/sample.ts'
import { partOf } from '../../test/documents/zip.ts'
import type { OfficialDocument, Table } from './document.ts'
import { sheetName } from './xlsx-sheet.ts'
import { renderXlsx } from './xlsx.ts'

describe('a report in xlsx', () => {
  let bytes: Uint8Array = new Uint8Array()
  let book: Awaited<ReturnType<typeof readXlsx>>
  const sheet = (name: string) => book.sheets.find((each) => each.name === name)
  beforeAll(async () => {
    bytes = await renderXlsx(quarterlyReport)
    book = await readXlsx(bytes, { readStyles: true })
  })

  it('has a sheet for its words and one for each table', () => {
    expect(book.sheets.map((each) => each.name)).toEqual(['Văn bản', 'Bảng 1', 'Phụ lục'])
    expect(sheet('Văn bản')?.rows.flat()).toContain('Số: 05/BC-TVT')
  })
  it('keeps figures as figures, with the decimals that all formats show', () => {
    expect(sheet('Bảng 1')?.rows[3]?.slice(3)).toEqual([5000, 1234.5, 40])
    expect(sheet('Bảng 1')?.cells?.get('3,5')?.style?.numFmt).toBe('[$-42A]#,##0.0')
  })
  it('keeps days as days', () => {
    expect(sheet('Phụ lục')?.rows[4]?.[4]).toEqual(new Date('2026-01-05T00:00:00Z'))
  })
  it('tells an empty cell, zero and a missing figure apart', () => {
    const done = sheet('Bảng 1')?.rows.map((row) => row[4] ?? null) ?? []
    expect(done.slice(6, 9)).toEqual(['Chưa thu thập', 0, null])
  })
  it('leaves text that begins like a formula as text', () => {
    expect(sheet('Phụ lục')?.rows[4]?.[6]).toBe('=1+1')
    expect(partOf(bytes, 'xl/worksheets/sheet3.xml')).not.toContain('<f>')
  })
  it('freezes the bold header and repeats it on paper, its sheet named in quotes', () => {
    expect(sheet('Phụ lục')?.freezePane).toMatchObject({ rows: 4 })
    expect(sheet('Phụ lục')?.cells?.get('3,0')?.style?.font?.bold).toBe(true)
    expect(partOf(bytes, 'xl/workbook.xml')).toContain(">'Phụ lục'!$4:$4<")
  })
  it('prints on A4, the annex lying, one page wide', () => {
    expect(sheet('Bảng 1')?.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'portrait',
      fitToWidth: 1,
    })
    expect(sheet('Phụ lục')?.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToHeight: 0,
    })
  })
  it('sets the width of every column', () => {
    const widths = sheet('Bảng 1')?.columns?.map((column) => column.width ?? 0) ?? []
    expect(widths).toHaveLength(6)
    expect(Math.min(...widths)).toBeGreaterThan(4)
  })
  it('writes days before 1 March 1900 as text, which every program reads alike', async () => {
    const table: Table = {
      type: 'table',
      columns: [{ key: 'on', label: 'Ngày', weight: 1, kind: 'date' }],
      rows: [{ type: 'values', values: { on: '1899-12-31' } }],
    }
    const old: OfficialDocument = { ...quarterlyReport, blocks: [table], annexes: [] }
    const read = await readXlsx(await renderXlsx(old))
    expect(read.sheets[1]?.rows[1]).toEqual(['31/12/1899'])
  })
  it('spreads a very long paragraph over rows without losing a word', async () => {
    const text = Array.from({ length: 4000 }, (_, index) => `từ${index}`).join(' ')
    const long: OfficialDocument = { ...quarterlyReport, blocks: [{ type: 'paragraph', text }], annexes: [] }
    const rows = (await readXlsx(await renderXlsx(long))).sheets[0]?.rows ?? []
    const kept = rows.flat().filter((value) => typeof value === 'string' && value.includes('từ'))
    expect(kept.length).toBeGreaterThan(3)
    expect(kept.join(' ').trim()).toBe(text)
  })
})

describe('names of sheets', () => {
  it('are short, free of refused characters and never alike', () => {
    const taken = new Set<string>()
    expect(sheetName('Quý I/2026: số liệu', taken)).toBe('Quý I 2026  số liệu')
    expect(sheetName('a'.repeat(40), taken)).toHaveLength(31)
    expect(sheetName('A'.repeat(40), taken)).toBe(`${'A'.repeat(27)} (2)`)
  })
})
