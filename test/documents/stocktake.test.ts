import { afterAll, beforeAll, expect, it } from 'vitest'
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

const plain = (text: string) => text.replace(/\s+/g, ' ')

let test: TestEngine
let clerk: Person

beforeAll(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  await nameLibrary(test, {
    name: 'Thư viện tỉnh Lâm Đồng',
    governingBody: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng',
    placeName: 'Lâm Đồng',
    signerTitle: 'Giám đốc',
    signerName: 'Lê Thị Hồng Vân',
  })
  clerk = await test.as('cataloguer')
  const { catalogue, copies, stocktake } = clerk.client
  valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VV' }))
  valueOf(await copies.addVoucher({ number: 'CT-01', receivedOn: '2010-03-01', source: 'purchase' }))
  const { id: titleId } = valueOf(
    await catalogue.addTitle({
      title: 'Địa chí Lâm Đồng: tự nhiên, lịch sử, văn hóa và con người cao nguyên',
      callNumber: '959.769 ĐIA',
    }),
  )
  const line = { titleId, seriesId: 1, siteId: 1, storeId: 1, priceMinor: 45_000 }
  valueOf(await copies.accession({ voucherId: 1, copies: Array.from({ length: 12 }, () => line) }))
  const { id } = valueOf(
    await stocktake.add({
      name: 'Kiểm kê Kho chính 2026',
      basis: 'Quyết định số 15/QĐ-TVT ngày 02/11/2026 của Giám đốc Thư viện tỉnh Lâm Đồng',
      plannedFrom: '2026-11-09',
      plannedTo: '2026-11-20',
      members: [
        { name: 'Nguyễn Hoàng Thiên Ân', position: 'Phó Giám đốc', duty: 'chair' },
        { name: 'Phạm Thị Kim Oanh', position: 'Trưởng phòng Nghiệp vụ', duty: 'secretary' },
        { name: 'Trần Quang Huy', position: 'Kế toán', duty: 'member' },
        { name: 'Đỗ Ngọc Ánh', position: 'Thủ kho', duty: 'member' },
      ],
    }),
  )
  await finishedJob(clerk, 'stocktake.open', { id })
  const codes = [...Array.from({ length: 9 }, (_, at) => `VV${String(at + 1).padStart(6, '0')}`), 'LA-77']
  const scans = codes.map((code, at) => ({
    key: `documents-${String(at).padStart(4, '0')}`,
    code,
    at: new Date(test.clock.nowMs).toISOString(),
    siteId: 1,
    storeId: 1,
    shelf: '',
  }))
  valueOf(await stocktake.scan({ id, scans }))
  await finishedJob(clerk, 'stocktake.close', { id, minutesNumber: '03/BB-TVT' })
})
afterAll(() => test.close())

it.each(['docx', 'pdf'] as const)(
  'the minutes of a stocktake as %s are an official paper with all who sign',
  async (format) => {
    const { bytes } = await fileFrom(test, clerk, 'stocktake.produce', { id: 1, format })
    const paper = await printed(bytes, format)
    expect(paper.pageSizes[0]).toBe('595x842')
    for (const font of paper.fonts) expect(font).toMatch(/Tinos|TimesNewRoman/)
    const text = plain(paper.text)
    for (const words of [
      'DU LỊCH TỈNH LÂM ĐỒNG',
      'Số: 03/BB-TVT',
      'BIÊN BẢN',
      'Căn cứ Quyết định số 15/',
      'ngày 02/11/2026 của Giám đốc Thư viện tỉnh Lâm Đồng',
      'Nguyễn Hoàng Thiên Ân',
      'Đỗ Ngọc Ánh',
      '12 bản',
      'VV000012',
      'LA-77',
    ])
      expect(text).toContain(words)
  },
)
