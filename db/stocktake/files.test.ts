import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileTicket } from '../../shared/door.ts'
import { crc32 } from '../../shared/stocktake/scan-file.ts'
import { createExchange } from '../host/exchange.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { handedIn, makeStocks, openStocktake, satelliteText, type Stocks } from '../../test/support/stocks.ts'

let test: TestEngine
let cataloguer: Person
let stocks: Stocks
let id: number
let uuid: string
const at = '2026-11-10T01:00:00.000Z'

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  cataloguer = await test.as('cataloguer')
  stocks = await makeStocks(cataloguer)
  await stocks.enter(4)
  ;({ id, uuid } = await openStocktake(stocks))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const one = (sql: string) => test.engine.connection.raw.prepare(sql).pluck().get()
const scans = () => one('select count(*) from stocktakeScan where undoneAt is null')
const hand = (text: string, name = 'quet.txt') => handedIn(test.engine.dataDir, name, text)

async function merge(file: FileTicket, more: object = {}) {
  const job = await finishedJob(cataloguer, 'stocktake.mergeFile', { id, file, ...more })
  return job.error ? job.error.code : (job.output as Record<string, unknown>)
}

describe('a file of a scanner', () => {
  it('is taken in once, with what it says of each line', async () => {
    const text = 'VV000001\nVV000002\nvv000003\nlạ 1\nVV000002\n'
    expect(await merge(await hand(text), stocks.reading)).toMatchObject({
      lines: 5,
      added: 5,
      known: 0,
      unknown: 1,
      repaired: 1,
    })
    expect(await merge(await hand(text.replaceAll('\n', '\r\n')))).toMatchObject({
      sourceId: null,
      added: 0,
      known: 5,
    })
    expect(await merge(await hand(`${text}VV000004\n`))).toMatchObject({ added: 1, known: 5 })
    expect(scans()).toBe(6)
    const sources = valueOf(await cataloguer.client.stocktake.sources({ id }))
    expect(sources).toMatchObject([{ added: 1 }, { fileName: 'quet.txt', by: 'Người cataloguer', added: 5 }])
  })

  it('with times has no echoes, and none of its lines twice', async () => {
    const text = [
      'VV000001;10/11/2026 08:00:00',
      'VV000001;10/11/2026 08:00:00',
      'VV000001;10/11/2026 08:00:05',
    ].join('\n')
    expect(await merge(await hand(text))).toMatchObject({ lines: 3, added: 2, doubles: 1 })
    const { rows } = valueOf(await cataloguer.client.stocktake.scans({ id }))
    expect(rows.map((row) => [row.class, row.at])).toEqual([
      ['twice', '2026-11-10T01:00:05.000Z'],
      ['found', '2026-11-10T01:00:00.000Z'],
    ])
  })

  it('can be taken out, and put in anew', async () => {
    const first = (await merge(await hand('VV000001\n'))) as { sourceId: number }
    const { sourceId } = first
    expect(valueOf(await cataloguer.client.stocktake.takeOutSource({ sourceId }))).toEqual({ scans: 1 })
    expect(scans()).toBe(0)
    expect(await merge(await hand('VV000001\n'))).toMatchObject({ added: 1 })
  })

  it('of another encoding is read, one of another kind refused', async () => {
    const utf16 = Buffer.from('\u{FEFF}VV000001\r\nVV000002\r\n', 'utf16le')
    const file = await createExchange(test.engine.dataDir).offer('quet.txt', utf16)
    expect(await merge(file)).toMatchObject({ added: 2, unknown: 0 })
    expect(await merge(await hand('PK\u0003\u0004', 'sach.xlsx'))).toBe('file_unreadable')
    expect(await merge(await hand(' \n'))).toBe('file_empty')
    expect(await merge({ ...(await hand('x')), token: 'a'.repeat(24) })).toBe('file_gone')
  })
})

describe('a file of a satellite page', () => {
  const satellite = (parts: Parameters<typeof satelliteText>[1], of = uuid) =>
    hand(satelliteText(of, parts), 'may.json')

  it('is merged as it grows, and takes back what was taken back there', async () => {
    const morning = {
      label: 'Tổ 2',
      scans: [
        [1, at, 'VV000001', 1, null, 'A1'],
        [2, at, 'VV000002', 1, null, 'A1'],
      ],
    } satisfies Parameters<typeof satelliteText>[1]
    expect(await merge(await satellite(morning))).toMatchObject({ added: 2, undone: 0 })
    expect(await merge(await satellite(morning))).toMatchObject({ sourceId: null, added: 0, known: 2 })
    const evening = {
      ...morning,
      scans: [morning.scans[0] ?? [1, at, '', null, null, ''], [3, at, 'VV000003', 99, null, '']],
      undone: [2],
    } satisfies Parameters<typeof satelliteText>[1]
    expect(await merge(await satellite(evening))).toMatchObject({ added: 1, known: 1, undone: 1 })
    const { rows } = valueOf(await cataloguer.client.stocktake.scans({ id }))
    expect(rows.map((row) => [row.code, row.class, row.source, row.place.shelf])).toEqual([
      ['VV000003', 'found', 'Tổ 2', ''],
      ['VV000002', 'undone', 'Tổ 2', 'A1'],
      ['VV000001', 'found', 'Tổ 2', 'A1'],
    ])
  })

  it('of another stocktake says of which, and is taken over only on purpose', async () => {
    const other = valueOf(await cataloguer.client.stocktake.add({ name: 'Đợt khác' }))
    const parts = { scans: [[1, at, 'VV000001', null, null, '']] } satisfies Parameters<
      typeof satelliteText
    >[1]
    const job = await finishedJob(cataloguer, 'stocktake.mergeFile', {
      id,
      file: await satellite(parts, other.uuid),
    })
    expect(job.error).toMatchObject({ code: 'other_stocktake', details: { other: 'Đợt khác', id: other.id } })
    expect(await merge(await satellite(parts, 'của máy khác'))).toBe('other_stocktake')
    expect(scans()).toBe(0)
    const taken = await merge(await satellite(parts, other.uuid), { isTakenOver: true })
    expect(taken).toMatchObject({ added: 1 })
    const [source] = valueOf(await cataloguer.client.stocktake.sources({ id }))
    expect(source?.takenFrom).toBe('Đợt khác')
  })

  it('that was cut off or changed is refused', async () => {
    const text = satelliteText(uuid, { scans: [[1, at, 'VV000001', null, null, '']] })
    expect(await merge(await hand(text.slice(0, -20)))).toBe('file_damaged')
    expect(await merge(await hand(text.replace('VV000001', 'VV000002')))).toBe('file_damaged')
    expect(scans()).toBe(0)
  })
})

describe('a satellite page', () => {
  async function written(hasCodes: boolean) {
    const job = await finishedJob(cataloguer, 'stocktake.satellitePage', { id, hasCodes })
    const { file, codes } = job.output as { file: FileTicket; codes: number }
    const html = readFileSync(createExchange(test.engine.dataDir).pathOf(file.token) ?? '', 'utf8')
    return { file, codes, html }
  }

  it('carries the stocktake, its scope and their sum, and nobody’s name', async () => {
    const member = { name: 'Nguyễn Thị Bí Mật', position: '', duty: 'chair' as const }
    const session = valueOf(await cataloguer.client.stocktake.stocktake({ id }))
    const fields = { ...session, name: 'Kho </script> đọc', members: [member] }
    valueOf(await cataloguer.client.stocktake.update(fields))
    const { file, html, codes } = await written(false)
    expect(file.name).toBe('quet-kho-script-doc.html')
    expect(codes).toBe(0)
    expect(html).not.toContain('Bí Mật')
    expect(html).not.toContain('VV000001')
    expect(html).not.toContain('Dế Mèn')
    expect(html).not.toMatch(/https?:/)
    const data = JSON.parse(/var given = (\{.*\})\n/.exec(html)?.[1] ?? '') as Record<string, string>
    expect(data).toMatchObject({ stocktake: uuid, name: 'Kho </script> đọc', scope: 'Toàn bộ vốn tài liệu' })
    expect(data['checksum']).toBe(crc32(JSON.stringify([uuid, data['name'], data['scope'], []])))
    expect(html.match(/<\/script>/g)).toHaveLength(1)
  })

  it('has the codes that are expected only where somebody asks for them', async () => {
    const { html, codes } = await written(true)
    expect(codes).toBe(4)
    expect(html).toContain('"VV000004"')
    expect(html).not.toContain('Dế Mèn')
  })
})
