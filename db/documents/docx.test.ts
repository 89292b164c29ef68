import { beforeAll, describe, expect, it } from 'vitest'
import { quarterlyReport } from '../../test/documents/sample.ts'
import { partOf } from '../../test/documents/zip.ts'
import { renderDocx } from './docx.ts'

const twips = (mm: number) => Math.round((mm / 25.4) * 1440)

describe('a report in docx', () => {
  let body = ''
  let styles = ''
  let text = ''
  beforeAll(async () => {
    const bytes = await renderDocx(quarterlyReport)
    body = partOf(bytes, 'word/document.xml')
    styles = partOf(bytes, 'word/styles.xml')
    text = body.replaceAll('</w:p>', '\n').replace(/<[^>]+>/g, '')
  })

  it('has the margins of Decree 30/2020 in every section', () => {
    const margins = [...body.matchAll(/<w:pgMar [^>]*>/g)].map(([tag]) => tag)
    expect(margins).toHaveLength(2)
    for (const tag of margins) {
      for (const [side, mm] of Object.entries({ top: 20, bottom: 20, left: 30, right: 15 })) {
        const value = Number(new RegExp(`w:${side}="(\\d+)"`).exec(tag)?.[1])
        expect(Math.abs(value - twips(mm))).toBeLessThanOrEqual(1)
      }
    }
  })
  it('turns only the annex, whose pages begin at 1', () => {
    const sizes = [...body.matchAll(/<w:pgSz [^>]*>/g)].map(([tag]) => tag)
    expect(sizes.map((tag) => tag.includes('landscape'))).toEqual([false, true])
    expect(body.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(1)
  })
  it('hides the page number on first pages', () => {
    expect(body.match(/<w:titlePg\/>/g)).toHaveLength(2)
  })
  it('repeats the header of both tables and splits no row', () => {
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    const rows = body.match(/<w:tr>/g)?.length ?? 0
    expect(rows).toBeGreaterThan(40)
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(rows)
  })
  it('gives each column its width', () => {
    expect(body.match(/<w:gridCol w:w="\d+"\/>/g)).toHaveLength(2 + 6 + 2 + 7)
  })
  it('is set in Times New Roman and says that it is Vietnamese', () => {
    expect(styles).toContain('w:ascii="Times New Roman"')
    expect(styles).toContain('w:lang w:val="vi-VN"')
  })
  it('holds the motto, the number, every kind of cell and the ending', () => {
    for (const line of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 05/BC-TVT',
      'Lâm Đồng, ngày 05 tháng 10 năm 2026',
      '1.234,5',
      'Không áp dụng',
      'Chưa thu thập',
      '=1+1',
      'PHÓ GIÁM ĐỐC',
      '- Lưu: VT, NV.',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
  })
  it('is composed throughout, though a paragraph was given decomposed', () => {
    expect(text.normalize('NFC')).toBe(text)
  })
})
