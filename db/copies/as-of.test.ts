import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CopyFilters } from '../../shared/copies/contract.ts'
import { codeOf, openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import { conditionsFor, idsOf, type Sort } from './search.ts'

let test: TestEngine
let clerk: Person
let titleIds: number[]

beforeEach(async () => {
  test = await openTestEngine()
  clerk = await test.as('cataloguer')
  const title = async (fields: { title: string; ddc?: string; language?: string }) =>
    valueOf(await clerk.client.catalogue.addTitle(fields)).id
  titleIds = [
    await title({ title: 'Sông Hương', ddc: '915.97' }),
    await title({ title: 'Đà Lạt', ddc: '895.922' }),
    await title({ title: 'Biển', language: 'eng' }),
  ]
  const { copies } = clerk.client
  valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VN.' }))
  valueOf(await copies.addSite({ name: 'Cơ sở 2' }))
  valueOf(await copies.addVoucher({ number: 'CT-01', receivedOn: '2026-01-10', source: 'purchase' }))
  valueOf(await copies.addVoucher({ number: 'CT-02', receivedOn: '2026-06-10', source: 'donation' }))
  const line = { seriesId: 1, siteId: 1, storeId: 1 }
  const [river = 0, city = 0, sea = 0] = titleIds
  valueOf(
    await copies.accession({
      voucherId: 1,
      copies: [
        { ...line, titleId: river },
        { ...line, titleId: city },
        { ...line, titleId: city },
      ],
    }),
  )
  valueOf(await copies.accession({ voucherId: 2, copies: [{ ...line, titleId: sea, barcode: '893' }] }))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function found(filters: CopyFilterInput, sort: Sort = 'accession_number') {
  const { rows, total } = valueOf(await clerk.client.copies.search({ filters, sort }))
  expect(total).toEqual({ count: rows.length, isExact: true })
  return rows.map((copy) => copy.number)
}
type CopyFilterInput = NonNullable<Parameters<Person['client']['copies']['search']>[0]['filters']>

const move = (copyIds: number[], siteId: number, movedOn: string) =>
  clerk.client.copies.moveCopies({ copyIds, siteId, storeId: siteId === 1 ? 1 : null, movedOn })
const withdraw = (copyIds: number[], withdrawnOn: string) =>
  clerk.client.copies.withdraw({
    copyIds,
    decisionNumber: 'QĐ',
    decidedOn: '2026-01-15',
    withdrawnOn,
    ground: 'lost',
    isAboveLimitMeant: true,
  })

describe('the stock of a day', () => {
  it('holds what had come in by then', async () => {
    expect(await found({ asOf: '2026-01-09' })).toEqual([])
    expect(await found({ asOf: '2026-01-10' })).toEqual([1, 2, 3])
    expect(await found({})).toEqual([1, 2, 3, 4])
  })

  it('holds a withdrawn copy until the day before it left', async () => {
    valueOf(await withdraw([2], '2026-07-01'))
    expect(await found({ asOf: '2026-06-30' })).toEqual([1, 2, 3, 4])
    expect(await found({ asOf: '2026-07-01' })).toEqual([1, 3, 4])
    expect(await found({ state: 'withdrawn' })).toEqual([2])
    expect(await found({ state: 'withdrawn', asOf: '2026-06-30' })).toEqual([])
    expect(await found({ state: 'counted', withdrawnFrom: '2026-07-01', withdrawnTo: '2026-07-01' })).toEqual(
      [2],
    )
    expect(await found({ withdrawalId: 1, state: 'all' })).toEqual([2])
    valueOf(await clerk.client.copies.takeBackWithdrawal({ id: 1, rev: 1, reason: 'tìm thấy' }))
    expect(await found({})).toEqual([1, 2, 3, 4])
  })

  it('never held a copy that was cancelled', async () => {
    valueOf(await clerk.client.copies.cancelCopies({ copyIds: [1], reason: 'nhầm' }))
    expect(await found({ asOf: '2026-03-01' })).toEqual([2, 3])
    expect(await found({ state: 'counted' })).toEqual([2, 3, 4])
    expect(await found({ state: 'cancelled' })).toEqual([1])
    expect(await found({ state: 'all' })).toEqual([1, 2, 3, 4])
  })

  it('has a moved copy where it stood, through several moves and those told late', async () => {
    valueOf(await move([1, 2], 2, '2026-03-01'))
    valueOf(await move([1], 1, '2026-05-01'))
    expect(await found({ siteId: 1, asOf: '2026-02-28' })).toEqual([1, 2, 3])
    expect(await found({ siteId: 2, asOf: '2026-02-28' })).toEqual([])
    expect(await found({ siteId: 2, asOf: '2026-03-01' })).toEqual([1, 2])
    expect(await found({ siteId: 1, asOf: '2026-05-01' })).toEqual([1, 3])
    expect(await found({ storeId: 1, asOf: '2026-04-01' })).toEqual([3])
    expect(await found({ siteId: 2 })).toEqual([2])
    expect(codeOf(await move([1], 2, '2026-04-30'))).toBe('moved_before_last')
    expect(codeOf(await move([3], 2, '2026-01-09'))).toBe('moved_before_last')
    const { rows } = valueOf(await clerk.client.copies.search({ filters: { asOf: '2026-04-01' } }))
    expect(rows.map(({ siteName, storeName }) => [siteName, storeName])).toEqual([
      ['Cơ sở 2', ''],
      ['Cơ sở 2', ''],
      ['Thư viện thử nghiệm', 'Kho chính'],
    ])
  })

  it('knows two changes of one day by the state before both', async () => {
    valueOf(await move([1], 2, '2026-03-01'))
    const worn = { copyIds: [1], condition: 'worn' as const, on: '2026-03-01' }
    valueOf(await clerk.client.copies.setCondition(worn))
    expect(await found({ siteId: 1, condition: 'good', asOf: '2026-02-28' })).toEqual([1, 2, 3])
    expect(await found({ siteId: 2, condition: 'worn', asOf: '2026-03-01' })).toEqual([1])
    expect(valueOf(await clerk.client.copies.pastOf({ copyId: 1 }))).toHaveLength(2)
  })

  it('writes no past for a copy that is there already', async () => {
    expect(valueOf(await move([1], 1, '2026-03-01'))).toEqual({ copies: 0 })
    expect(valueOf(await clerk.client.copies.pastOf({ copyId: 1 }))).toEqual([])
  })
})

describe('the list of copies', () => {
  it('is narrowed by what the copy and its title are', async () => {
    expect(await found({ source: 'donation' })).toEqual([4])
    expect(await found({ accessionedFrom: '2026-02-01', accessionedTo: '2026-12-31' })).toEqual([4])
    expect(await found({ language: 'eng' })).toEqual([4])
    expect(await found({ ddc: '9' })).toEqual([1])
    expect(await found({ ddc: '895' })).toEqual([2, 3])
    expect(await found({ ddc: '-' })).toEqual([4])
    expect(await found({ material: 'map' })).toEqual([])
    expect(await found({ titleId: titleIds[1] ?? 0, voucherId: 1 })).toEqual([2, 3])
    const evidence = { titleIds: [titleIds[0] ?? 0], evidence: 'QĐ', setOn: '2026-03-01' }
    valueOf(await clerk.client.catalogue.setClass({ ...evidence, class: 'local_history' }))
    expect(await found({ class: 'local_history' })).toEqual([1])
    expect(await found({ class: 'local_history', asOf: '2026-02-28' })).toEqual([])
  })

  it('finds by number, barcode and words of the title', async () => {
    expect(await found({ text: 'vn.00000' })).toEqual([1, 2, 3, 4])
    expect(await found({ text: '3' })).toEqual([3])
    expect(await found({ text: '893' })).toEqual([4])
    expect(await found({ text: 'da lat' })).toEqual([2, 3])
    expect(await found({ text: '" OR 1' })).toEqual([])
  })

  it('goes in the order asked for', async () => {
    expect(await found({}, 'title')).toEqual([4, 2, 3, 1])
    expect(await found({}, 'newest')).toEqual([4, 3, 2, 1])
    expect(await found({ titleId: titleIds[1] ?? 0 }, 'call_number')).toEqual([2, 3])
    const page = await clerk.client.copies.search({ offset: 2, limit: 1 })
    expect(valueOf(page)).toMatchObject({ rows: [{ number: 3 }], total: { count: 4 } })
  })
})

describe('a page of the list', () => {
  async function planOf(filters: CopyFilterInput, sort: Sort): Promise<string> {
    const { db } = test.engine.connection
    const parsed = CopyFilters.parse(filters)
    const query = idsOf(await conditionsFor(db, parsed), { filters: parsed, sort, limit: 50, offset: 1000 })
    const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(db)
    return rows.map(({ detail }) => detail).join('\n')
  }

  it.each([
    ['by accession number', {}, 'accession_number', 'COVERING INDEX copyInOrder'],
    ['of a day', { asOf: '2026-01-01' }, 'accession_number', 'COVERING INDEX copyInOrder'],
    ['by title', {}, 'title', 'titleBySortKey'],
    ['by call number', {}, 'call_number', 'titleByShelfKey'],
    ['the newest', {}, 'newest', 'SCAN copy'],
  ] as const)('%s passes over an index and sorts no table', async (_, filters, sort, index) => {
    const plan = await planOf(filters, sort)
    expect(plan).toContain(index)
    expect(plan).not.toMatch(/USE TEMP B-TREE FOR ORDER BY/)
  })

  it.each([
    ['a title', { titleId: 1 }, 'copyByTitle'],
    ['a voucher', { voucherId: 1 }, 'copyByVoucher'],
    ['a decision', { withdrawalId: 1, state: 'all' }, 'copyByWithdrawal'],
    ['words', { text: 'song huong' }, 'VIRTUAL TABLE INDEX'],
  ] as const)('of %s is found by index', async (_, filters, index) => {
    const plan = await planOf(filters, 'accession_number')
    expect(plan).toContain(index)
    expect(plan).not.toContain('SCAN copy\n')
  })
})
