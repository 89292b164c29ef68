import { beforeAll, describe, expect, it } from 'vitest'
import { eventTable } from '../../db/reports/annex-tables.ts'
import { renderDocx } from '../../db/documents/docx.ts'
import { renderPdf } from '../../db/documents/pdf.ts'
import { wordsIn } from '../../db/words.ts'
import { measured, type Line, type MeasuredPage } from './measured.ts'
import { printed } from './office.ts'
import { rastersOf } from './raster.ts'
import { quarterlyReport } from './sample.ts'

const formats = ['docx', 'pdf'] as const
/** Letters of Times New Roman stand 0.891 of their size above the line and 0.216 below it. */
const singleLine = 1.107
/** What half a pixel of a measuring program may be off by. */
const slackMm = 0.6
/** Between margins of 30 and 15 mm on a sheet of 210. */
const middleOfText = 30 + (210 - 30 - 15) / 2

async function paperOf(format: (typeof formats)[number], report = quarterlyReport): Promise<Uint8Array> {
  if (format === 'pdf') return renderPdf(report)
  return (await printed(await renderDocx(report), 'docx')).pdf
}

const middle = ({ left, right }: Pick<Line, 'left' | 'right'>) => (left + right) / 2
const between = (value: number, from: number, to: number) => {
  expect(value).toBeGreaterThanOrEqual(from - slackMm)
  expect(value).toBeLessThanOrEqual(to + slackMm)
}
const isFoot = ({ sizePt }: Line) => sizePt < 10
const isNumber = ({ text, top }: Line) => /^\d+$/.test(text) && top < 18

/** Decree 30/2020/NĐ-CP, Appendix I, measured on the paper and not on what the program meant. */
describe.each(formats)('the quarterly report as the Decree measures it, from %s', (format) => {
  let pages: MeasuredPage[]
  let first: MeasuredPage
  let bytes: Uint8Array
  const lineOf = (start: string): Line => {
    const found = first.lines.find(({ text }) => text.startsWith(start))
    if (!found) throw new Error(`the first page has no line “${start}”`)
    return found
  }
  beforeAll(async () => {
    bytes = await paperOf(format)
    const paper = await measured(bytes)
    pages = paper.pages
    first = pages[0] ?? { width: 0, height: 0, lines: [] }
    for (const { name, isEmbedded, hasUnicode } of paper.faces)
      expect([name, isEmbedded, hasUnicode]).toEqual([expect.stringMatching(/Tinos/), true, true])
  })

  it('is A4, with 20–25 mm above and below, 30–35 mm left and 15–20 mm right', () => {
    for (const { width, height, lines } of pages) {
      expect([width, height].map(Math.round).toSorted((a, b) => a - b)).toEqual([210, 297])
      const text = lines.filter((line) => !isFoot(line) && !isNumber(line))
      between(Math.min(...text.map(({ left }) => left)), 30, 35)
      between(Math.min(...text.map(({ top }) => top)), 20, 25)
      expect(Math.max(...text.map(({ right }) => right))).toBeLessThanOrEqual(width - 15 + slackMm)
      expect(Math.max(...text.map(({ bottom }) => bottom))).toBeLessThanOrEqual(height - 20 + slackMm)
    }
    const full = first.lines.filter((line) => line.right > 180)
    between(first.width - Math.max(...full.map(({ right }) => right)), 15, 20)
  })

  it('numbers its pages from the second on, in the middle of the margin above, in 13–14 points upright', () => {
    expect(first.lines.filter(isNumber)).toEqual([])
    const second = pages[1]?.lines.find(isNumber)
    expect(second).toMatchObject({ text: '2', isBold: false, isItalic: false })
    if (!second) throw new Error('the second page has no number')
    between(middle(second), middleOfText, middleOfText)
    expect([13, 14]).toContain(second.sizePt)
    expect(second.bottom).toBeLessThan(20 + slackMm)
  })

  it('names the State in bold capitals of 12–13 on one line, its motto below and in its middle', () => {
    const state = lineOf('CỘNG HÒA')
    const motto = lineOf('Độc lập')
    expect(state).toMatchObject({ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', isBold: true })
    expect(motto).toMatchObject({ text: 'Độc lập - Tự do - Hạnh phúc', isBold: true })
    expect([12, 13]).toContain(state.sizePt)
    expect([13, 14]).toContain(motto.sizePt)
    expect(Math.abs(middle(motto) - middle(state))).toBeLessThan(1)
    expect(state.left).toBeGreaterThan(210 / 2 - 10)
    expect(motto.top).toBeGreaterThan(state.top)
  })

  it('rules off the motto by a stroke as long as it is', async () => {
    const [page] = await rastersOf(bytes)
    const { left, right, bottom } = lineOf('Độc lập')
    const inTheMiddle = page?.firstDown((left + right) / 2, bottom - 0.4, bottom + 3)
    if (!page || inTheMiddle === null || inTheMiddle === undefined) throw new Error('there is no stroke')
    const y = inTheMiddle + 0.05
    expect(page.isDark(left + 1.5, y) && page.isDark(right - 1.5, y)).toBe(true)
    expect(page.isDark(left - 3, y) || page.isDark(right + 3, y)).toBe(false)
  })

  it('heads the other half with who is above and who issues it, the latter in bold', () => {
    const above = lineOf('SỞ VĂN HÓA')
    const own = lineOf('THƯ VIỆN TỈNH LÂM ĐỒNG')
    expect([above.isBold, own.isBold]).toEqual([false, true])
    for (const { sizePt } of [above, own]) expect([12, 13]).toContain(sizePt)
    expect(own.top).toBeGreaterThan(above.top)
    expect(own.right).toBeLessThan(lineOf('CỘNG HÒA').left)
  })

  it('writes number, place and day as prescribed', () => {
    expect(lineOf('Số:')).toMatchObject({ text: 'Số: 05/BC-TVT', sizePt: 13, isBold: false })
    const day = lineOf('Lâm Đồng, ngày')
    expect(day).toMatchObject({ text: 'Lâm Đồng, ngày 05 tháng 10 năm 2026', isItalic: true })
    expect([13, 14]).toContain(day.sizePt)
  })

  it('has its name and what it is about in the middle, bold, of 13–14 points', () => {
    const kind = lineOf('BÁO CÁO')
    for (const line of [kind, lineOf('Kết quả hiện đại hóa')]) {
      expect(line.isBold).toBe(true)
      expect([13, 14]).toContain(line.sizePt)
      between(middle(line), middleOfText - 1, middleOfText + 1)
    }
  })

  it('sets its text in 13–14 points, the first line set in by 1–1.27 cm, lines apart by one to one and a half', () => {
    const at = first.lines.findIndex(({ text }) => text.startsWith('Thư viện tỉnh Lâm Đồng báo cáo'))
    const [begin, next] = [first.lines[at], first.lines[at + 1]]
    if (!begin || !next) throw new Error('the opening takes two lines')
    expect([13, 14]).toContain(begin.sizePt)
    between(begin.left - next.left, 10, 12.7)
    const apartPt = ((next.bottom - begin.bottom) * 72) / 25.4
    expect(apartPt).toBeGreaterThanOrEqual(begin.sizePt * singleLine - 0.5)
    expect(apartPt).toBeLessThanOrEqual(begin.sizePt * singleLine * 1.5 + 0.5)
    const before = first.lines[at - 1]
    const gapPt = ((begin.bottom - (before?.bottom ?? 0)) * 72) / 25.4 - apartPt
    expect(gapPt).toBeGreaterThanOrEqual(6 - 0.5)
  })

  it('ends with the signer in bold and the recipients in 11 points under a bold italic label of 12', () => {
    const last = pages.flatMap(({ lines }) => lines)
    const find = (text: string) => last.find((line) => line.text.startsWith(text))
    expect(find('KT. GIÁM ĐỐC')).toMatchObject({ isBold: true, sizePt: 13 })
    expect(find('Nguyễn Thị Hồng Nhung')).toMatchObject({ isBold: true, sizePt: 13 })
    expect(find('Nơi nhận')).toMatchObject({ isBold: true, isItalic: true, sizePt: 12 })
    expect(find('- Lưu: VT')).toMatchObject({ isBold: false, sizePt: 11 })
  })
})

const event = {
  from: '2026-08-02',
  to: '2026-08-03',
  typeCode: 'E01',
  typeName: 'Trưng bày, triển lãm sách, báo, tư liệu',
  name: 'Trưng bày tư liệu địa chí về các dân tộc Tây Nguyên nhân Ngày hội Văn hóa',
  place: 'Nhà văn hóa xã Đạ Huoai',
  attended: 120,
}
const eventsOn = { 1: 7, 4: 42, 12: 130 } as const

describe.each(formats)('lists of events in %s', (format) => {
  it.each([1, 4, 12] as const)('of some %s pages keep their margins and repeat their head', async (count) => {
    const events = Array.from({ length: eventsOn[count] }, () => event)
    const { blocks } = eventTable(events, wordsIn.vi)
    const annex = { title: 'Danh sách sự kiện', orientation: 'portrait' as const, blocks }
    const { pages } = await measured(
      await paperOf(format, { ...quarterlyReport, blocks: [], annexes: [annex] }),
    )
    const own = pages.slice(1)
    expect(own.length).toBeGreaterThanOrEqual(count === 1 ? 1 : count - 1)
    expect(own.length).toBeLessThanOrEqual(count + 2)
    for (const [at, page] of own.entries()) {
      const text = page.lines.filter((line) => !isFoot(line))
      expect(text.filter(({ text: words }) => words.includes('Tên hoạt động'))).toHaveLength(1)
      expect(text.filter(isNumber).map(({ text: words }) => words)).toEqual(at === 0 ? [] : [String(at + 1)])
      const table = text.filter((line) => !isNumber(line))
      between(Math.min(...table.map(({ left }) => left)), 30, 36)
      expect(Math.max(...table.map(({ bottom }) => bottom))).toBeLessThanOrEqual(page.height - 20 + slackMm)
    }
  })
})
