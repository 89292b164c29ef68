import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileTicket } from '../../shared/door.ts'
import { createExchange } from '../host/exchange.ts'
import type { OfficialDocument, Table } from '../documents/index.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { makeStocks, openStocktake, scansOf, type Stocks } from '../../test/support/stocks.ts'

let test: TestEngine
let cataloguer: Person
let stocks: Stocks
let id: number

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  cataloguer = await test.as('cataloguer')
  stocks = await makeStocks(cataloguer)
  await stocks.enter(3)
  await stocks.enter(2, stocks.lending)
  const members = [{ name: 'Trần Thị Thanh Hương', position: 'Phó Giám đốc', duty: 'chair' as const }]
  ;({ id } = await openStocktake(stocks, {
    ...stocks.reading,
    members,
    basis: 'Căn cứ Quyết định số 12/QĐ-TVT',
  }))
  test.clock.nowMs += 60_000
  const scans = scansOf(['VV000001', 'VV000004', 'mã lạ'], stocks.reading, test.clock.nowMs - 30_000)
  valueOf(await cataloguer.client.stocktake.scan({ id, scans }))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const close = () => finishedJob(cataloguer, 'stocktake.close', { id, minutesNumber: '07' })
function paper(): OfficialDocument {
  const { raw } = test.engine.connection
  return JSON.parse(String(raw.prepare('select paper from stocktake').pluck().get())) as OfficialDocument
}
async function produced(format: 'docx' | 'pdf'): Promise<Buffer> {
  const { output } = await finishedJob(cataloguer, 'stocktake.produce', { id, format })
  const { file } = output as { file: FileTicket }
  return readFileSync(createExchange(test.engine.dataDir).pathOf(file.token) ?? '')
}
const tablesOf = ({ blocks }: OfficialDocument) =>
  blocks.filter((block): block is Table => block.type === 'table')
const figuresOf = ({ rows }: Table) =>
  rows.map((row) =>
    row.type === 'group' ? row.label : [row.values['name'], row.values['count'] ?? row.values['total']],
  )

describe('the minutes', () => {
  it('say the same as the lists, by class and by place', async () => {
    await close()
    const [members, classes, places, others] = tablesOf(paper())
    expect(members?.rows).toHaveLength(1)
    expect(classes && figuresOf(classes)).toEqual([
      'A. Bản phải kiểm kê theo sổ',
      ['Đúng chỗ', 1],
      ['Thiếu', 2],
      ['Cộng A (bằng số bản phải kiểm kê)', 3],
      'B. Thấy thêm ngoài danh sách phải kiểm kê',
      ['Xếp nhầm chỗ', 1],
      ['Mã lạ', 1],
      ['Cộng B', 2],
    ])
    expect(places && figuresOf(places)).toEqual([
      ['Thư viện thử nghiệm – Kho đọc', 3],
      ['Cộng', 3],
    ])
    expect(others && figuresOf(others).at(-1)).toEqual(['Cộng', 2])
    const annexes = paper().annexes?.map(({ title, blocks: [table] }) => [
      title,
      table?.type === 'table' ? table.rows.length - 1 : 0,
    ])
    expect(annexes).toEqual([
      ['Danh sách: Thiếu', 2],
      ['Danh sách: Xếp nhầm chỗ', 1],
      ['Danh sách: Mã lạ', 1],
    ])
    expect(JSON.stringify(paper())).toContain('Trần Thị Thanh Hương')
  })

  it('are frozen at the closing: what is printed later is the same, whatever has changed', async () => {
    expect((await close()).state).toBe('done')
    const first = JSON.stringify(paper())
    const { client } = cataloguer
    valueOf(await client.copies.updateStore({ id: stocks.reading.storeId, rev: 1, name: 'Kho khác hẳn' }))
    valueOf(await client.copies.setStatus({ copyIds: [2], status: 'on_loan' }))
    expect(JSON.stringify(paper())).toBe(first)
    expect((await produced('docx')).subarray(0, 2).toString()).toBe('PK')
    expect((await produced('pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    valueOf(await client.stocktake.sign({ id, minutesNumber: '', signedOn: '2026-11-10' }))
    expect(JSON.stringify(paper())).toBe(first)
  })

  it('can be seen before, and say that they are a draft', async () => {
    expect((await produced('pdf')).length).toBeGreaterThan(1000)
    const { raw } = test.engine.connection
    expect(raw.prepare('select paper from stocktake').pluck().get()).toBeNull()
  })

  it('keep names out of the journal', async () => {
    await close()
    const { raw } = test.engine.connection
    const rows = raw
      .prepare(`select before || after from journalRow where tableName = 'stocktake'`)
      .pluck()
      .all()
    expect(rows.join('\n')).not.toContain('Thanh Hương')
    expect(rows.length).toBeGreaterThan(0)
  })
})
