import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sheet } from '../../shared/labels/contract.ts'
import { placeOnSheet } from '../../shared/labels/rules.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../support/engine.ts'
import { fileFrom, nameLibrary } from '../support/signed.ts'
import { printed } from './office.ts'
import { codesOn, rastersOf } from './raster.ts'

const copies = 300
/** What a label may be off its place: less than anybody sees on a book. */
const toleranceMm = 0.3

let test: TestEngine
let clerk: Person
let copyIds: number[] = []
let numbers: string[] = []

beforeAll(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  await nameLibrary(test, { name: 'Thư viện tỉnh Lâm Đồng', governingBody: 'Sở VHTTDL Lâm Đồng' })
  clerk = await test.as('cataloguer')
  const { client } = clerk
  const fields = { title: 'Đất rừng phương Nam', ddc: '895.922334', callNumber: '895.922334 ĐRP T.2 2021' }
  const title = valueOf(await client.catalogue.addTitle(fields))
  valueOf(await client.copies.addSeries({ name: 'Sách', prefix: 'VV' }))
  valueOf(await client.copies.addVoucher({ number: 'CT-01', receivedOn: '2020-03-01', source: 'purchase' }))
  const line = { titleId: title.id, seriesId: 1, siteId: 1, storeId: 1 }
  const entered = { voucherId: 1, copies: Array.from({ length: copies }, () => line) }
  copyIds = valueOf(await client.copies.accession(entered)).ids
  numbers = copyIds.map((_, index) => `VV${String(index + 1).padStart(6, '0')}`)
})
afterAll(() => test.close())

async function sheetNamed(name: RegExp): Promise<Sheet> {
  const sheet = valueOf(await clerk.client.labels.sheets({})).find((each) => name.test(each.name))
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}
async function templateNamed(name: RegExp): Promise<number> {
  return valueOf(await clerk.client.labels.templates({})).find((each) => name.test(each.name))?.id ?? 0
}
/** A label that is nothing but its own edge, to measure where labels lie. */
async function outline({ labelWidthMm: widthMm, labelHeightMm: heightMm, name }: Sheet): Promise<number> {
  const box = { type: 'box' as const, xMm: 0, yMm: 0, widthMm, heightMm, lineMm: 0.25 }
  const fields = { name: `Viền ${name} ${Math.random()}`, kind: 'accession' as const }
  return valueOf(
    await clerk.client.labels.addTemplate({ ...fields, design: { widthMm, heightMm, elements: [box] } }),
  ).id
}
async function pdfOf(input: object): Promise<Uint8Array> {
  return (await fileFrom(test, clerk, 'labels.print', input)).bytes
}
const chosen = (count: number) => ({ by: 'copies' as const, copyIds: copyIds.slice(0, count) })

describe('barcodes', () => {
  it.each([
    [/65 nhãn/, /^Nhãn mã vạch nhỏ/, 130],
    [/40 nhãn/, /^Nhãn mã vạch$/, 80],
    [/24 nhãn/, /^Nhãn mã vạch$/, 24],
    [/14 nhãn/, /^Nhãn mã vạch nhỏ/, 14],
    [/nhãn 50 × 30/, /^Nhãn mã vạch$/, 4],
    [/nhãn 35 × 22$/, /^Nhãn mã vạch nhỏ/, 4],
    [/3 nhãn 35 × 22/, /^Nhãn mã vạch nhỏ/, 9],
    [/3 nhãn 35 × 22/, /^Nhãn mã QR/, 9],
    [/65 nhãn/, /^Nhãn mã QR/, 65],
  ])('on the sheet %s are all read back', async (sheet, template, count) => {
    const { id: sheetId } = await sheetNamed(sheet)
    const pdf = await pdfOf({ source: chosen(count), sheetId, templateId: await templateNamed(template) })
    expect((await codesOn(pdf)).toSorted()).toEqual(numbers.slice(0, count))
  })

  it('of cards are read back too', async () => {
    const cards = Array.from({ length: 10 }, (_, index) => ({
      personName: `Nguyễn Thị Hoàng Yến ${index}`,
      cardNumber: `TV26-${1000 + index}`,
      unit: 'Trường THPT Chuyên Thăng Long',
      validUntil: '31/12/2027',
    }))
    const { id: sheetId } = await sheetNamed(/10 thẻ/)
    const pdf = await pdfOf({
      source: { by: 'cards', cards },
      sheetId,
      templateId: await templateNamed(/^Thẻ/),
    })
    expect((await codesOn(pdf)).toSorted()).toEqual(cards.map(({ cardNumber }) => cardNumber))
    const { text, pageSizes } = await printed(pdf, 'pdf')
    expect(pageSizes).toEqual(['595x842'])
    for (const words of ['THẺ THƯ VIỆN', 'Nguyễn Thị Hoàng Yến 9', 'Có giá trị đến: 31/12/2027'])
      expect(text).toContain(words)
  })
})

describe('true size', () => {
  it.each([/65 nhãn/, /40 nhãn/, /24 nhãn/, /21 nhãn 63,5/, /14 nhãn/, /10 thẻ/])(
    'every label of the sheet %s lies where the sheet has it',
    async (name) => {
      const sheet = await sheetNamed(name)
      const count = sheet.columns * sheet.rows
      const pdf = await pdfOf({ source: chosen(count), sheetId: sheet.id, templateId: await outline(sheet) })
      const [page] = await rastersOf(pdf)
      if (!page) throw new Error('no page')
      expect(page.widthMm).toBeCloseTo(sheet.pageWidthMm, 0)
      for (let place = 0; place < count; place += 1) {
        const { xMm, yMm } = placeOnSheet(sheet, place)
        const middle = { xMm: xMm + sheet.labelWidthMm / 2, yMm: yMm + sheet.labelHeightMm / 2 }
        // A box starts at the page's own edge where a sheet has no margin.
        const left = page.firstAcross(middle.yMm, Math.max(0, xMm - 1), xMm + 1)
        const top = page.firstDown(middle.xMm, Math.max(0, yMm - 1), yMm + 1)
        expect(Math.abs((left ?? 99) - xMm), `${place} left`).toBeLessThan(toleranceMm)
        expect(Math.abs((top ?? 99) - yMm), `${place} top`).toBeLessThan(toleranceMm)
      }
    },
  )

  it('begins at the place that is free, and moves and stretches as the printer needs', async () => {
    const sheet = await sheetNamed(/21 nhãn 63,5/)
    const printer = { name: 'Máy in thử', shiftXMm: 1.5, shiftYMm: -2, scaleXPercent: 101, scaleYPercent: 99 }
    const { id: printerId } = valueOf(await clerk.client.labels.addPrinter(printer))
    const templateId = await outline(sheet)
    const pdf = await pdfOf({ source: chosen(1), sheetId: sheet.id, templateId, printerId, startAt: 11 })
    const [page] = await rastersOf(pdf)
    const { xMm, yMm } = placeOnSheet(sheet, 10)
    const expected = { xMm: 1.5 + xMm * 1.01, yMm: -2 + yMm * 0.99 }
    const left = page?.firstAcross(expected.yMm + 15, 0, 209)
    const top = page?.firstDown(expected.xMm + 30, 0, 296)
    expect(Math.abs((left ?? 99) - expected.xMm)).toBeLessThan(toleranceMm)
    expect(Math.abs((top ?? 99) - expected.yMm)).toBeLessThan(toleranceMm)
  })

  it('asks the viewer not to fit the page to the paper', async () => {
    const { id: sheetId } = await sheetNamed(/24 nhãn/)
    const pdf = await pdfOf({ source: chosen(1), sheetId, templateId: await templateNamed(/^Nhãn gáy:/) })
    expect(Buffer.from(pdf).toString('latin1')).toContain('/PrintScaling /None')
  })

  it('the test page has a cross of rulers of 100 mm, its middle where it says', async () => {
    const { id: sheetId } = await sheetNamed(/24 nhãn/)
    const { bytes } = await fileFrom(test, clerk, 'labels.testPage', { sheetId })
    const [page] = await rastersOf(bytes)
    if (!page) throw new Error('no page')
    const [x, y] = [100, 140]
    expect(page.isDark(x, y)).toBe(true)
    expect(Math.abs((page.firstAcross(y, 20, 99) ?? 99) - (x - 50))).toBeLessThan(toleranceMm)
    expect(Math.abs((page.firstDown(x, 80, 105) ?? 199) - (y - 50))).toBeLessThan(toleranceMm)
    expect((await printed(bytes, 'pdf')).text).toContain('cách mép trái 100 mm')
  })
})

describe('a spine label', () => {
  it('shows the parts of the call number one under another', async () => {
    const { id: sheetId } = await sheetNamed(/65 nhãn/)
    const pdf = await pdfOf({ source: chosen(1), sheetId, templateId: await templateNamed(/^Nhãn gáy:/) })
    const { text } = await printed(pdf, 'pdf')
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    expect(lines.slice(0, 5)).toEqual(['Thư viện tỉnh Lâm Đồng', '895.922334', 'ĐRP', 'T.2', '2021'])
  })
})

describe('three hundred labels', () => {
  it('are made in one run that tells how far it is, in time that grows with their number only', async () => {
    const { id: sheetId } = await sheetNamed(/65 nhãn/)
    const templateId = await templateNamed(/^Nhãn mã vạch nhỏ/)
    async function timed(count: number): Promise<number> {
      const began = performance.now()
      const { state, done, output } = await finishedJob(clerk, 'labels.print', {
        source: chosen(count),
        sheetId,
        templateId,
      })
      expect({ state, done, output }).toMatchObject({ state: 'done', done: count, output: { labels: count } })
      return performance.now() - began
    }
    const best = async (count: number) => Math.min(await timed(count), await timed(count), await timed(count))
    const [few, many] = [await best(100), await best(300)]
    // Three times as many; work that grew with the square would take nine times as long.
    expect(many / few).toBeLessThan(6)
  })
})
