import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readyProfile, type ImportRun } from '../../shared/interchange/contract.ts'
import { encodeText } from '../../shared/legacy/rules.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  writeTestFile,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { stageFile, writeRun } from '../../test/support/import-runs.ts'
import { createExchange } from '../host/exchange.ts'

let test: TestEngine
let cataloguer: Person

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  cataloguer = await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const register = readyProfile('excel_register', 'Sổ đăng ký')
const head = 'Số ĐKCB;Nhan đề;Tác giả;Nhà xuất bản;Năm XB;Giá tiền;Ngày vào sổ'
const books = [
  ['KD000101', 'Đất rừng phương Nam', 'Đoàn Giỏi', 'Kim Đồng', '2018', '45.000', '05/03/2019'],
  ['KD000102', 'Đất rừng phương Nam', 'Đoàn Giỏi', 'Kim Đồng', '2018', '45.000', '05/03/2019'],
  ['KD000103', 'Những người khốn khổ', 'Huy-gô, Vích-to', 'Văn học', '2001', '120.000', '06/03/2019'],
  ['KD000104', 'Vợ nhặt và những truyện ngắn khác', 'Kim Lân', 'Hội Nhà văn', '2015', '38.500', '07/03/2019'],
  ['KD000105', 'Tuyển tập thơ tình thế kỷ hai mươi', 'Nhiều tác giả', 'Văn hoá', '1999', '', '07/03/2019'],
  ['KD000106', 'Nghệ thuật đờn ca tài tử', 'Trần Văn Khê', 'Trẻ', '2013', '99.000', '08/03/2019'],
  ['KD000107', 'Truyền thuyết về người mở cõi', 'Nguyễn Hữu Hiếu', 'Trẻ', '2007', '52.000', '08/03/2019'],
]
const sheet = (rows = books) => `${[head, ...rows.map((row) => row.join(';'))].join('\r\n')}\r\n`

async function titles(): Promise<string[]> {
  const { rows } = valueOf(await cataloguer.client.catalogue.search({ sort: 'title' }))
  return rows.map(({ title }) => title)
}

async function written(bytes: Uint8Array): Promise<ImportRun> {
  return writeRun(cataloguer, await stageFile(test, cataloguer, bytes, { profile: register }))
}

const wanted = [...new Set(books.map(([, title = '']) => title))].toSorted(new Intl.Collator('vi').compare)

it('makes titles with their copies of a register that has a row for each copy', async () => {
  const run = await written(Buffer.from(sheet()))
  expect(run).toMatchObject({ encoding: 'utf8', written: { created: 6, copies: 7 } })
  expect(await titles()).toEqual(wanted)
  const [copy] = valueOf(await cataloguer.client.copies.byCode({ code: 'KD000102' }))
  expect(copy).toMatchObject({
    title: 'Đất rừng phương Nam',
    priceMinor: 45_000,
    accessionedOn: '2019-03-05',
  })
})

it.each(['tcvn3', 'vni', 'viscii', 'vps', 'windows1258'] as const)(
  'reads the same register in %s',
  async (encoding) => {
    const run = await written(encodeText(sheet(), encoding))
    expect(run.encoding).toBe(encoding)
    expect(await titles()).toEqual(wanted)
  },
)

it('reads a sheet whose columns are in different letters', async () => {
  const rows = books.map(([number = '', title = '', author = '', publisher = '', ...rest]) =>
    [
      Buffer.from(number),
      Buffer.from(encodeText(title, 'tcvn3')),
      Buffer.from(encodeText(author, 'vni')),
      Buffer.from(encodeText(publisher, 'tcvn3')),
      ...rest.map((cell) => Buffer.from(cell)),
    ].flatMap((cell, at) => (at === 0 ? [cell] : [Buffer.from(';'), cell])),
  )
  const bytes = Buffer.concat([
    Buffer.from('So DKCB;Nhan de;Tac gia;Nha xuat ban;Nam XB;Gia tien;Ngay vao so\n'),
    ...rows.flatMap((cells) => [...cells, Buffer.from('\n')]),
  ])
  await written(bytes)
  expect(await titles()).toEqual(wanted)
  const found = valueOf(await cataloguer.client.catalogue.search({ text: 'Đoàn Giỏi' }))
  expect(found.rows.map(({ authors }) => authors)).toEqual(['Đoàn Giỏi'])
})

it('says of a table, before it is read, in what letters it is and what its columns are', async () => {
  const path = writeTestFile('so.csv', encodeText(sheet(), 'tcvn3'))
  const files = [await createExchange(test.engine.dataDir).admit(path)]
  const { output } = await finishedJob(cataloguer, 'interchange.look', { files })
  expect(output).toMatchObject({
    files: [{ kind: 'csv' }],
    encoding: { guessed: 'tcvn3' },
    columns: [
      { target: 'accessionNumber' },
      { target: 'title' },
      { target: 'authors' },
      { target: 'publisher' },
      { target: 'publishedYear' },
      { target: 'price' },
      { target: 'accessionedOn' },
    ],
  })
})

it('leaves the rows out that name nothing, and says which', async () => {
  const broken = [...books, ['KD000108', '', 'Ai đó', 'Trẻ', '2001', '1.000', '08/03/2019']]
  const run = await stageFile(test, cataloguer, Buffer.from(sheet(broken)), { profile: register })
  expect(run.counts.byVerdict).toEqual({ new: 6, invalid: 1 })
  const { rows } = valueOf(
    await cataloguer.client.interchange.records({ runId: run.id, verdicts: ['invalid'] }),
  )
  expect(rows[0]).toMatchObject({ at: 9, problems: [{ code: 'title_missing' }, {}] })
})

it('sets the sums of a register aside, whatever kind of file it is in', async () => {
  const rows = [...books, ['', 'Tổng cộng', '', '', '', '399.500', '7']]
  const workbook = { sheets: [{ name: 'Sổ', rows: [head.split(';'), ...rows] }] }
  for (const bytes of [Buffer.from(sheet(rows)), await writeXlsx(workbook), await writeOds(workbook)]) {
    const run = await stageFile(test, cataloguer, bytes, { profile: register })
    expect(run.counts.byVerdict).toEqual({ new: 6, invalid: 1 })
    const invalid = { runId: run.id, verdicts: ['invalid' as const] }
    const [line] = valueOf(await cataloguer.client.interchange.records(invalid)).rows
    expect(line).toMatchObject({ at: 9, copies: 0, problems: [{ code: 'row_is_sum' }] })
    expect(line?.label).toBe('Tổng cộng · 399.500 · 7')
  }
})

it('reads what it can of several files, and says of the others why not', async () => {
  const place = createExchange(test.engine.dataDir)
  const files = await Promise.all(
    [
      writeTestFile('sổ.csv', sheet()),
      writeTestFile('ảnh.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])),
    ].map((path) => place.admit(path)),
  )
  const input = { files, profile: register, effectiveOn: '2026-10-01' }
  const { output } = await finishedJob(cataloguer, 'interchange.stage', input)
  const { runId } = output as { runId: number }
  const run = valueOf(await cataloguer.client.interchange.run({ id: runId }))
  expect(run).toMatchObject({
    files: [{ kind: 'csv' }, { kind: 'unknown' }],
    counts: { byVerdict: { new: 6, unread: 1 } },
  })
  const { rows } = valueOf(await cataloguer.client.interchange.records({ runId, verdicts: ['unread'] }))
  expect(rows[0]?.problems).toEqual([{ code: 'unknown_format', detail: 'ảnh.png' }])
})
