import { beforeAll, describe, expect, it } from 'vitest'
import type { OfficialDocument } from '../../db/documents/document.ts'
import { renderDocx } from '../../db/documents/docx.ts'
import { renderPdf } from '../../db/documents/pdf.ts'
import { renderXlsx } from '../../db/documents/xlsx.ts'
import { type Printed, printed } from './office.ts'
import { indicatorRows, quarterlyReport } from './sample.ts'

const render = { docx: renderDocx, xlsx: renderXlsx, pdf: renderPdf }
const formats = ['docx', 'xlsx', 'pdf'] as const
const upright = '595x842'
const lying = '842x595'
const isBare = (text: string) => text.replace(/\s+/g, ' ')

describe.each(formats)('the quarterly report on paper from %s', (format) => {
  let paper: Printed
  beforeAll(async () => {
    paper = await printed(await render[format](quarterlyReport), format)
  })

  it('is A4 throughout, only the annex lying', () => {
    const uprightPages = Array.from({ length: format === 'xlsx' ? 3 : 4 }, () => upright)
    expect(paper.pageSizes).toEqual([...uprightPages, lying])
  })
  it('needs no face but that of Times New Roman', () => {
    expect(paper.fonts.length).toBeGreaterThan(2)
    for (const font of paper.fonts) expect(font).toMatch(/Tinos/)
  })
  it('shows the letterhead on its first page, without a page number', () => {
    const first = paper.pages[0] ?? ''
    for (const words of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'THƯ VIỆN TỈNH LÂM ĐỒNG', 'Số: 05/BC-TVT']) {
      expect(first).toContain(words)
    }
    expect(first.trimStart()).toMatch(/^SỞ VĂN HÓA/)
  })
  it('numbers the second page at its top', () => {
    expect(paper.pages[1]?.trimStart()).toMatch(/^2\s/)
  })
  it('shows the same figures, and tells an empty cell, zero and a missing figure apart', () => {
    const text = isBare(paper.text)
    for (const shown of ['1.234,5', '585.000', '111,11', '05/01/2026', '=1+1', 'Mã số liệu: 4f1c9a77']) {
      expect(text).toContain(shown)
    }
    expect(paper.text).toMatch(/Không áp/)
    expect(paper.text).toMatch(/ 9\.000 +0(?: |$)/m)
    expect(paper.text).toMatch(/ 10\.000 +45,0/)
  })
  it('repeats the header of the table on the page where it goes on', () => {
    expect(paper.pages.filter((page) => page.includes('Chỉ tiêu'))).toHaveLength(format === 'xlsx' ? 2 : 3)
  })
  it('ends with recipients on the left and the signer on the right', () => {
    const line = paper.text.split('\n').find((each) => each.includes('Nơi nhận:')) ?? ''
    expect(line).toMatch(/Nơi nhận: +KT\. GIÁM ĐỐC/)
    expect(paper.text).toContain('Nguyễn Thị Hồng Nhung')
  })
})

describe.each(['docx', 'pdf'] as const)('what must stay together in %s', (format) => {
  it('leaves no signature alone on a page', async () => {
    const paper = await printed(await render[format](quarterlyReport), format)
    const last = paper.pages.find((page) => page.includes('Nguyễn Thị Hồng Nhung')) ?? ''
    expect(last).toContain('PHẦN II. ĐÁNH GIÁ')
    expect(last).toContain('đạt yêu cầu của kế hoạch năm./.')
  })
  it('numbers the pages of a long annex from 1 again, hiding its first', async () => {
    const annex = {
      title: 'Chỉ tiêu',
      orientation: 'landscape' as const,
      blocks: quarterlyReport.blocks.slice(-3, -2),
    }
    const paper = await printed(
      await render[format]({ ...quarterlyReport, blocks: [], annexes: [annex] }),
      format,
    )
    expect(paper.pageSizes.slice(0, 3)).toEqual([upright, lying, lying])
    expect(paper.pages[1]?.trimStart()).toMatch(/^Phụ lục/)
    expect(paper.pages[2]?.trimStart()).toMatch(/^2\s/)
  })
})

describe.each(['docx', 'pdf'] as const)('a line that announces a list in %s', (format) => {
  it('stands on the page of its first item', async () => {
    for (const count of [20, 21, 22, 23]) {
      const blocks: OfficialDocument['blocks'] = [
        ...Array.from({ length: count }, () => ({ type: 'paragraph' as const, text: 'Dòng trên.' })),
        { type: 'paragraph', text: 'Các nguồn sau:' },
        { type: 'list', items: ['Nguồn một', 'Nguồn hai'] },
      ]
      const { pages } = await printed(await render[format]({ ...quarterlyReport, blocks }), format)
      expect(
        pages.find((page) => page.includes('Các nguồn sau:')),
        `${count}`,
      ).toContain('Nguồn một')
    }
  })
})

it.each(['docx', 'pdf'] as const)('what is handed out by itself has the letterhead in %s', async (format) => {
  const annexes: OfficialDocument['annexes'] = [
    {
      title: 'Giấy nhắc',
      orientation: 'portrait',
      isHandedOut: true,
      blocks: [{ type: 'paragraph', text: 'Kính gửi: bạn đọc' }],
    },
  ]
  const { pages } = await printed(await render[format]({ ...quarterlyReport, annexes }), format)
  const last = isBare(pages.at(-1) ?? '')
  for (const words of ['CỘNG HÒA XÃ HỘI', 'THƯ VIỆN TỈNH LÂM ĐỒNG', 'GIẤY NHẮC', 'Kính gửi: bạn đọc'])
    expect(last).toContain(words)
  expect(last).not.toMatch(/Phụ lục|Kèm theo/)
})

describe('a named table in pdf', () => {
  const column = { key: 'text', label: 'Nội dung', weight: 1, kind: 'text' } as const
  const named = (rows: string[]) => ({
    type: 'table' as const,
    caption: 'Bảng có tên',
    columns: [column],
    rows: rows.map((text) => ({ type: 'values' as const, values: { text } })),
  })
  const above = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ type: 'paragraph' as const, text: `Dòng trên ${at}.` }))
  it('is on one page with its name where it is short, however full the page before', async () => {
    for (const lines of [17, 18, 19, 20, 21]) {
      const blocks = [...above(lines), named(['Hàng một', 'Hàng hai', 'Hàng ba'])]
      const { pages } = await printed(await renderPdf({ ...quarterlyReport, blocks }), 'pdf')
      const at = pages.findIndex((page) => page.includes('Bảng có tên'))
      for (const row of ['Hàng một', 'Hàng hai', 'Hàng ba']) expect(pages[at], `${lines}`).toContain(row)
    }
  })
  it('of a few rows longer than a page is whole', async () => {
    const long = Array.from({ length: 10 }, (_, at) => `Hàng ${at}: ${'chữ nối chữ '.repeat(90)}hết ${at}.`)
    const { text } = await printed(await renderPdf({ ...quarterlyReport, blocks: [named(long)] }), 'pdf')
    for (const at of long.keys()) expect(text).toMatch(new RegExp(`hết\\s+${at}\\.`))
  })
})

describe.each(formats)('a table of 5,000 rows in %s', (format) => {
  const withRows = (count: number) => ({
    ...quarterlyReport,
    blocks: quarterlyReport.blocks.map((block) =>
      block.type === 'table' ? { ...block, rows: indicatorRows(count) } : block,
    ),
  })
  const timed = async (count: number) => {
    const begun = performance.now()
    await render[format](withRows(count))
    return performance.now() - begun
  }
  it('is made in time that grows with the rows and not with their square', async () => {
    await timed(100)
    const quarterMs = Math.max(await timed(1250), 50)
    const wholeMs = Math.min(await timed(5000), await timed(5000))
    expect(wholeMs / quarterMs).toBeLessThan(10)
  })
})
