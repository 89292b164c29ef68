import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { columnIndex, readBookNumber } from '../../shared/registers/rules.ts'
import {
  codeOf,
  openTestEngine,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { pagesOf } from './pages.ts'
import { readBooks } from './reading.ts'

let test: TestEngine
let clerk: Person
let titleId: number

beforeEach(async () => {
  test = await openTestEngine()
  clerk = await test.as('cataloguer')
  titleId = valueOf(await clerk.client.catalogue.addTitle({ title: 'Dế Mèn', addedOn: '2020-01-01' })).id
  valueOf(await clerk.client.copies.addSeries({ name: 'Sách', prefix: 'VN.' }))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const copies = () => clerk.client.copies
const registers = () => clerk.client.registers
const previewOf = async (year: number) => valueOf(await registers().previewClosing({ year }))
const close = async (year: number) => valueOf(await registers().closeYear({ year }))

async function deliver(number: string, receivedOn: string, count: number, more = {}) {
  const voucher = valueOf(await copies().addVoucher({ number, receivedOn, source: 'purchase', ...more }))
  const lines = Array.from({ length: count }, () => ({ titleId, seriesId: 1, siteId: 1, priceMinor: 1000 }))
  const { ids } = valueOf(await copies().accession({ voucherId: voucher.id, copies: lines }))
  valueOf(await copies().completeVoucher({ id: voucher.id, rev: 1 }))
  return ids
}

async function withdraw(copyIds: number[]) {
  const decision = { decisionNumber: '1', decidedOn: '2026-06-01', withdrawnOn: '2026-06-02' }
  return valueOf(await copies().withdraw({ ...decision, copyIds, ground: 'lost', isAboveLimitMeant: true }))
}

async function inYear(year: number) {
  test.clock.nowMs = Date.parse(`${year}-01-10T02:00:00Z`)
  clerk = test.stranger()
  valueOf(await clerk.call('users.signIn', { username: 'user-cataloguer', password: testPassword }))
}

async function thirdPartOf(year: number) {
  const book = valueOf(await registers().books({})).find(
    (each) => each.register === 'stock' && each.year === year,
  )
  const { rows } = valueOf(await registers().lines({ bookId: book?.id ?? 0 }))
  return rows[0]
}

describe('the year after a sealed one', () => {
  it('carries forward what was sealed, and tells apart what was taken back since', async () => {
    const ids = await deliver('1', '2026-05-01', 3)
    const { id, rev } = await withdraw(ids)
    await inYear(2027)
    await close(2026)
    valueOf(await copies().takeBackWithdrawal({ id, rev, reason: 'tìm thấy lại' }))
    expect(await previewOf(2027)).toMatchObject({
      broughtForward: 0,
      adjusted: 3,
      cameIn: 0,
      wentOut: 0,
      held: 3,
    })
    expect(await previewOf(2026)).toMatchObject({ broughtForward: 0, adjusted: 0 })
  })

  it('has sums that agree from closing to closing, whatever was put right in between', async () => {
    const ids = await deliver('1', '2026-05-01', 5)
    await inYear(2027)
    await close(2026)
    valueOf(await copies().cancelCopies({ copyIds: ids.slice(0, 2), reason: 'ghi nhầm' }))
    await deliver('2', '2027-01-05', 4)
    await inYear(2028)
    await close(2027)
    const [before, after] = [await thirdPartOf(2026), await thirdPartOf(2027)]
    const cell = (line: typeof before, key: string) => line?.cells[columnIndex('stock', key)] ?? ''
    expect(cell(after, 'broughtCopies')).toBe(cell(before, 'heldCopies'))
    expect(cell(after, 'adjusted')).toBe('-2')
    const [brought = 0, cameIn = 0, held = 0] = ['broughtCopies', 'cameIn', 'heldCopies'].map(
      (key) => readBookNumber(cell(after, key)) ?? undefined,
    )
    expect(brought - 2 + cameIn).toBe(held)
  })

  it('carries forward the line as it was put right by hand', async () => {
    await deliver('1', '2026-05-01', 3)
    await inYear(2027)
    await close(2026)
    const line = await thirdPartOf(2026)
    const cells = (line?.cells ?? []).with(columnIndex('stock', 'heldCopies'), '7')
    valueOf(await registers().correctLine({ lineId: line?.id ?? 0, cells, reason: 'kiểm kê' }))
    expect(await previewOf(2027)).toMatchObject({ broughtForward: 7, adjusted: -4, held: 3 })
  })

  it('keeps the opening balance as the sealed year counted it', async () => {
    await deliver('1', '2026-05-01', 1)
    await inYear(2027)
    await close(2026)
    const row = { siteId: 1, titles: 10, copies: 50 }
    const set = async (asOf: string) => {
      const { version } = valueOf(await clerk.client.stock.opening({}))
      return clerk.client.stock.setOpening({ asOf, version, rows: [row] })
    }
    for (const asOf of ['2025-01-01', '2026-12-31']) expect(codeOf(await set(asOf))).toBe('year_is_closed')
    expect(codeOf(await set('2027-01-01'))).toBe('ok')
    expect(await previewOf(2027)).toMatchObject({ broughtForward: 1, adjusted: 50, held: 51 })
    await inYear(2028)
    await close(2027)
    expect(codeOf(await set('2028-01-01'))).toBe('year_is_closed')
  })
})

describe('a delivery without a copy', () => {
  const begin = async (receivedOn = '2026-05-01') =>
    valueOf(await copies().addVoucher({ number: 'nhầm', receivedOn, source: 'other' }))

  it('does not keep its year open, nor the next one', async () => {
    await begin()
    await inYear(2027)
    await close(2026)
    await deliver('2', '2027-01-05', 1)
    await inYear(2028)
    await close(2027)
  })

  it('nor does one whose copies were all cancelled', async () => {
    const { id } = await begin()
    const lines = [{ titleId, seriesId: 1, siteId: 1 }]
    const { ids } = valueOf(await copies().accession({ voucherId: id, copies: lines }))
    await inYear(2027)
    expect(codeOf(await registers().closeYear({ year: 2026 }))).toBe('vouchers_open')
    valueOf(await copies().cancelCopies({ copyIds: ids, reason: 'ghi nhầm' }))
    expect(codeOf(await copies().removeVoucher({ id, rev: 1 }))).toBe('voucher_has_copies')
    await close(2026)
  })

  it('can be taken away', async () => {
    const { id } = await begin()
    expect(codeOf(await copies().removeVoucher({ id, rev: 2 }))).toBe('stale')
    valueOf(await copies().removeVoucher({ id, rev: 1 }))
    expect(codeOf(await copies().voucher({ id }))).toBe('voucher_not_found')
    expect((await begin()).number).toBe('nhầm')
  })
})

describe('pages from the middle of a book', () => {
  it('begin with the sums the pages before them end with', async () => {
    const ids = await deliver('1', '2026-05-01', 40)
    const { rev } = valueOf(await copies().copy({ id: ids[3] ?? 0 }))
    valueOf(await copies().updateCopy({ id: ids[3] ?? 0, rev, priceMinor: 12_345_678 }))
    const { db } = test.engine.connection
    const book = (await readBooks(db)).find(({ register }) => register === 'individual')
    if (!book) throw new Error('no book')
    const printed = async (from: number) => {
      const pages = []
      for await (const page of pagesOf(db, book, { from, to: 3 })) pages.push(page)
      return pages
    }
    const all = await printed(1)
    expect(all[2]?.before[columnIndex('individual', 'price')]).toBe(27_000)
    expect(await printed(2)).toEqual(all.slice(1))
  })
})
