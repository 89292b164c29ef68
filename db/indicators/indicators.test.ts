import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { indicatorList } from '../../shared/indicators/formulas.ts'
import { codeOf, openTestEngine, valueOf, type TestEngine } from '../../test/support/engine.ts'
import { signQuarter, summer } from '../../test/support/signed.ts'
import { frozenValues } from './index.ts'

let test: TestEngine
beforeEach(async () => {
  test = await openTestEngine()
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

it('the rows behind a figure are paged through once, signed or not', async () => {
  const cataloguer = await test.as('cataloguer')
  const titles = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm']
  for (const title of titles)
    valueOf(await cataloguer.client.catalogue.addTitle({ title, material: 'digital', addedOn: '2026-08-01' }))
  for (const isFrozen of [false, true]) {
    if (isFrozen) await signQuarter(test)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const question = { code: 'M2b.06', ...summer, cursor, limit: 2 }
      const page: { rows: { label: string }[]; next: string | null; isFrozen: boolean } = valueOf(
        await cataloguer.client.indicators.explain(question),
      )
      expect(page.isFrozen).toBe(isFrozen)
      seen.push(...page.rows.map(({ label }) => label))
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual(titles)
  }
})

it.each(['Nguyen Van A', 'NaN', '-1', '1.5', '{}', ''])(
  'the rows behind a figure do not go on from %j',
  async (cursor) => {
    const reader = await test.as('reader')
    const question = { code: 'M2b.06', ...summer, cursor }
    expect(codeOf(await reader.client.indicators.explain(question))).toBe('invalid_input')
  },
)

it('signed figures stand in the order of the catalogue of indicators, unknown ones after them', async () => {
  const { id } = await signQuarter(test)
  const { raw, db } = test.engine.connection
  raw.exec(
    `insert into figure (periodId, code, version, status, value, parameters, rowSet)
     select periodId, 'A0', version, status, value, parameters, rowSet from figure where code = 'M2b.02'`,
  )
  const codes = (await frozenValues(db, id)).map(({ code }) => code)
  expect(codes).toEqual([...indicatorList.map(({ code }) => code), 'A0'])
})

describe('indicators of the stock', () => {
  const valuesIn = async (quarter = summer) => {
    const { values } = valueOf(await (await test.as('reader')).client.indicators.list(quarter))
    return Object.fromEntries(
      values.map(({ code, status, value }) => [code, status === 'known' ? value : status]),
    )
  }

  async function deliver(
    receivedOn: string,
    source: 'purchase' | 'donation',
    copies: number,
    isOpening = false,
  ) {
    const { client } = await test.as('cataloguer')
    const title = `Nhan đề ${receivedOn} ${source}`
    const { id: titleId } = valueOf(await client.catalogue.addTitle({ title, addedOn: '2020-01-01' }))
    const number = `${receivedOn} ${source}`
    const { id: voucherId } = valueOf(
      await client.copies.addVoucher({ number, receivedOn, source, isOpening }),
    )
    const lines = Array.from({ length: copies }, () => ({ titleId, seriesId: 1, siteId: 1 }))
    return valueOf(await client.copies.accession({ voucherId, copies: lines })).ids
  }

  beforeEach(async () => {
    const { client } = await test.as('cataloguer')
    valueOf(await client.copies.addSeries({ name: 'Sách', prefix: 'VN' }))
  })

  it('have no share where there is no stock', async () => {
    expect(await valuesIn()).toMatchObject({
      'M2b.01': 0,
      'M2b.05b': 'zero_base',
      'M2b.07': 'zero_base',
    })
  })

  it('count copies, titles, deliveries by source and withdrawals, each by its own day', async () => {
    const { client } = await test.as('cataloguer')
    const old = await deliver('2026-05-01', 'purchase', 6)
    await deliver('2026-07-15', 'purchase', 3)
    await deliver('2026-08-15', 'donation', 1)
    await deliver('2026-08-16', 'purchase', 4, true)
    await deliver('2026-10-01', 'donation', 9)
    const decision = { decisionNumber: '1', decidedOn: '2026-09-01', withdrawnOn: '2026-09-01' }
    const copyIds = old.slice(0, 1)
    valueOf(await client.copies.withdraw({ ...decision, ground: 'lost', copyIds }))
    valueOf(await client.catalogue.addTitle({ title: 'Số', material: 'digital', addedOn: '2026-09-30' }))
    expect(await valuesIn()).toMatchObject({
      'g.2': 13,
      'g.3a': 4,
      'M2b.01': 13,
      'M2b.02': 4,
      'M2b.04a': 2,
      'M2b.04a1': 1,
      'M2b.04b': 4,
      'M2b.04b1': 3,
      'M2b.04b2': 1,
      'M2b.04b3': 0,
      'M2b.05a': 1,
      'M2b.05b': 7.14,
      'M2b.06': 1,
      'M2b.07': 7.14,
    })
  })

  it('add what an opening balance still stands for, and open its rows too', async () => {
    const { client } = await test.as('cataloguer')
    const cell = { siteId: 1, ddc: '', source: 'purchase' } as const
    const rows = [{ ...cell, titles: 40, copies: 100, evidence: 'Sổ tài sản 2025' }]
    const { version } = valueOf(await client.stock.opening({}))
    valueOf(await client.stock.setOpening({ asOf: '2026-07-01', rows, version }))
    await deliver('2026-08-16', 'purchase', 4, true)
    expect(await valuesIn()).toMatchObject({ 'M2b.01': 100, 'M2b.02': 40, 'M2b.04b': 0 })
    expect(await valuesIn({ period: '2026-Q2' })).toMatchObject({ 'M2b.01': 0 })
    const explained = valueOf(await client.indicators.explain({ code: 'M2b.01', ...summer, limit: 5 }))
    expect(explained.rows.map(({ tableName, detail }) => [tableName, detail])).toEqual([
      ['copy', 'VN000001'],
      ['copy', 'VN000002'],
      ['copy', 'VN000003'],
      ['copy', 'VN000004'],
      ['openingBalance', 'Sổ tài sản 2025'],
    ])
  })

  it('once signed stay as they were, weighed rows and all', async () => {
    const { client } = await test.as('cataloguer')
    const rows = [{ siteId: 1, titles: 40, copies: 100 }]
    const { version } = valueOf(await client.stock.opening({}))
    valueOf(await client.stock.setOpening({ asOf: '2026-07-01', rows, version }))
    await deliver('2026-07-15', 'purchase', 3)
    const { id } = await signQuarter(test)
    await deliver('2026-07-16', 'donation', 5)
    const signed = valueOf(await client.reports.period({ id })).figures
    expect(signed.find(({ code }) => code === 'M2b.01')).toMatchObject({ value: 103 })
    expect(await valuesIn()).toMatchObject({ 'M2b.01': 108 })
    const { value, rowCount, isFrozen } = valueOf(
      await client.indicators.explain({ code: 'M2b.01', ...summer }),
    )
    expect({ value: value.value, rowCount, isFrozen }).toEqual({ value: 103, rowCount: 4, isFrozen: true })
  })

  it('count newspapers that are taken on the last day, and so does the page of figures', async () => {
    const { client } = await test.as('cataloguer')
    for (const [title, endsOn] of [
      ['Báo còn đặt', null],
      ['Báo đã thôi', '2026-09-29'],
    ] as const) {
      const { id } = valueOf(
        await client.catalogue.addTitle({ title, material: 'serial', addedOn: '2020-01-01' }),
      )
      const span = { titleId: id, startsOn: '2026-01-01', endsOn, frequency: 'daily' } as const
      valueOf(await client.catalogue.setSubscription({ ...span, id: null, rev: null }))
    }
    valueOf(await client.catalogue.addTitle({ title: 'Số', material: 'digital', addedOn: '2026-01-01' }))
    expect(await valuesIn()).toMatchObject({ 'g.3b': 1, 'M2b.03': 1, 'M2b.06': 1 })
    const figures = valueOf(await client.stock.figures({ asOf: '2026-09-30' }))
    expect(figures).toMatchObject({ serials: 1, digital: 1 })
  })
})
