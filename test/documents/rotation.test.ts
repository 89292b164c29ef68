import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestEngine, testFolder, valueOf, type Person, type TestEngine } from '../support/engine.ts'
import { fileFrom, nameLibrary } from '../support/signed.ts'
import { printed } from './office.ts'
import { codesOn } from './raster.ts'

const upright = '595x842'
const plain = (text: string) => text.replace(/\s+/g, ' ')

let test: TestEngine
let clerk: Person

beforeAll(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  await nameLibrary(test, {
    name: 'Thư viện tỉnh Lâm Đồng',
    governingBody: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng',
    placeName: 'Lâm Đồng',
  })
  clerk = await test.as('cataloguer')
  const { catalogue, copies, rotation } = clerk.client
  valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VV' }))
  valueOf(await copies.addVoucher({ number: 'CT-01', receivedOn: '2020-03-01', source: 'purchase' }))
  const title = 'Hỏi đáp pháp luật về đất đai năm 2003 và các văn bản hướng dẫn thi hành'
  const { id: titleId } = valueOf(await catalogue.addTitle({ title, callNumber: '346.59704 HĐP' }))
  const line = { titleId, seriesId: 1, siteId: 1, storeId: 1, priceMinor: 45_000 }
  const { ids } = valueOf(
    await copies.accession({ voucherId: 1, copies: Array.from({ length: 60 }, () => line) }),
  )
  const point = { fromOn: '2020-01-01', name: 'Tủ sách thôn Nậm Mòn Thượng', kind: 'bookcase' } as const
  const director = await test.as('director')
  valueOf(await director.client.network.addPoints({ rows: [{ identities: [point] }] }))
  const people = { handedBy: 'Trần Thị Hạnh', takenBy: 'Lò Văn Pó' }
  const drawnUp = { number: '01/LC-2026', pointId: 1, preparedOn: '2026-06-01', ...people }
  const { id } = valueOf(await rotation.addShipment(drawnUp))
  valueOf(await rotation.addCopies({ shipmentId: id, copyIds: ids }))
  const sending = { id, rev: 1, sentOn: '2026-06-02', dueOn: '2026-12-02', ...people }
  valueOf(await rotation.send(sending))
  for (const at of [1, 2])
    valueOf(
      await rotation.scanReturn({
        shipmentId: id,
        code: `VV00000${at}`,
        on: '2026-11-01',
        isDamaged: at === 2,
      }),
    )
  valueOf(await rotation.closeShipment({ id, rev: 4, closedOn: '2026-11-02', missing: 58 }))
})
afterAll(() => test.close())

const packing = (format: 'docx' | 'xlsx' | 'pdf') =>
  fileFrom(test, clerk, 'rotation.printPackingList', { id: 1, format })
const minutes = (kind: 'handOver' | 'return', format: 'docx' | 'pdf') =>
  fileFrom(test, clerk, 'rotation.printMinutes', { id: 1, kind, format })

it('a packing list names every copy, and its square opens the shipment, in whatever format', async () => {
  for (const format of ['docx', 'xlsx', 'pdf'] as const) {
    const paper = await printed((await packing(format)).bytes, format)
    const text = plain(paper.text)
    expect(text, format).toContain('KSLC000001')
    expect(text, format).toContain('VV000060')
    expect(await codesOn(paper.pdf), format).toEqual(['KSLC000001'])
  }
})

it('hand-over minutes name both sides, the copies and the day they are due', async () => {
  for (const format of ['docx', 'pdf'] as const) {
    const { text, pageSizes } = await printed((await minutes('handOver', format)).bytes, format)
    for (const words of [
      'BIÊN BẢN',
      'Trần Thị Hạnh',
      'Lò Văn Pó',
      'Tủ sách thôn Nậm Mòn Thượng',
      '02/12/2026',
    ])
      expect(plain(text), format).toContain(words)
    expect(new Set(pageSizes), format).toEqual(new Set([upright]))
  }
})

it('return minutes say what is missing and damaged', async () => {
  const { text } = await printed((await minutes('return', 'docx')).bytes, 'docx')
  expect(plain(text)).toContain('Số bản đã gửi: 60. Về nguyên vẹn: 1; về, bị hỏng: 1; thiếu: 58')
  expect(plain(text)).toContain('Tài liệu bị hỏng')
  expect(plain(text)).toContain('Bên giao: Tủ sách thôn Nậm Mòn Thượng. Đại diện: Lò Văn Pó')
})
