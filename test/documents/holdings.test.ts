import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linesPerPage } from '../../shared/registers/rules.ts'
import { openTestEngine, testFolder, valueOf, type Person, type TestEngine } from '../support/engine.ts'
import { fileFrom, nameLibrary } from '../support/signed.ts'
import { printed } from './office.ts'

const upright = '595x842'
const lying = '842x595'
const plain = (text: string) => text.replace(/\s+/g, ' ')

let test: TestEngine
let clerk: Person

beforeAll(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  await nameLibrary(test, {
    governingBody: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng',
    placeName: 'Lâm Đồng',
  })
  clerk = await test.as('cataloguer')
  const { catalogue, copies, products } = clerk.client
  const kieu = {
    title: 'Truyện Kiều',
    subtitle: 'Đoạn trường tân thanh',
    authors: 'Nguyễn Du',
    responsibility: 'Nguyễn Du ; Đào Duy Anh hiệu khảo',
    place: 'H.',
    publisher: 'Văn học',
    publishedYear: 1979,
    extent: '320 tr.',
    ddc: '895.92212',
  }
  const { id } = valueOf(await catalogue.addTitle(kieu))
  valueOf(await catalogue.addTitle({ title: 'Đất rừng phương Nam', authors: 'Đoàn Giỏi', ddc: '895.922334' }))
  valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VN.' }))
  valueOf(await copies.addVoucher({ number: 'CT-01', receivedOn: '2026-03-01', source: 'purchase' }))
  const line = { titleId: id, seriesId: 1, siteId: 1, storeId: 1, priceMinor: 12_000 }
  valueOf(
    await copies.accession({ voucherId: 1, copies: Array.from({ length: linesPerPage + 3 }, () => line) }),
  )
  valueOf(await copies.updateCopy({ id: 2, rev: 1, priceMinor: 15_000 }))
  const product = { kind: 'bibliography' as const, name: 'Văn học Việt Nam', selection: { search: {} } }
  valueOf(await products.addProduct(product))
})
afterAll(() => test.close())

const fileOf = (operation: string, input: object) => fileFrom(test, clerk, operation, input)

describe.each(['pdf', 'xlsx'] as const)('a register book from %s', (format) => {
  it('is lying A4, page by page as in the book, with what was put right', async () => {
    const { bytes } = await fileOf('registers.printBook', { bookId: 1, format })
    const paper = await printed(bytes, format)
    expect(new Set(paper.pageSizes)).toEqual(new Set([lying]))
    expect(paper.pageCount).toBe(2)
    const text = plain(paper.text)
    for (const words of [
      'SỔ ĐĂNG KÝ CÁ BIỆT',
      'VN.000001',
      `VN.0000${linesPerPage + 3}`,
      '12.000',
      '15.000',
      'Đính chính dòng 2',
    ]) {
      expect(text).toContain(words)
    }
  })
})

describe.each(['pdf', 'xlsx'] as const)('the figures of the stock from %s', (format) => {
  it('say the same as the page', async () => {
    const { bytes } = await fileOf('stock.exportFigures', { asOf: '2026-11-10', format })
    const { copies, titles } = valueOf(await clerk.client.stock.figures({ asOf: '2026-11-10' }))
    expect([copies, titles]).toEqual([linesPerPage + 3, 1])
    const text = plain((await printed(bytes, format)).text)
    expect(text).toContain('10/11/2026')
    expect(text).toContain(String(copies))
  })
})

describe.each(['docx', 'pdf'] as const)('a bibliography from %s', (format) => {
  it('is upright A4 in one face, with entries in ISBD order and both indexes', async () => {
    const { bytes } = await fileOf('products.produce', { id: 1, format })
    const paper = await printed(bytes, format)
    expect(new Set(paper.pageSizes)).toEqual(new Set([upright]))
    for (const font of paper.fonts) expect(font).toMatch(/Tinos/)
    const text = plain(paper.text).replaceAll('\u00A0', ' ')
    expect(text).toContain(
      'Truyện Kiều : Đoạn trường tân thanh / Nguyễn Du ; Đào Duy Anh hiệu khảo. - H. : Văn học, 1979. - 320 tr.',
    )
    expect(text).toContain('Đoàn Giỏi')
    expect(text.toUpperCase()).toContain('VĂN HỌC VIỆT NAM')
  })
})

describe('lists', () => {
  it('of titles and copies open in a spreadsheet with every row', async () => {
    const titles = await fileOf('catalogue.exportList', { selection: { search: {} }, format: 'xlsx' })
    const text = plain((await printed(titles.bytes, 'xlsx')).text)
    expect(text).toContain('Truyện Kiều')
    expect(text).toContain('Đất rừng phương Nam')
    expect(text).toContain('Diện đặc biệt')
    expect(text).not.toContain('catalogue.')
    const copies = await fileOf('copies.exportCopies', { format: 'csv' })
    const lines = copies.bytes.toString('utf8').trimEnd().split('\r\n')
    expect(lines[0]).toMatch(/^\u{FEFF}Số ĐKCB,/u)
    expect(lines).toHaveLength(linesPerPage + 4)
  })
})
