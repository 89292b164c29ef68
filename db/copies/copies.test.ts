import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'

let test: TestEngine
let clerk: Person
let titleId: number

beforeEach(async () => {
  test = await openTestEngine()
  clerk = await test.as('cataloguer')
  titleId = valueOf(await clerk.client.catalogue.addTitle({ title: 'Dế Mèn phiêu lưu ký' })).id
  valueOf(await clerk.client.copies.addSeries({ name: 'Sách', prefix: 'VN.' }))
  valueOf(await voucher('CT-01'))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const voucher = (number: string, more = {}) =>
  clerk.client.copies.addVoucher({ number, receivedOn: '2026-03-01', source: 'purchase', ...more })
type Line = {
  number?: number | null
  barcode?: string
  titleId?: number
  priceMinor?: number
  siteId?: number
}
const enter = (lines: Line[], voucherId = 1) =>
  clerk.client.copies.accession({
    voucherId,
    copies: lines.map((line) => ({ titleId, seriesId: 1, siteId: 1, ...line })),
  })
const copyOf = async (id: number) => valueOf(await clerk.client.copies.copy({ id }))
const refusalOf = (reply: Awaited<ReturnType<typeof enter>>) => (reply.ok ? null : reply.error)

it('a copy stands by its own call number, or else by its title’s, or else by the class', async () => {
  const shelvedBy = async () => (await copyOf(1)).shelvedBy
  const shelve = async (fields: { ddc?: string; callNumber?: string }) => {
    const { id, rev } = valueOf(await clerk.client.catalogue.title({ id: titleId }))
    valueOf(await clerk.client.catalogue.updateTitle({ id, rev, title: 'Dế Mèn phiêu lưu ký', ...fields }))
  }
  valueOf(await enter([{}]))
  expect(await shelvedBy()).toBe('')
  await shelve({ ddc: '895.922' })
  expect(await shelvedBy()).toBe('895.922')
  await shelve({ ddc: '895.922', callNumber: '895.922 DMP' })
  expect(await shelvedBy()).toBe('895.922 DMP')
  const { rev } = await copyOf(1)
  valueOf(await clerk.client.copies.updateCopy({ id: 1, rev, callNumber: 'ĐC 895' }))
  expect(await shelvedBy()).toBe('ĐC 895')
})

describe('accession', () => {
  it('numbers a delivery one after another', async () => {
    const given = valueOf(await enter([{}, {}, {}]))
    expect(given).toEqual({ ids: [1, 2, 3], firstNumber: 'VN.000001', lastNumber: 'VN.000003' })
    expect(valueOf(await enter([{}])).firstNumber).toBe('VN.000004')
  })

  it('fills a gap when asked, and shows the others', async () => {
    valueOf(await enter([{ number: 10 }, { number: 14 }]))
    valueOf(await enter([{ number: 12 }]))
    const gaps = valueOf(await clerk.client.copies.gaps({ seriesId: 1 })).rows
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([
      [1, 9],
      [11, 11],
      [13, 13],
    ])
    expect(valueOf(await clerk.client.copies.series({}))).toMatchObject([
      { lastNumber: 14, copies: 3, gaps: 11 },
    ])
  })

  it('never gives a number twice, not even of a cancelled or withdrawn copy', async () => {
    valueOf(await enter([{}, {}]))
    valueOf(await clerk.client.copies.cancelCopies({ copyIds: [2], reason: 'ghi nhầm' }))
    expect(codeOf(await enter([{ number: 2 }]))).toBe('duplicate_number')
    expect(valueOf(await enter([{}])).firstNumber).toBe('VN.000003')
  })

  it('names the line and whose the number is', async () => {
    valueOf(await enter([{ number: 5 }]))
    expect(refusalOf(await enter([{ number: 4 }, { number: 5 }]))).toEqual({
      code: 'duplicate_number',
      details: {
        line: 2,
        value: 'VN.000005',
        id: 1,
        title: 'Dế Mèn phiêu lưu ký',
        accessionNumber: 'VN.000005',
      },
    })
    expect(refusalOf(await enter([{ number: 7 }, {}, { number: 7 }]))).toMatchObject({
      code: 'duplicate_number',
      details: { line: 3, value: 'VN.000007', otherLine: 1 },
    })
  })

  it('enters all or none', async () => {
    expect(codeOf(await enter([{}, {}, { barcode: 'A' }, { barcode: 'A' }]))).toBe('duplicate_barcode')
    expect(valueOf(await clerk.client.copies.search({})).total.count).toBe(0)
    expect(valueOf(await clerk.client.registers.books({}))).toEqual([])
  })

  it('takes no barcode that names another copy, as barcode or as accession number', async () => {
    valueOf(await enter([{ barcode: '893001' }]))
    for (const barcode of ['893001', 'VN.000001']) {
      expect(refusalOf(await enter([{ barcode }]))).toMatchObject({
        code: 'duplicate_barcode',
        details: { line: 1, value: barcode, accessionNumber: 'VN.000001' },
      })
    }
    expect(refusalOf(await enter([{ barcode: 'VN.000003' }, {}]))).toMatchObject({
      code: 'duplicate_barcode',
      details: { line: 1, otherLine: 2 },
    })
    valueOf(await enter([{ barcode: 'VN.000009', number: 9 }]))
  })

  it('gives no number that somebody’s barcode already is', async () => {
    valueOf(await enter([{ barcode: 'VN.000002' }]))
    expect(refusalOf(await enter([{}]))).toMatchObject({
      code: 'duplicate_barcode',
      details: { line: 1, value: 'VN.000002', accessionNumber: 'VN.000001' },
    })
  })

  it('takes neither void numbers nor slips of the finger', async () => {
    valueOf(await enter([{}]))
    valueOf(await clerk.client.copies.declareVoid({ seriesId: 1, from: 2, to: 4, reason: 'nhãn rách' }))
    expect(refusalOf(await enter([{ number: 3 }]))).toMatchObject({
      code: 'number_void',
      details: { line: 1, value: 'VN.000003', reason: 'nhãn rách' },
    })
    expect(valueOf(await enter([{}])).firstNumber).toBe('VN.000005')
    expect(refusalOf(await enter([{ number: 10_006 }]))).toMatchObject({
      code: 'number_out_of_series',
      details: { line: 1, last: 5, most: 10_005 },
    })
    const gaps = valueOf(await clerk.client.copies.gaps({ seriesId: 1 })).rows
    expect(gaps).toEqual([{ from: 2, to: 4, reason: 'nhãn rách' }])
    expect(valueOf(await clerk.client.copies.series({}))[0]?.gaps).toBe(0)
  })

  it('begins where the paper register ended', async () => {
    expect(valueOf(await enter([{ number: 123_456 }, {}])).lastNumber).toBe('VN.123457')
  })

  it('pages through gaps', async () => {
    valueOf(await enter([2, 4, 6, 8].map((number) => ({ number }))))
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const page: { rows: { from: number }[]; next: string | null } = valueOf(
        await clerk.client.copies.gaps({ seriesId: 1, cursor, limit: 1 }),
      )
      seen.push(...page.rows.map(({ from }) => from))
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual([1, 3, 5, 7])
  })
})

describe('a voucher', () => {
  it('counts its copies, and stays as it is once completed', async () => {
    valueOf(await enter([{ priceMinor: 12_000 }, { priceMinor: 30_000 }]))
    const open = valueOf(await clerk.client.copies.voucher({ id: 1 }))
    expect(open).toMatchObject({ titles: 1, copies: 2, amountMinor: 42_000, completedOn: null })
    valueOf(await clerk.client.copies.completeVoucher({ id: 1, rev: open.rev }))
    expect(codeOf(await enter([{}]))).toBe('voucher_completed')
    expect(codeOf(await clerk.client.copies.completeVoucher({ id: 1, rev: 2 }))).toBe('voucher_completed')
  })

  it('hands a changed day on to its copies', async () => {
    valueOf(await enter([{}]))
    const fields = { id: 1, rev: 1, number: 'CT-01', source: 'purchase' as const }
    valueOf(await clerk.client.copies.updateVoucher({ ...fields, receivedOn: '2026-02-01' }))
    expect((await copyOf(1)).accessionedOn).toBe('2026-02-01')
    const { rows } = valueOf(await clerk.client.registers.lines({ bookId: 1 }))
    expect(rows.map(({ kind, cells }) => [kind, cells[0]])).toEqual([
      ['entry', '01/03/2026'],
      ['correction', '01/02/2026'],
    ])
  })

  it('may have a number again the year after', async () => {
    expect(codeOf(await voucher('CT-01'))).toBe('duplicate_voucher')
    expect(codeOf(await voucher('CT-01', { receivedOn: '2025-03-01' }))).toBe('ok')
  })

  it('is found by number, supplier and state', async () => {
    valueOf(await voucher('CT-02', { supplier: 'Công ty Phát hành sách' }))
    const found = async (input: object) =>
      valueOf(await clerk.client.copies.vouchers(input)).rows.map(({ number }) => number)
    expect(await found({ text: 'Phát hành' })).toEqual(['CT-02'])
    expect(await found({ text: 'ct-' })).toEqual(['CT-02', 'CT-01'])
    expect(await found({ text: '%' })).toEqual([])
    expect(await found({ isOpen: false })).toEqual([])
    expect(await found({ year: 2025 })).toEqual([])
    expect(await found({ isOpen: true, year: 2026 })).toHaveLength(2)
  })
})

describe('a scanned code', () => {
  const named = async (code: string) =>
    valueOf(await clerk.client.copies.byCode({ code })).map((copy) => copy.accessionNumber)

  beforeEach(async () => {
    valueOf(
      await clerk.client.copies.addSeries({ name: 'Bản đồ', prefix: 'BĐ', digits: 4, materials: ['map'] }),
    )
    valueOf(await enter([{ number: 12, barcode: '8934974' }]))
    valueOf(
      await clerk.client.copies.accession({
        voucherId: 1,
        copies: [{ titleId, seriesId: 2, siteId: 1, number: 12 }],
      }),
    )
  })

  it('opens the copy by barcode or accession number, however it is written', async () => {
    expect(await named('8934974')).toEqual(['VN.000012'])
    for (const code of ['VN.000012', 'vn.12', 'Vn.00012']) expect(await named(code)).toEqual(['VN.000012'])
    expect(await named('bđ12')).toEqual(['BĐ0012'])
  })

  it('without prefix names every copy of that number', async () => {
    expect(await named('0012')).toEqual(['BĐ0012', 'VN.000012'])
  })

  it('that is nobody’s opens nothing', async () => {
    expect(await named('VN.13')).toEqual([])
    expect(await named('xyz')).toEqual([])
  })
})

describe('a copy', () => {
  it('is not overwritten by somebody who saw an older one, nor renewed by saving it unchanged', async () => {
    valueOf(await enter([{ barcode: 'A1' }]))
    const { id, rev } = await copyOf(1)
    expect(valueOf(await clerk.client.copies.updateCopy({ id, rev, barcode: 'A1' })).rev).toBe(rev)
    valueOf(await clerk.client.copies.updateCopy({ id, rev, barcode: 'A2', shelf: 'K3' }))
    expect(codeOf(await clerk.client.copies.updateCopy({ id, rev, barcode: 'A3' }))).toBe('stale')
    expect(await copyOf(1)).toMatchObject({ barcode: 'A2', shelf: 'K3', rev: rev + 1 })
  })

  it('goes with its title, and back', async () => {
    const other = valueOf(await clerk.client.catalogue.addTitle({ title: 'Khác' })).id
    valueOf(await enter([{}, {}]))
    const { copyCounts, moveToTitle } = await import('./index.ts')
    const { db } = test.engine.connection
    const { openEntry, closeEntry } = await import('../journal/append.ts')
    await db.transaction().execute(async (writer) => {
      const entry = await openEntry(writer, { at: '2026-11-10T02:00:00.000Z', userId: null, operation: 'x' })
      expect(await moveToTitle(writer, titleId, other)).toEqual([1, 2])
      expect(await moveToTitle(writer, other, titleId, [2])).toEqual([2])
      await closeEntry(writer, entry)
    })
    expect(await copyCounts(db, titleId)).toEqual({ live: 1, all: 1 })
    expect((await copyOf(1)).titleId).toBe(other)
  })
})
