import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { columnIndex } from '../../shared/registers/rules.ts'
import type { RegisterKind } from '../../shared/registers/contract.ts'
import { codeOf, openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import { hashOf } from './closing.ts'

let test: TestEngine
let clerk: Person
let titleId: number

beforeEach(async () => {
  test = await openTestEngine()
  clerk = await test.as('cataloguer')
  titleId = valueOf(
    await clerk.client.catalogue.addTitle({
      title: 'Dế Mèn phiêu lưu ký',
      authors: 'Tô Hoài',
      place: 'H.',
      publisher: 'Kim Đồng',
      publishedYear: 2019,
    }),
  ).id
  valueOf(await clerk.client.copies.addSeries({ name: 'Sách', prefix: 'VN.' }))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const copies = () => clerk.client.copies
const registers = () => clerk.client.registers

async function deliver(number: string, receivedOn: string, prices: (number | null)[], more = {}) {
  const voucher = valueOf(
    await copies().addVoucher({ number, receivedOn, source: 'purchase', supplier: 'FAHASA', ...more }),
  )
  const { ids } = valueOf(
    await copies().accession({
      voucherId: voucher.id,
      copies: prices.map((priceMinor) => ({ titleId, seriesId: 1, siteId: 1, storeId: 1, priceMinor })),
    }),
  )
  return { id: voucher.id, ids }
}

const complete = async (id: number) => valueOf(await copies().completeVoucher({ id, rev: 1 }))
const withdraw = (copyIds: number[], more = {}) =>
  copies().withdraw({
    copyIds,
    decisionNumber: '12/QĐ-TV',
    decidedOn: '2026-10-01',
    withdrawnOn: '2026-10-05',
    ground: 'damaged',
    isAboveLimitMeant: true,
    ...more,
  })

async function bookOf(register: RegisterKind, year = 2026) {
  const book = valueOf(await registers().books({})).find(
    (each) => each.register === register && each.year === year,
  )
  if (!book) throw new Error(`no book ${register} ${year}`)
  return book
}

async function linesOf(register: RegisterKind, year = 2026) {
  const { id } = await bookOf(register, year)
  return valueOf(await registers().lines({ bookId: id, limit: 200 })).rows
}

async function cellsOf(register: RegisterKind, key: string, year = 2026) {
  return (await linesOf(register, year)).map((line) => line.cells[columnIndex(register, key)])
}

describe('the individual register', () => {
  it('has a line for each copy, in its customary columns', async () => {
    await deliver('CT-01', '2026-03-01', [12_000])
    const [line] = await linesOf('individual')
    expect(line).toMatchObject({ number: 1, page: 1, kind: 'entry', corrects: null, writtenOn: '2026-11-10' })
    expect(line?.cells).toEqual([
      '01/03/2026',
      'VN.000001',
      'Tô Hoài. Dế Mèn phiêu lưu ký',
      'H. : Kim Đồng',
      '2019',
      '12.000',
      'CT-01',
      'Kho chính',
      '',
      '',
    ])
  })

  it('keeps its line when the title is changed later', async () => {
    await deliver('CT-01', '2026-03-01', [null])
    const { rev } = valueOf(await clerk.client.catalogue.title({ id: titleId }))
    valueOf(await clerk.client.catalogue.updateTitle({ id: titleId, rev, title: 'Tên khác hẳn' }))
    expect(await cellsOf('individual', 'title')).toEqual(['Tô Hoài. Dế Mèn phiêu lưu ký'])
  })

  it('puts a price and a volume right in red, and says nothing of a shelf', async () => {
    await deliver('CT-01', '2026-03-01', [12_000])
    valueOf(await copies().updateCopy({ id: 1, rev: 1, priceMinor: 21_000, enumeration: 'Tập 2' }))
    valueOf(
      await copies().updateCopy({ id: 1, rev: 2, priceMinor: 21_000, enumeration: 'Tập 3', shelf: 'K1' }),
    )
    valueOf(
      await copies().updateCopy({ id: 1, rev: 3, priceMinor: 21_000, enumeration: 'Tập 3', shelf: 'K2' }),
    )
    const lines = await linesOf('individual')
    expect(lines.map(({ corrects, correctedBy }) => [corrects, correctedBy])).toEqual([
      [null, 2],
      [1, 3],
      [2, null],
    ])
    expect(await cellsOf('individual', 'price')).toEqual(['12.000', '21.000', '21.000'])
    expect((await cellsOf('individual', 'title')).slice(1)).toEqual([
      'Tô Hoài. Dế Mèn phiêu lưu ký. Tập 2',
      'Tô Hoài. Dế Mèn phiêu lưu ký. Tập 3',
    ])
    expect((await cellsOf('individual', 'remark'))[1]).toBe('Đính chính dòng 1: sửa thông tin bản')
  })

  it('says in red that a copy was entered by mistake, and counts it no more', async () => {
    const { id } = await deliver('CT-01', '2026-03-01', [12_000, null])
    await complete(id)
    valueOf(await copies().cancelCopies({ copyIds: [1, 2], reason: 'nhập nhầm kho' }))
    expect(await cellsOf('individual', 'remark')).toEqual([
      '',
      '',
      'Đính chính dòng 1: hủy dòng vì ghi nhầm (nhập nhầm kho)',
      'Đính chính dòng 2: hủy dòng vì ghi nhầm (nhập nhầm kho)',
    ])
    expect((await cellsOf('individual', 'price')).slice(2)).toEqual(['', ''])
    expect(await cellsOf('accessions', 'copies')).toEqual(['2', '0'])
  })
})

describe('the general register', () => {
  it('has one line for a delivery, counted by material and language', async () => {
    const english = valueOf(
      await clerk.client.catalogue.addTitle({
        title: 'National Geographic',
        material: 'serial',
        language: 'eng',
      }),
    ).id
    const { id } = await deliver('CT-01', '2026-03-01', [12_000, 13_500], { document: 'HĐ 0045' })
    valueOf(
      await copies().accession({ voucherId: id, copies: [{ titleId: english, seriesId: 1, siteId: 1 }] }),
    )
    await complete(id)
    expect((await linesOf('accessions')).map((line) => line.cells)).toEqual([
      [
        '01/03/2026',
        '1',
        'Mua: FAHASA',
        'Chứng từ số CT-01 ngày 01/03/2026; HĐ 0045',
        ...'2 3 25.500 2 1 0 2 1'.split(' '),
        '',
      ],
    ])
  })

  it('has one line for a decision, and takes it back in red', async () => {
    await deliver('CT-01', '2026-03-01', [12_000, 13_500])
    const withdrawal = valueOf(await withdraw([1, 2]))
    expect(withdrawal).toMatchObject({ copies: 2, amountMinor: 25_500 })
    expect((await linesOf('withdrawals'))[0]?.cells.slice(0, 7)).toEqual([
      '05/10/2026',
      '1',
      '12/QĐ-TV (01/10/2026)',
      'Hỏng không thể phục hồi',
      '1',
      '2',
      '25.500',
    ])
    expect((await cellsOf('individual', 'withdrawal')).slice(2)).toEqual(
      Array.from({ length: 2 }, () => '05/10/2026; 12/QĐ-TV (01/10/2026)'),
    )
    const taken = valueOf(await copies().takeBackWithdrawal({ id: 1, rev: 1, reason: 'tìm thấy lại' }))
    expect(taken).toMatchObject({ copies: 2, amountMinor: 25_500, takenBackOn: '2026-11-10' })
    expect(await cellsOf('withdrawals', 'copies')).toEqual(['2', '0'])
    expect((await cellsOf('individual', 'withdrawal')).slice(4)).toEqual(['', ''])
  })

  it('follows a price put right after its line was written', async () => {
    const { id } = await deliver('CT-01', '2026-03-01', [12_000])
    await complete(id)
    valueOf(await copies().updateCopy({ id: 1, rev: 1, priceMinor: 15_000 }))
    expect(await cellsOf('accessions', 'amount')).toEqual(['12.000', '15.000'])
  })
})

describe('closing a year', () => {
  beforeEach(async () => {
    test.clock.nowMs = Date.parse('2027-02-01T02:00:00Z')
    clerk = test.stranger()
    valueOf(await clerk.call('users.signIn', { username: 'user-cataloguer', password: 'mat-khau-thu' }))
  })

  it('balances what was there, came and went, and takes no more lines', async () => {
    const before = await deliver('CT-00', '2025-06-01', [null, null, null])
    const during = await deliver('CT-01', '2026-03-01', [12_000, 13_000])
    const earlier = await deliver('SĐK', '2026-01-01', [null, null], { isOpening: true })
    for (const { id } of [before, during, earlier]) await complete(id)
    valueOf(await withdraw([1]))
    expect(codeOf(await registers().closeYear({ year: 2026 }))).toBe('earlier_year_open')
    valueOf(await registers().closeYear({ year: 2025 }))
    const preview = valueOf(await registers().previewClosing({ year: 2026 }))
    expect(preview).toEqual({
      openVouchers: [],
      broughtForward: 3,
      broughtForwardTitles: 1,
      adjusted: 2,
      cameIn: 2,
      wentOut: 1,
      held: 6,
      heldTitles: 1,
    })
    expect(valueOf(await registers().closeYear({ year: 2026 }))).toEqual({ books: 4, lines: 8 })
    expect((await linesOf('stock'))[0]?.cells).toEqual([
      '31/12/2026',
      ...'1 3 +2 2 1 1 6'.split(' '),
      'Kết toán năm 2026',
    ])
    expect((await bookOf('individual')).hash).toMatch(/^[0-9a-f]{64}$/)
    expect(
      codeOf(await copies().addVoucher({ number: 'X', receivedOn: '2026-12-30', source: 'other' })),
    ).toBe('year_is_closed')
    expect(codeOf(await withdraw([4], { decisionNumber: '13/QĐ' }))).toBe('year_is_closed')
  })

  it('counts the opening balance among what was there', async () => {
    const { version } = valueOf(await clerk.client.stock.opening({}))
    valueOf(
      await clerk.client.stock.setOpening({
        version,
        asOf: '2026-01-01',
        rows: [{ siteId: 1, source: 'purchase', titles: 60, copies: 100 }],
      }),
    )
    const { id } = await deliver('SĐK', '2026-01-01', [null, null], { isOpening: true })
    await complete(id)
    expect(valueOf(await registers().previewClosing({ year: 2026 }))).toMatchObject({
      broughtForward: 100,
      cameIn: 0,
      held: 100,
      heldTitles: 60,
    })
  })

  it('waits for open vouchers, the earlier years and the end of the year', async () => {
    await deliver('CT-01', '2026-03-01', [null])
    const reply = await registers().closeYear({ year: 2026 })
    expect(reply.ok ? null : reply.error).toEqual({
      code: 'vouchers_open',
      details: { year: 2026, count: 1, numbers: 'CT-01' },
    })
    expect(codeOf(await registers().closeYear({ year: 2027 }))).toBe('year_not_over')
    await complete(1)
    valueOf(await registers().closeYear({ year: 2026 }))
    expect(codeOf(await registers().closeYear({ year: 2026 }))).toBe('year_is_closed')
    expect(codeOf(await registers().closeYear({ year: 2024 }))).toBe('year_is_closed')
  })

  it('sends later corrections into the book of the year, naming the old line', async () => {
    const { id } = await deliver('CT-01', '2026-03-01', [12_000])
    await complete(id)
    valueOf(await registers().closeYear({ year: 2026 }))
    const { hash } = await bookOf('individual')
    valueOf(await copies().updateCopy({ id: 1, rev: 1, priceMinor: 9_000 }))
    expect(await linesOf('individual')).toHaveLength(1)
    expect(await cellsOf('individual', 'remark', 2027)).toEqual([
      'Đính chính dòng 1 sổ năm 2026: sửa thông tin bản',
    ])
    expect((await hashOf(test.engine.connection.db, (await bookOf('individual')).id)).hash).toBe(hash)
  })

  it('leaves room for what was there before the program came', async () => {
    valueOf(await registers().closeYear({ year: 2026 }))
    const { id } = await deliver('SĐK 1990', '1990-05-01', [null], { isOpening: true })
    await complete(id)
    expect(await cellsOf('individual', 'enteredOn', 2027)).toEqual(['01/05/1990'])
    expect(await cellsOf('accessions', 'remark', 2027)).toEqual(['Vốn có từ trước'])
  })
})

describe('a line put right by hand', () => {
  const correct = (cells: string[]) => registers().correctLine({ lineId: 1, cells, reason: 'ghi sai' })
  const changed = async (key: string, value: string) => {
    const [line] = await linesOf('individual')
    return (line?.cells ?? []).map((cell, index) => (index === columnIndex('individual', key) ? value : cell))
  }

  beforeEach(() => deliver('CT-01', '2026-03-01', [12_000]))

  it('stands beside the old one', async () => {
    const line = valueOf(await correct(await changed('publisher', 'H. : Văn học')))
    expect(line).toMatchObject({ number: 2, kind: 'correction', corrects: 1 })
    expect(line.cells.at(-1)).toBe('Đính chính dòng 1: ghi sai')
    expect((await linesOf('individual'))[0]).toMatchObject({ number: 1, correctedBy: 2 })
    expect(codeOf(await correct(await changed('publisher', 'x')))).toBe('line_corrected')
  })

  it('keeps to the columns and their kinds', async () => {
    expect(codeOf(await correct(['một']))).toBe('cells_wrong')
    expect(codeOf(await correct(await changed('accessionNumber', 'VN.000002')))).toBe('cells_wrong')
    expect(codeOf(await correct(await changed('price', '12,000')))).toBe('cells_wrong')
    expect(codeOf(await correct(await changed('enteredOn', '2026-03-01')))).toBe('cells_wrong')
    expect(codeOf(await correct(await changed('enteredOn', '31/02/2026')))).toBe('cells_wrong')
    expect(codeOf(await correct(await changed('price', '12.000')))).toBe('nothing_changed')
  })
})

describe('lines and closed books', () => {
  it('are changed or taken away by nobody, not even in SQL', async () => {
    await deliver('CT-01', '2026-03-01', [12_000])
    const { raw } = test.engine.connection
    expect(() => raw.exec("update registerLine set cells = '[]'")).toThrow('append-only')
    expect(() => raw.exec('delete from registerLine')).toThrow('append-only')
    raw.exec("update registerBook set closedAt = '2027-01-01T00:00:00.000Z'")
    expect(() => raw.exec('update registerBook set closedAt = null')).toThrow('closed')
    expect(() => raw.exec('delete from registerBook')).toThrow('closed')
    expect(() =>
      raw.exec(
        "insert into registerLine (bookId, number, kind, writtenOn, cells) values (1, 9, 'entry', '2026-01-01', '[]')",
      ),
    ).toThrow('closed')
  })
})
