import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaperKind } from '../../shared/weeding/rules.ts'
import { openTestEngine, testFolder, valueOf, type Person, type TestEngine } from '../support/engine.ts'
import { fileFrom, nameLibrary } from '../support/signed.ts'
import { printed, type Printed } from './office.ts'

const upright = '595x842'
const lying = '842x595'
const plain = (text: string) => text.replace(/\s+/g, ' ')

let test: TestEngine
let clerk: Person
let weedingId = 0

beforeAll(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  await nameLibrary(test, {
    name: 'Thư viện tỉnh Lâm Đồng',
    governingBody: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng',
    placeName: 'Lâm Đồng',
    reportSymbol: 'BC-TVT',
    signerTitle: 'Giám đốc',
    signerName: 'Lê Thị Hồng Vân',
  })
  clerk = await test.as('cataloguer')
  const titles = [
    { title: 'Tin học căn bản cho mọi người', authors: 'Nguyễn Văn Thành', ddc: '004', publishedYear: 2003 },
    {
      title: 'Hỏi đáp pháp luật về đất đai năm 2003 và các văn bản hướng dẫn thi hành',
      ddc: '346.59704',
      publishedYear: 2004,
    },
    { title: 'Đất rừng phương Nam', authors: 'Đoàn Giỏi', ddc: '895.922334', publishedYear: 1998 },
  ]
  const { catalogue, copies } = clerk.client
  valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VV' }))
  valueOf(await copies.addVoucher({ number: 'CT-01', receivedOn: '2010-03-01', source: 'purchase' }))
  const ids: number[] = []
  for (const fields of titles) {
    const { id } = valueOf(await catalogue.addTitle(fields))
    const line = { titleId: id, seriesId: 1, siteId: 1, storeId: 1, priceMinor: 45_000 }
    const entered = { voucherId: 1, copies: Array.from({ length: 40 }, () => line) }
    ids.push(...valueOf(await copies.accession(entered)).ids.slice(0, 3))
  }
  await dossier(ids)
})
afterAll(() => test.close())

async function dossier(copyIds: number[]): Promise<void> {
  const { weeding } = clerk.client
  const { id } = valueOf(await weeding.addWeeding({ name: 'Đợt thanh lọc năm 2026', year: 2026 }))
  weedingId = id
  const add = async (ids: number[], ground: 'outdated' | 'damaged' | 'surplus', reason: string) =>
    valueOf(await weeding.addItems({ id, copyIds: ids, ground, reason }))
  await add(copyIds.slice(0, 3), 'outdated', 'xuất bản 2003, lớp 004 dùng 5 năm')
  await add(copyIds.slice(3, 6), 'damaged', 'tình trạng: Hỏng; rách, mất trang')
  await add(copyIds.slice(6), 'surplus', 'có 40 bản cùng tên, giữ lại 37 bản tốt nhất')
  await sign('proposal', '05')
  await sign('list', '')
  await fill('council', {
    members: [
      { name: 'Trần Quang Huy', title: 'Phó Giám đốc Sở', role: 'chair' },
      { name: 'Lê Thị Hồng Vân', title: 'Giám đốc Thư viện tỉnh', role: 'vice' },
      { name: 'Phạm Thị Kim Oanh', title: 'Trưởng phòng Kế hoạch – Tài chính', role: 'member' },
      { name: 'Nguyễn Hoàng Thiên Ân', title: 'Trưởng phòng Nghiệp vụ, Thư viện tỉnh', role: 'secretary' },
    ],
  })
  await sign('council', '41')
  const [struck] = valueOf(await weeding.items({ weedingId: id, sort: 'accession_number' })).rows
  const reason = 'Còn bạn đọc tìm, giữ lại một bản'
  valueOf(await weeding.dropItems({ id, itemIds: [struck?.id ?? 0], reason }))
  const minutes = { startsAt: '8 giờ 00 ngày 20/10/2026', endsAt: '10 giờ 30', votesFor: 4, votesAgainst: 0 }
  await fill('minutes', minutes)
  await sign('minutes', '01')
  const { rev } = valueOf(await weeding.weeding({ id }))
  const decision = { number: '52/QĐ-SVHTTDL', signedOn: '2026-11-02', withdrawnOn: '2026-11-03' }
  valueOf(await weeding.approve({ id, rev, ...decision }))
}
async function fill(kind: PaperKind, content: object): Promise<void> {
  const paper = valueOf(await clerk.client.weeding.weeding({ id: weedingId })).papers.find(
    (each) => each.kind === kind,
  )
  if (!paper) throw new Error(`no ${kind}`)
  const { rev, symbol } = paper
  valueOf(
    await clerk.client.weeding.savePaper({
      id: weedingId,
      kind,
      rev,
      symbol,
      content: { ...paper.content, ...content },
    }),
  )
}
async function sign(kind: 'proposal' | 'list' | 'council' | 'minutes', number: string): Promise<void> {
  const { rev } = valueOf(await clerk.client.weeding.weeding({ id: weedingId }))
  valueOf(
    await clerk.client.weeding.recordPaper({ id: weedingId, rev, kind, number, signedOn: '2026-10-20' }),
  )
}

async function paperOf(kind: PaperKind, format: 'docx' | 'pdf'): Promise<Printed> {
  const { bytes } = await fileFrom(test, clerk, 'weeding.produce', { id: weedingId, kind, format })
  return printed(bytes, format)
}

const law = 'Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019'
const expected: Record<PaperKind, { sizes: string[]; says: string[] }> = {
  proposal: {
    sizes: [upright],
    says: [
      'THƯ VIỆN TỈNH LÂM ĐỒNG',
      'Số: 05/TTr-TVT',
      'Lâm Đồng, ngày 20 tháng 10 năm 2026',
      'TỜ TRÌNH',
      'Về việc đề nghị thanh lọc tài nguyên thông tin năm 2026',
      'Kính gửi: Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng',
      law,
      '9 bản của 3 tên tài liệu, giá trị theo sổ đăng ký là 405.000 đồng',
      'bằng 7,5 % của 120 bản hiện có',
      'tức 12 bản',
      'Bán phế liệu: 9 bản',
      'Lê Thị Hồng Vân',
    ],
  },
  list: {
    sizes: [lying],
    says: [
      'DANH MỤC',
      'VV000001',
      'Tin học căn bản cho mọi người',
      'Cộng: 9 bản',
      '405.000',
      'NGƯỜI LẬP DANH MỤC',
    ],
  },
  council: {
    sizes: [upright],
    says: [
      'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH LÂM ĐỒNG',
      'Số: 41/QĐ',
      'QUYẾT ĐỊNH:',
      'GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH LÂM ĐỒNG',
      'Điều 1. Thành lập Hội đồng thẩm định',
      'Trần Quang Huy',
      'Chủ tịch Hội đồng',
      'Điều 3.',
      'Theo đề nghị của Thư viện tỉnh Lâm Đồng tại Tờ trình số',
    ],
  },
  minutes: {
    sizes: [upright],
    says: [
      'BIÊN BẢN',
      '1. Trần Quang Huy, Phó Giám đốc Sở – Chủ tịch Hội đồng',
      'đối chiếu 9 bản',
      '4 phiếu tán thành, 0 phiếu không tán thành',
      'đề nghị thanh lọc 8 bản',
      'Còn bạn đọc tìm, giữ lại một',
      'Nguyễn Hoàng Thiên Ân',
    ],
  },
  approval: {
    sizes: [upright, lying],
    says: [
      'Số: 52/QĐ-SVHTTDL',
      'Điều 1. Phê duyệt Danh mục',
      '8 bản của 3 tên tài liệu, giá trị theo sổ đăng ký là 360.000 đồng',
      'Căn cứ Biên bản thẩm định số',
      'ít nhất 05 năm',
      'Kèm theo Quyết định số 52/QĐ-SVHTTDL ngày 02 tháng 11 năm 2026',
      'Cộng: 8 bản',
    ],
  },
}

describe.each(Object.keys(expected) as PaperKind[])('the %s', (kind) => {
  it.each(['docx', 'pdf'] as const)('as %s is an official paper with what was decided', async (format) => {
    const paper = await paperOf(kind, format)
    expect([...new Set(paper.pageSizes)]).toEqual(expected[kind].sizes)
    for (const font of paper.fonts) expect(font).toMatch(/Tinos|TimesNewRoman/)
    const text = plain(paper.text)
    for (const words of expected[kind].says) expect(text).toContain(words)
  })
})

it('the list to fetch by goes along the shelves, with a box to tick', async () => {
  const { bytes } = await fileFrom(test, clerk, 'weeding.fetchList', { id: weedingId, format: 'pdf' })
  const text = plain((await printed(bytes, 'pdf')).text)
  for (const words of ['DANH SÁCH LẤY TÀI LIỆU', 'Kho chính', 'VV000002', 'Cộng 8 bản'])
    expect(text).toContain(words)
})
