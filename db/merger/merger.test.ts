import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type TestEngine,
} from '../../test/support/engine.ts'
import {
  backupOf,
  enterTitle,
  openOther,
  planOf,
  setOpening,
  stageMerger,
  writeMerger,
  type OtherLibrary,
} from '../../test/support/mergers.ts'
import { rowsOf } from '../../test/support/rows.ts'
import { signQuarter } from '../../test/support/signed.ts'

let test: TestEngine
let ours: Omit<OtherLibrary, 'test' | 'dataDir'>

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  const person = await test.as('administrator')
  const { client } = person
  const [site] = valueOf(await client.copies.sites({}))
  const { id: seriesId } = valueOf(
    await client.copies.addSeries({ name: 'Sách', prefix: 'VV', digits: 6, materials: ['book'] }),
  )
  const { id: voucherId } = valueOf(
    await client.copies.addVoucher({ number: '01', receivedOn: '2026-02-01', source: 'purchase' }),
  )
  ours = { person, siteId: site?.id ?? 0, storeId: site?.stores[0]?.id ?? 0, seriesId, voucherId }
  await enterTitle(ours, { title: 'Dế Mèn phiêu lưu ký', authors: 'Tô Hoài', publishedYear: 1941 }, [
    { barcode: '893001' },
    {},
  ])
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

/** Three copies whose numbers are ours too, one of them gone, and one with a barcode of ours. */
async function neighbour(): Promise<string> {
  const other = await openOther()
  await enterTitle(other, { title: 'Dế Mèn phiêu lưu ký', authors: 'Tô Hoài', publishedYear: 1941 }, [{}, {}])
  const { copyIds } = await enterTitle(other, { title: 'Lịch sử Tiên Du', publishedYear: 2001 }, [
    { barcode: '893001' },
    { number: 90, priceMinor: 50_000 },
  ])
  valueOf(
    await other.person.client.copies.withdraw({
      copyIds: [copyIds[1] ?? 0],
      decisionNumber: '12/QĐ',
      decidedOn: '2026-05-01',
      withdrawnOn: '2026-05-02',
      ground: 'damaged',
      isAboveLimitMeant: true,
    }),
  )
  await enterTitle(other, { title: 'Truyện không có bản' }, [])
  return backupOf(other)
}

type Cell = Omit<Parameters<typeof setOpening>[2][number], 'copies' | 'titles'>
type Issue = { volume: string; publishedOn: string; receivedOn: string; state: 'received'; note: string }

/** A library that follows the serial which is ours too, and has stock that nobody ever registered one by one. */
async function serialNeighbour(cell: Cell, issue: Issue): Promise<string> {
  const other = await openOther()
  const { client } = other.person
  await setOpening(other, '2026-03-01', [{ ...cell, copies: 100, titles: 70 }])
  const { titleId } = await enterTitle(other, { title: 'Tạp chí Sông Hương' }, [])
  valueOf(
    await client.catalogue.updateTitle({
      id: titleId,
      rev: 1,
      title: 'Tạp chí Sông Hương',
      material: 'serial',
    }),
  )
  const numbers = ['3', '4'].map((number) => ({ ...issue, number }))
  valueOf(await client.catalogue.addIssues({ titleId, issues: numbers }))
  const running = {
    startsOn: '2024-01-01',
    endsOn: null,
    frequency: 'monthly',
    source: 'purchase',
    note: '',
  } as const
  const ended = { ...running, startsOn: '2020-01-01', endsOn: '2023-12-31' }
  for (const subscription of [ended, running])
    valueOf(await client.catalogue.setSubscription({ id: null, rev: 1, titleId, ...subscription }))
  return backupOf(other)
}

const stageNeighbour = async () => stageMerger(test, ours.person, await neighbour())

describe('reading another library', () => {
  it('says what is here, what is new and which numbers clash, and changes nothing', async () => {
    const before = rowsOf(test.engine.connection)
    const merger = await stageNeighbour()
    expect(merger).toMatchObject({
      state: 'staged',
      unitName: 'Thư viện huyện Tiên Du',
      numbering: { policy: 'prefix', scope: 'clashing', prefix: 'TD-' },
      sites: [{ name: 'Thư viện huyện Tiên Du' }],
      found: {
        titles: 3,
        byVerdict: { same: 1, new: 2 },
        copies: 3,
        gone: 1,
        numberClashes: 2,
        barcodeClashes: 1,
      },
      isJournalWhole: true,
    })
    const after = rowsOf(test.engine.connection)
    for (const table of ['title', 'copy', 'site', 'store', 'voucher', 'registerLine', 'accessionSeries'])
      expect(after[table], table).toEqual(before[table])
  })

  it('lists the clashes with whose they are and what each would be called', async () => {
    const { id } = await stageNeighbour()
    const { rows } = valueOf(
      await ours.person.client.merger.copies({ mergerId: id, filters: { show: 'clashing' } }),
    )
    expect(
      rows.map(({ accessionNumber, newNumber, newBarcode }) => [accessionNumber, newNumber, newBarcode]),
    ).toEqual([
      ['VV000001', 'TD-VV000001', ''],
      ['VV000002', 'TD-VV000002', ''],
      ['VV000003', 'VV000003', 'TD-893001'],
    ])
    expect(rows[0]?.numberTwin).toMatchObject({ accessionNumber: 'VV000001', title: 'Dế Mèn phiêu lưu ký' })
    expect(valueOf(await ours.person.client.merger.numbering({ mergerId: id }))).toMatchObject({
      kept: 1,
      prefixed: 2,
      taken: 0,
      undecided: 0,
      series: [
        { prefix: 'TD-VV', digits: 6, copies: 2, isNew: true },
        { prefix: 'VV', digits: 6, copies: 1, isNew: false },
      ],
    })
  })
})

describe('a merger that is written', () => {
  it('adds copies to what is here, keeps our numbers, and finds the old ones', async () => {
    const merger = await writeMerger(ours.person, await stageNeighbour())
    expect(merger).toMatchObject({ state: 'written', written: { created: 2, overlaid: 0, copies: 3 } })
    const { client } = ours.person
    const [siteId = 0] = merger.written.siteIds
    const { rows } = valueOf(await client.copies.search({ filters: { siteId } }))
    expect(rows.map(({ accessionNumber, title }) => [accessionNumber, title])).toEqual([
      ['TD-VV000001', 'Dế Mèn phiêu lưu ký'],
      ['TD-VV000002', 'Dế Mèn phiêu lưu ký'],
      ['VV000003', 'Lịch sử Tiên Du'],
    ])
    expect(rows[0]?.former).toEqual({
      unitName: 'Thư viện huyện Tiên Du',
      accessionNumber: 'VV000001',
      barcode: '',
      accessionedOn: '2026-03-05',
    })
    const found = valueOf(await client.copies.byCode({ code: 'VV000001' }))
    expect(found.map(({ accessionNumber }) => accessionNumber)).toEqual(['VV000001', 'TD-VV000001'])
    const { rows: both } = valueOf(await client.catalogue.search({ text: 'Dế Mèn' }))
    expect(both).toHaveLength(1)
    expect((await finishedJob(ours.person, 'journal.verifyChain')).output).toMatchObject({ isWhole: true })
  })

  it('leaves every figure before its day as it was, and counts apart from it what was acquired', async () => {
    const { client } = ours.person
    const before = valueOf(await client.stock.figures({ asOf: '2026-11-09' }))
    await writeMerger(ours.person, await stageNeighbour())
    expect(valueOf(await client.stock.figures({ asOf: '2026-11-09' }))).toEqual(before)
    expect(valueOf(await client.stock.figures({ asOf: '2026-11-10' }))).toMatchObject({
      copies: 5,
      titles: 2,
    })
    const [year] = valueOf(await client.stock.growth({ from: 2026, to: 2026 }))
    expect(year).toMatchObject({ cameIn: 2, merged: 3, opening: 0, held: 5 })
  })

  it('keeps a signed quarter as it was signed', async () => {
    await signQuarter(test)
    const staged = await stageNeighbour()
    const refused = await ours.person.call('merger.setPlan', planOf(staged, { mergedOn: '2026-09-30' }))
    expect(codeOf(refused)).toBe('period_signed')
    await writeMerger(ours.person, staged)
  })

  it('keeps the stock of the former unit by its own dates', async () => {
    const { id } = await writeMerger(ours.person, await stageNeighbour())
    const on = async (asOf: string) =>
      valueOf(await ours.person.client.merger.formerStock({ mergerId: id, asOf })).copies
    expect([await on('2026-03-04'), await on('2026-03-05'), await on('2026-05-02')]).toEqual([0, 4, 3])
  })

  it('keeps its books word for word, closed, and beside ours', async () => {
    const { id } = await writeMerger(ours.person, await stageNeighbour())
    const { client } = ours.person
    const books = valueOf(await client.registers.books({}))
    const former = books.filter(({ mergerId }) => mergerId === id)
    expect(former.map(({ register, seriesName, lines }) => [register, seriesName, lines])).toEqual([
      ['individual', 'Sách', 5],
      ['withdrawals', '', 1],
    ])
    expect(former.every(({ closedAt, hash }) => closedAt !== null && hash !== null)).toBe(true)
    const { rows } = valueOf(await client.registers.lines({ bookId: former[0]?.id ?? 0 }))
    expect(rows.map(({ cells }) => cells[1])).toEqual([
      'VV000001',
      'VV000002',
      'VV000003',
      'VV000090',
      'VV000090',
    ])
    expect(rows[4]?.corrects).toBe(4)
    const printed = await finishedJob(ours.person, 'registers.printBook', {
      bookId: former[0]?.id,
      format: 'xlsx',
    })
    expect(printed.state).toBe('done')
    const own = books.filter(({ mergerId, register }) => mergerId === null && register === 'accessions')
    const { rows: parts } = valueOf(await client.registers.lines({ bookId: own[0]?.id ?? 0 }))
    expect(parts[0]?.cells[2]).toBe('Nhận sáp nhập từ Thư viện huyện Tiên Du (Mua)')
  })

  it('is taken back whole', async () => {
    const before = rowsOf(test.engine.connection)
    const { id } = await writeMerger(ours.person, await stageNeighbour())
    const undone = await finishedJob(ours.person, 'merger.undo', { id })
    expect(undone).toMatchObject({ state: 'done', output: { titles: 2, copies: 3 } })
    const after = rowsOf(test.engine.connection)
    const tables = [
      'title',
      'marcRecord',
      'copy',
      'copyPast',
      'site',
      'store',
      'voucher',
      'registerLine',
    ] as const
    for (const table of [...tables, 'registerBook', 'accessionSeries', 'authority', 'voidNumber'])
      expect(after[table], table).toEqual(before[table])
    expect((await finishedJob(ours.person, 'journal.verifyChain')).output).toMatchObject({ isWhole: true })
  })

  it('brings what has no numbers: balances, subscriptions and numbers of serials', async () => {
    const { client } = ours.person
    const cell = {
      material: 'book',
      language: 'vie',
      ddc: '8',
      source: 'purchase',
      evidence: 'Sổ cũ',
    } as const
    await setOpening(ours, '2026-01-01', [{ ...cell, copies: 40, titles: 30 }])
    const { titleId } = await enterTitle(ours, { title: 'Tạp chí Sông Hương' }, [])
    valueOf(
      await client.catalogue.updateTitle({
        id: titleId,
        rev: 1,
        title: 'Tạp chí Sông Hương',
        material: 'serial',
      }),
    )
    const issue = {
      volume: '',
      publishedOn: '2026-03-01',
      receivedOn: '2026-03-03',
      state: 'received',
      note: '',
    } as const
    valueOf(await client.catalogue.addIssues({ titleId, issues: [{ ...issue, number: '3' }] }))
    const before = valueOf(await client.stock.figures({ asOf: '2026-11-09' }))

    const merger = await writeMerger(
      ours.person,
      await stageMerger(test, ours.person, await serialNeighbour(cell, issue)),
    )
    expect(merger.found).toMatchObject({ openingCopies: 100, subscriptions: 1, issues: 2 })
    expect(valueOf(await client.stock.figures({ asOf: '2026-11-09' }))).toEqual(before)
    const after = valueOf(await client.stock.figures({ asOf: '2026-11-10' }))
    expect(after).toMatchObject({ openingCopies: before.openingCopies + 100, serials: 1 })
    const [year] = valueOf(await client.stock.growth({ from: 2026, to: 2026 }))
    expect(year).toMatchObject({ merged: 100, opening: 40 })
    const { rows: issues } = valueOf(await client.catalogue.issues({ titleId }))
    expect(issues.map(({ number }) => number).toSorted()).toEqual(['3', '4'])
    const subscriptions = valueOf(await client.catalogue.subscriptions({ titleId }))
    expect(subscriptions).toMatchObject([{ startsOn: '2026-11-10', endsOn: null, frequency: 'monthly' }])
    expect(subscriptions[0]?.note).toBe('Nhận từ Thư viện huyện Tiên Du, đặt từ ngày 01/01/2024')

    const sheet = valueOf(await client.stock.opening({}))
    expect([sheet.asOf, sheet.rows.length]).toEqual(['2026-01-01', 2])
    const undone = await finishedJob(ours.person, 'merger.undo', { id: merger.id })
    expect(undone.state).toBe('done')
    expect(valueOf(await client.stock.opening({})).rows).toHaveLength(1)
    expect(valueOf(await client.catalogue.issues({ titleId })).rows).toHaveLength(1)
    expect(valueOf(await client.catalogue.subscriptions({ titleId }))).toEqual([])
    expect(valueOf(await client.copies.sites({}))).toHaveLength(1)
  })

  it('is not taken back once its balances were written anew', async () => {
    const { client } = ours.person
    const cell = { material: 'book', language: 'vie', ddc: '8', source: 'purchase', evidence: '' } as const
    const other = await openOther()
    await setOpening(other, '2026-03-01', [{ ...cell, copies: 100, titles: 70 }])
    const merger = await writeMerger(ours.person, await stageMerger(test, ours.person, await backupOf(other)))
    const { rows, version } = valueOf(await client.stock.opening({}))
    const [row] = rows
    expect(row).toMatchObject({ copies: 100, siteId: merger.written.siteIds[0] })
    const changed = { ...cell, siteId: row?.siteId ?? 0, copies: 90, titles: 70 }
    valueOf(await client.stock.setOpening({ asOf: '2026-01-01', rows: [changed], version }))
    expect(valueOf(await client.stock.figures({ asOf: '2026-11-09' })).openingCopies).toBe(0)
    expect(valueOf(await client.stock.figures({ asOf: '2026-11-10' })).openingCopies).toBe(90)
    expect(await finishedJob(ours.person, 'merger.undo', { id: merger.id })).toMatchObject({
      state: 'failed',
      error: { code: 'used_since', details: { title: 'Thư viện huyện Tiên Du' } },
    })
  })

  it('is not taken back once a copy of it was used, and says which', async () => {
    const { id, written } = await writeMerger(ours.person, await stageNeighbour())
    const { client } = ours.person
    const { rows } = valueOf(await client.copies.search({ filters: { siteId: written.siteIds[0] ?? null } }))
    valueOf(
      await client.copies.setCondition({ copyIds: [rows[0]?.id ?? 0], condition: 'worn', on: '2026-11-10' }),
    )
    expect(await finishedJob(ours.person, 'merger.undo', { id })).toMatchObject({
      state: 'failed',
      error: { code: 'used_since', details: { title: 'Dế Mèn phiêu lưu ký' } },
    })
    expect(valueOf(await client.merger.obstacles({ mergerId: id })).rows).toMatchObject([
      { label: 'Dế Mèn phiêu lưu ký', uses: ['copy_changed'] },
    ])
  })
})
