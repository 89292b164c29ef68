import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ItemClass } from '../../shared/stocktake/contract.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { makeStocks, openStocktake, scansOf, type Stocks } from '../../test/support/stocks.ts'

let test: TestEngine
let cataloguer: Person
let stocks: Stocks

beforeEach(async () => {
  test = await openTestEngine()
  cataloguer = await test.as('cataloguer')
  stocks = await makeStocks(cataloguer)
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const one = (sql: string) => test.engine.connection.raw.prepare(sql).pluck().get()
const stocktake = () => cataloguer.client.stocktake

/** Later than the opening, as scans are. */
function later(minutes = 1): number {
  test.clock.nowMs += minutes * 60_000
  return test.clock.nowMs - 30_000
}

async function scan(id: number, codes: string[], place = {}) {
  return valueOf(await stocktake().scan({ id, scans: scansOf(codes, place, later()) }))
}

async function inClass(id: number, itemClass: ItemClass): Promise<string[]> {
  const { rows } = valueOf(await stocktake().items({ id, filters: { class: itemClass } }))
  return rows.map(({ accessionNumber, code }) => accessionNumber || code)
}

async function closed(id: number) {
  const job = await finishedJob(cataloguer, 'stocktake.close', { id })
  expect(job.error).toBeNull()
  expect(job.state).toBe('done')
}

describe('the list of what is expected', () => {
  it('holds what the scope means, and nothing else, as it stood at the opening', async () => {
    await stocks.enter(3)
    await stocks.enter(2, stocks.lending)
    await stocks.enter(1, stocks.branch)
    expect((await openStocktake(stocks, { name: 'Tất cả' })).expected).toBe(6)
    expect((await openStocktake(stocks, { name: 'Kho đọc', ...stocks.reading })).expected).toBe(3)
    expect((await openStocktake(stocks, { name: 'Cơ sở', siteId: stocks.branch.siteId })).expected).toBe(1)
    expect((await openStocktake(stocks, { name: 'Lớp 8', ddc: '8' })).expected).toBe(6)
    expect((await openStocktake(stocks, { name: 'Lớp 9', ddc: '9' })).expected).toBe(0)
    expect((await openStocktake(stocks, { name: 'Bản đồ', material: 'map' })).expected).toBe(0)
  })

  it('knows ranges of shelves and call numbers, and call numbers that copies have of their own', async () => {
    for (const shelf of ['A2', 'A10', 'B1', '']) await stocks.enter(1, { shelf })
    expect((await openStocktake(stocks, { name: 'Giá', shelfFrom: 'A1', shelfTo: 'A9' })).expected).toBe(1)
    expect((await openStocktake(stocks, { name: 'Giá A', shelfFrom: 'A1', shelfTo: 'A10' })).expected).toBe(2)
    expect((await openStocktake(stocks, { name: 'Từ B', shelfFrom: 'B' })).expected).toBe(1)
    await stocks.enter(1, { callNumber: '510 TOA' })
    const calls = (callFrom: string, callTo: string) =>
      openStocktake(stocks, { name: `${callFrom}–${callTo}`, callFrom, callTo })
    expect((await calls('895', '895')).expected).toBe(4)
    expect((await calls('500', '599')).expected).toBe(1)
    expect((await calls('', '600')).expected).toBe(1)
    expect((await calls('896', '')).expected).toBe(0)
    const backwards = await stocktake().add({ name: 'Ngược', callFrom: '900', callTo: '800' })
    expect(codeOf(backwards)).toBe('range_wrong')
  })

  it('leaves out withdrawn and cancelled copies, and warns of another stocktake over the same shelf', async () => {
    const ids = await stocks.enter(4)
    valueOf(await cataloguer.client.copies.cancelCopies({ copyIds: [ids[3] ?? 0], reason: 'nhầm' }))
    await openStocktake(stocks, { name: 'Đợt 1', ...stocks.reading })
    const { id } = valueOf(await stocktake().add({ name: 'Đợt 2' }))
    expect(valueOf(await stocktake().previewOpening({ id }))).toEqual({
      expected: 3,
      overlaps: [{ id: 1, name: 'Đợt 1', copies: 3 }],
    })
  })
})

describe('a scan', () => {
  it('tells at once what the copy is, and what it was before', async () => {
    const [here = 0] = await stocks.enter(2)
    const [away = 0] = await stocks.enter(1, stocks.lending)
    const { id } = await openStocktake(stocks, { ...stocks.reading })
    const [found, other, lost] = await scan(id, ['VV000001', 'VV000003', 'XX-1'], stocks.reading)
    expect(found).toMatchObject({ class: 'found', classBefore: 'missing', isTwice: false, copyId: here })
    expect(other).toMatchObject({ class: 'misplaced', classBefore: null, copyId: away })
    expect(other?.belongs.storeName).toBe('Kho mượn')
    expect(lost).toMatchObject({ class: 'unknown', classBefore: null, copyId: null, reading: 'XX-1' })
    const [again] = await scan(id, ['VV000001'], stocks.reading)
    expect(again).toMatchObject({ class: 'found', classBefore: 'found', isTwice: true })
  })

  it('sent again adds nothing, and an echo within a second is no scan', async () => {
    await stocks.enter(1)
    const { id } = await openStocktake(stocks)
    const startMs = later()
    const [first] = scansOf(['VV000001'], {}, startMs)
    if (!first) throw new Error('no scan')
    const send = async (scans: (typeof first)[]) => valueOf(await stocktake().scan({ id, scans }))
    const [answer] = await send([first])
    expect((await send([first]))[0]).toMatchObject({ scanId: answer?.scanId, isTwice: false })
    const echo = { ...first, key: 'echo', at: new Date(startMs + 400).toISOString() }
    expect((await send([echo]))[0]).toMatchObject({ scanId: null, isTwice: true })
    const both = scansOf(['ZZ1', 'ZZ1'], {}, startMs).map((each) => ({ ...each, at: first.at }))
    expect((await send(both)).map(({ scanId }) => scanId === null)).toEqual([false, true])
    expect(one('select count(*) from stocktakeScan')).toBe(2)
  })

  it('spoilt by the keyboard is read as the one copy it can mean, and kept as it came', async () => {
    await stocks.enter(2)
    const { id } = await openStocktake(stocks)
    const answers = await scan(id, ['vv000001', '2', 'VVàààààé', 'ĐĐ999', 'VV000001VV000001'])
    expect(answers.map(({ repair, reading }) => [repair, reading])).toEqual([
      ['caps', 'VV000001'],
      ['number', 'VV000002'],
      ['azerty', 'VV000002'],
      ['none', 'ĐĐ999'],
      ['number', 'VV000001'],
    ])
    const { rows } = valueOf(await stocktake().scans({ id, kind: 'repaired' }))
    expect(rows.map(({ code }) => code)).toEqual(['VVàààààé', 'vv000001'])
    expect(await inClass(id, 'unknown')).toEqual(['ĐĐ999'])
  })

  it('by a number that two series have is left unknown', async () => {
    const [id1 = 0] = await stocks.enter(1)
    const { voucherId } = valueOf(await cataloguer.client.copies.copy({ id: id1 }))
    const { id: seriesId } = valueOf(
      await cataloguer.client.copies.addSeries({ name: 'Bản đồ', prefix: 'BĐ', digits: 6, materials: [] }),
    )
    const copies = [{ titleId: stocks.titleId, seriesId, siteId: 1 }]
    valueOf(await cataloguer.client.copies.accession({ voucherId, copies }))
    const { id } = await openStocktake(stocks)
    const answers = await scan(id, ['1', 'BĐ000001', 'VV1'])
    expect(answers.map((answer) => answer.class)).toEqual(['unknown', 'found', 'found'])
  })

  it('is undone by whoever made it, and what it told is taken back', async () => {
    await stocks.enter(1)
    const { id } = await openStocktake(stocks)
    const desk = await test.as('desk')
    const [first] = await scan(id, ['VV000001'])
    const scanId = first?.scanId ?? 0
    expect(codeOf(await desk.client.stocktake.undoScan({ scanId }))).toBe('not_your_scan')
    expect(valueOf(await stocktake().undoScan({ scanId }))).toMatchObject({
      classBefore: 'found',
      class: 'missing',
      isTwice: false,
    })
    expect(codeOf(await stocktake().undoScan({ scanId }))).toBe('scan_undone')
    const [unknown] = await scan(id, ['??'])
    expect(valueOf(await stocktake().undoScan({ scanId: unknown?.scanId ?? 0 })).class).toBeNull()
  })

  it('is not taken while the stocktake rests', async () => {
    const { id } = await openStocktake(stocks)
    valueOf(await stocktake().pause({ id }))
    expect(codeOf(await stocktake().scan({ id, scans: scansOf(['1']) }))).toBe('not_open')
    valueOf(await stocktake().resume({ id }))
    valueOf(await stocktake().scan({ id, scans: scansOf(['1']) }))
  })
})

describe('what became of a copy', () => {
  it('is told apart: away, moved, withdrawn, new, cancelled, and present against the books', async () => {
    const ids = await stocks.enter(9)
    const { copies } = cataloguer.client
    const [lent, repaired, back, moved, gone, goneHere, , slip] = ids.map((id) => [id])
    valueOf(await copies.setStatus({ copyIds: lent ?? [], status: 'on_loan' }))
    valueOf(await copies.setStatus({ copyIds: repaired ?? [], status: 'in_repair' }))
    valueOf(await copies.setStatus({ copyIds: back ?? [], status: 'in_rotation' }))
    const { id } = await openStocktake(stocks, { ...stocks.reading })
    valueOf(await copies.moveCopies({ copyIds: moved ?? [], ...stocks.lending, movedOn: '2026-11-10' }))
    const decision = { decidedOn: '2026-11-10', withdrawnOn: '2026-11-10', ground: 'damaged' as const }
    const leave = (copyIds: number[], decisionNumber: string) =>
      copies.withdraw({ ...decision, copyIds, decisionNumber, isAboveLimitMeant: true })
    valueOf(await leave(gone ?? [], '1/QĐ'))
    valueOf(await leave(goneHere ?? [], '2/QĐ'))
    valueOf(await copies.cancelCopies({ copyIds: slip ?? [], reason: 'nhầm' }))
    test.clock.nowMs += 24 * 3_600_000
    valueOf(await cataloguer.client.users.signIn({ username: 'user-cataloguer', password: testPassword }))
    await stocks.enter(1)
    await scan(id, ['VV000003', 'VV000006', 'VV000007', 'VV000008', 'VV000010'], stocks.reading)
    for (const [itemClass, numbers] of [
      ['on_loan', ['VV000001']],
      ['in_repair', ['VV000002']],
      ['away_present', ['VV000003']],
      ['moved_since', ['VV000004']],
      ['withdrawn_since', ['VV000005']],
      ['withdrawn_present', ['VV000006']],
      ['found', ['VV000007']],
      ['cancelled_present', ['VV000008']],
      ['missing', ['VV000009']],
      ['new_since', ['VV000010']],
    ] as const)
      expect(await inClass(id, itemClass), itemClass).toEqual(numbers)
    const { rows } = valueOf(await stocktake().items({ id, filters: { class: 'withdrawn_present' } }))
    expect(rows[0]).toMatchObject({ decisionNumber: '2/QĐ', goneOn: '2026-11-10' })
  })

  it('is never said of what lies outside of the scope', async () => {
    await stocks.enter(1)
    await stocks.enter(2, stocks.lending)
    const { id } = await openStocktake(stocks, { ...stocks.reading })
    await scan(id, ['VV000001'], stocks.reading)
    await closed(id)
    const settled = await finishedJob(cataloguer, 'stocktake.settle', { id, act: 'mark_missing' })
    expect(settled.output).toEqual({ copies: 0, skipped: 0 })
    expect(one(`select count(*) from copy where status = 'missing'`)).toBe(0)
  })

  it('counts by place, by person and by class', async () => {
    await stocks.enter(2)
    await stocks.enter(1, stocks.lending)
    const { id } = await openStocktake(stocks)
    await scan(id, ['VV000001', 'VV000001', 'VV000002', 'lạ'], stocks.reading)
    const progress = valueOf(await stocktake().progress({ id }))
    expect(progress.classes).toEqual({ found: 2, missing: 1, unknown: 1 })
    expect(progress.scans).toEqual({ scans: 4, twice: 1, undone: 0, repaired: 0 })
    expect(progress.places.map(({ storeName, classes }) => [storeName, classes])).toEqual([
      ['Kho đọc', { found: 2, unknown: 1 }],
      ['Kho mượn', { missing: 1 }],
    ])
    expect(progress.people).toMatchObject([{ name: 'Người cataloguer', scans: 4 }])
    const { rows } = valueOf(await stocktake().scans({ id }))
    expect(rows.map((row) => row.class)).toEqual(['unknown', 'found', 'twice', 'found'])
  })
})

describe('closing', () => {
  it('writes the classes down for good, brings back what was lost, and seals the scans', async () => {
    const ids = await stocks.enter(3)
    const { copies } = cataloguer.client
    valueOf(await copies.setStatus({ copyIds: ids.slice(0, 1), status: 'missing' }))
    const { id } = await openStocktake(stocks)
    await scan(id, ['VV000001', 'mã lạ'])
    expect(valueOf(await stocktake().previewClosing({ id }))).toMatchObject({
      classes: { found: 1, missing: 2, unknown: 1 },
      comeBack: 1,
    })
    await closed(id)
    const session = valueOf(await stocktake().stocktake({ id }))
    expect(session).toMatchObject({ state: 'closed', closedOn: '2026-11-10' })
    expect(session.tallies?.classes).toEqual({ found: 1, missing: 2, unknown: 1 })
    expect(valueOf(await copies.copy({ id: ids[0] ?? 0 })).status).toBe('available')
    expect(one('select scansHash from stocktake')).toMatch(/^[0-9a-f]{64}$/)
    expect(await inClass(id, 'missing')).toEqual(['VV000002', 'VV000003'])
    expect(codeOf(await stocktake().scan({ id, scans: scansOf(['1']) }))).toBe('not_open')
    expect(valueOf(await stocktake().progress({ id })).classes).toEqual({ found: 1, missing: 2, unknown: 1 })
  })

  it('can be taken back until the minutes are signed; a second closing keeps the ids of its rows', async () => {
    await stocks.enter(2)
    const { id } = await openStocktake(stocks)
    await scan(id, ['mã lạ', 'VV000001'])
    await closed(id)
    const idsBefore = one(`select group_concat(id) from stocktakeItem`)
    valueOf(await stocktake().reopen({ id }))
    expect(await inClass(id, 'missing')).toEqual(['VV000002'])
    await scan(id, ['VV000002'])
    await closed(id)
    expect(one(`select group_concat(id) from stocktakeItem`)).toBe(idsBefore)
    expect(valueOf(await stocktake().stocktake({ id })).tallies?.classes).toEqual({ found: 2, unknown: 1 })
    const { minutesNumber, signedOn } = valueOf(
      await stocktake().sign({ id, minutesNumber: '05', signedOn: '2026-11-10' }),
    )
    expect([minutesNumber, signedOn]).toEqual(['05', '2026-11-10'])
    expect(codeOf(await stocktake().reopen({ id }))).toBe('already_signed')
  })

  it('knows a code that was entered in the meantime', async () => {
    await stocks.enter(1)
    const { id } = await openStocktake(stocks)
    await scan(id, ['VV000002'])
    expect(await inClass(id, 'unknown')).toEqual(['VV000002'])
    await stocks.enter(1)
    await closed(id)
    expect(await inClass(id, 'unknown')).toEqual([])
    expect(await inClass(id, 'new_since')).toEqual(['VV000002'])
  })

  it('leaves the copies alone until it is told; marks the missing ones, and gives back what it took', async () => {
    const ids = await stocks.enter(3)
    const { copies } = cataloguer.client
    const { id } = await openStocktake(stocks)
    await scan(id, ['VV000001'])
    await closed(id)
    expect(one(`select count(*) from copy where status = 'missing'`)).toBe(0)
    const items = valueOf(await stocktake().items({ id })).rows
    const some = { id, act: 'mark_missing', itemIds: [items[0]?.id] }
    expect((await finishedJob(cataloguer, 'stocktake.settle', some)).output).toEqual({
      copies: 1,
      skipped: 0,
    })
    valueOf(await copies.setStatus({ copyIds: ids.slice(2), status: 'on_loan' }))
    const rest = { id, act: 'mark_missing' }
    expect((await finishedJob(cataloguer, 'stocktake.settle', rest)).output).toEqual({
      copies: 0,
      skipped: 1,
    })
    expect(valueOf(await stocktake().items({ id, filters: { isSettled: true } })).total.count).toBe(1)
    const unsettle = async (what: object) =>
      (await finishedJob(cataloguer, 'stocktake.unsettle', { id, ...what })).output
    // What another run settled, or another act, is none of this one's.
    expect(await unsettle({ settledBy: 999 })).toEqual({ copies: 0 })
    expect(await unsettle({ act: 'move' })).toEqual({ copies: 0 })
    expect(await unsettle({})).toEqual({ copies: 1 })
    expect(one(`select group_concat(status) from copy`)).toBe('available,available,on_loan')
  })

  it('moves misplaced copies where they were seen, with their past kept, and back again', async () => {
    await stocks.enter(1)
    const [stray = 0] = await stocks.enter(1, stocks.lending)
    const { id } = await openStocktake(stocks, { ...stocks.reading })
    await scan(id, ['VV000002'], { ...stocks.reading, shelf: 'A1' })
    await closed(id)
    const moved = await finishedJob(cataloguer, 'stocktake.settle', { id, act: 'move' })
    expect(moved.output).toEqual({ copies: 1, skipped: 0 })
    const { copies } = cataloguer.client
    expect(valueOf(await copies.copy({ id: stray }))).toMatchObject({ ...stocks.reading, shelf: 'A1' })
    expect(valueOf(await copies.pastOf({ copyId: stray }))).toMatchObject([{ storeName: 'Kho mượn' }])
    await finishedJob(cataloguer, 'stocktake.unsettle', { id })
    expect(valueOf(await copies.copy({ id: stray }))).toMatchObject({ ...stocks.lending, shelf: '' })
    expect(valueOf(await copies.pastOf({ copyId: stray }))).toEqual([])
  })

  it('feeds the indicators by the day it was closed, and a write-off by its decision', async () => {
    const ids = await stocks.enter(3)
    await stocks.enter(1, stocks.lending)
    const { id } = await openStocktake(stocks, { ...stocks.reading })
    await scan(id, ['VV000001', 'VV000004', 'lạ'], stocks.reading)
    await closed(id)
    valueOf(
      await cataloguer.client.copies.withdraw({
        copyIds: ids.slice(1, 2),
        decisionNumber: '9/QĐ',
        decidedOn: '2026-11-10',
        withdrawnOn: '2026-11-10',
        ground: 'lost',
        isAboveLimitMeant: true,
      }),
    )
    const valuesIn = async (quarter: number) =>
      Object.fromEntries(
        valueOf(await cataloguer.client.indicators.list({ period: `2026-Q${quarter}` })).values.map(
          (value) => [value.code, value.value],
        ),
      )
    expect(await valuesIn(4)).toMatchObject({ 'M2b.19a': 1, 'M2b.19b': 2, 'M2b.19c': 1, 'M2b.05a': 1 })
    // No stocktake was held in that quarter, so nobody knows what was missing.
    expect(await valuesIn(3)).toMatchObject({ 'M2b.19a': null, 'M2b.19b': null, 'M2b.19c': null })
    const figure = valueOf(await cataloguer.client.indicators.explain({ code: 'M2b.19b', period: '2026-Q4' }))
    expect(figure.rows.map(({ detail }) => detail)).toEqual([
      'VV000002, Kiểm kê 2026',
      'VV000003, Kiểm kê 2026',
    ])
    const { rows } = valueOf(await stocktake().items({ id }))
    expect(rows.map(({ decisionNumber }) => decisionNumber)).toEqual(['9/QĐ', ''])
    const item = valueOf(await stocktake().item({ id: figure.rows[0]?.rowId ?? 0 }))
    expect(item).toMatchObject({
      accessionNumber: 'VV000002',
      stocktakeName: 'Kiểm kê 2026',
      class: 'missing',
    })
  })
})
