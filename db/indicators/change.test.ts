import { addedUp } from '../../shared/indicators/change.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestEngine, testFolder, valueOf, type TestEngine } from '../../test/support/engine.ts'
import { signQuarter, summer } from '../../test/support/signed.ts'

let test: TestEngine
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  const { client } = await test.as('cataloguer')
  valueOf(await client.copies.addSeries({ name: 'Sách', prefix: 'VN' }))
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function deliver(receivedOn: string, copies: number) {
  const { client } = await test.as('cataloguer')
  const { id: titleId } = valueOf(
    await client.catalogue.addTitle({ title: `Sách ${receivedOn}`, addedOn: '2020-01-01' }),
  )
  const voucher = { number: receivedOn, receivedOn, source: 'purchase' } as const
  const { id: voucherId } = valueOf(await client.copies.addVoucher(voucher))
  const lines = Array.from({ length: copies }, () => ({ titleId, seriesId: 1, siteId: 1 }))
  return valueOf(await client.copies.accession({ voucherId, copies: lines })).ids
}
const withdraw = async (copyIds: number[], withdrawnOn: string) =>
  valueOf(
    await (
      await test.as('cataloguer')
    ).client.copies.withdraw({
      decisionNumber: withdrawnOn,
      decidedOn: withdrawnOn,
      withdrawnOn,
      ground: 'lost',
      copyIds,
    }),
  )
const changeOf = async (code: string, against: 'previous' | 'lastYear' = 'previous') =>
  valueOf(await (await test.as('reader')).client.indicators.change({ code, ...summer, against }))

describe('the change of a figure', () => {
  it('is told by the rows that came and those that went, which open', async () => {
    const old = await deliver('2026-05-01', 20)
    const came = await deliver('2026-07-15', 4)
    await withdraw(old.slice(0, 2), '2026-09-01')
    const change = await changeOf('M2b.01')
    expect(change).toMatchObject({
      before: { period: '2026-Q2', value: 20, isSigned: false },
      now: { period: '2026-Q3', value: 22 },
      total: 2,
      causes: [
        {
          kind: 'part',
          measure: 'copies.held',
          effect: 2,
          effects: { came: 4, went: -2, changed: 0 },
          before: 20,
          now: 22,
          came: 4,
          went: 2,
          stayed: 18,
        },
        { kind: 'part', measure: 'stock.openingCopies', effect: 0, came: 0, went: 0 },
      ],
    })
    const { client } = await test.as('reader')
    const rowsOf = async (which: 'came' | 'went') => {
      const ids: number[] = []
      let cursor: string | null = null
      do {
        const asked = { code: 'M2b.01', ...summer, against: 'previous', measure: 'copies.held' } as const
        const page: { rows: { rowId: number }[]; next: string | null } = valueOf(
          await client.indicators.changeRows({ ...asked, which, cursor, limit: 3 }),
        )
        ids.push(...page.rows.map(({ rowId }) => rowId))
        cursor = page.next
      } while (cursor)
      return ids
    }
    expect(await rowsOf('came')).toEqual(came)
    expect(await rowsOf('went')).toEqual(old.slice(0, 2))
  })

  it('of a share is the sum of what each of its parts did', async () => {
    const old = await deliver('2026-03-01', 40)
    await withdraw(old.slice(0, 1), '2026-05-01')
    await withdraw(old.slice(1, 3), '2026-08-01')
    const { total, causes } = await changeOf('M2b.05b')
    const sum = causes.reduce((all, { effect }) => all + (effect ?? 0), 0)
    expect(total).toBeCloseTo(2.63, 2)
    expect(sum).toBeCloseTo(total ?? 0, 2)
  })

  it('names what was recorded after the earlier period was signed', async () => {
    await deliver('2026-05-01', 6)
    await signQuarter(test, { period: '2026-Q2' })
    await deliver('2026-06-30', 3)
    const { before, now, total, causes } = await changeOf('M2b.01')
    expect([before.value, before.isSigned, now.value, total]).toEqual([6, true, 9, 3])
    expect(causes[0]).toMatchObject({ kind: 'after_signing', measure: 'copies.held', effect: 3, came: 3 })
    expect(causes.slice(1).every(({ effect }) => effect === 0)).toBe(true)
  })

  it('names a new version of the formula', async () => {
    await deliver('2026-05-01', 6)
    const { client } = await test.as('director')
    const said = { name: 'Vốn', unit: 'bản', source: 'Sở', code: 'TV.01', nature: 'at_end' } as const
    const held = { measure: 'copies.held' }
    const { id, rev } = valueOf(
      await client.indicators.addOwn({
        ...said,
        fromOn: '2026-01-01',
        formula: { way: 'sum', terms: [held] },
      }),
    )
    const { code: _, nature: __, ...words } = said
    const doubled = { way: 'sum' as const, terms: [held, held] }
    valueOf(await client.indicators.changeOwn({ ...words, id, rev, fromOn: '2026-07-01', formula: doubled }))
    const { total, causes } = await changeOf('TV.01')
    expect(total).toBe(6)
    expect(causes).toMatchObject([
      { kind: 'definition', effect: 6 },
      { kind: 'part', effect: 0 },
    ])
  })

  it('opens the rows that were recorded after the earlier period was signed', async () => {
    const [first = 0] = await deliver('2026-05-01', 20)
    await signQuarter(test, { period: '2026-Q2' })
    const late = await deliver('2026-06-30', 3)
    await withdraw([first], '2026-06-29')
    const { total, causes } = await changeOf('M2b.01')
    expect(causes[0]).toMatchObject({ kind: 'after_signing', effects: { came: 3, went: -1 }, effect: 2 })
    expect(addedUp(causes.map(({ effect }) => effect))).toBe(total)
    const { client } = await test.as('reader')
    const asked = { code: 'M2b.01', ...summer, against: 'previous', measure: 'copies.held' } as const
    const rowsOf = async (which: 'came' | 'went') =>
      valueOf(await client.indicators.changeRows({ ...asked, kind: 'after_signing', which })).rows.map(
        ({ rowId }) => rowId,
      )
    expect([await rowsOf('came'), await rowsOf('went')]).toEqual([late, [first]])
  })

  it('tells rows that are in both and weigh otherwise', async () => {
    const { client } = await test.as('administrator')
    const room = { name: 'Phòng đọc', kind: 'reading', siteId: 1, openedOn: '2026-01-01' } as const
    const measures = [
      { fromOn: '2026-01-01', areaM2: 80, seats: 40 },
      { fromOn: '2026-08-01', areaM2: 96, seats: 50 },
    ]
    valueOf(await client.facilities.addRoom({ ...room, measures }))
    const { total, causes } = await changeOf('M2a.03')
    expect([total, causes]).toMatchObject([
      10,
      [{ kind: 'part', effect: 10, effects: { came: 0, went: 0, changed: 10 }, changed: 1, stayed: 0 }],
    ])
  })

  it('is told by the entries where a number was given by hand, and by nothing where one is missing', async () => {
    expect(await changeOf('M2a.11')).toMatchObject({ total: null, causes: [] })
    const { client } = await test.as('activities')
    const give = (fromOn: string, untilOn: string, value: number) =>
      client.indicators.give({ code: 'M2a.11', fromOn, untilOn, value, reason: 'Sổ' })
    valueOf(await give('2026-07-01', '2026-09-30', 9))
    valueOf(await give('2026-04-01', '2026-06-30', 4))
    const { total, causes } = await changeOf('M2a.11')
    expect([total, causes]).toMatchObject([5, [{ kind: 'given', effect: 5, came: 1, went: 1 }]])
    const asked = { code: 'M2a.11', ...summer, against: 'previous' } as const
    const { rows } = valueOf(
      await client.indicators.changeRows({
        ...asked,
        kind: 'given',
        measure: 'indicators.given',
        which: 'came',
      }),
    )
    expect(rows).toMatchObject([{ tableName: 'givenFigure', label: 'Sổ' }])
  })
})
