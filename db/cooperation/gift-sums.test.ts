import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../shared/client.ts'
import { openTestEngine, valueOf, type TestEngine } from '../../test/support/engine.ts'

let engine: TestEngine
let client: Client

beforeEach(async () => {
  engine = await openTestEngine()
  client = (await engine.as('activities')).client
})
afterEach(async () => {
  expect(engine.faults).toEqual([])
  await engine.close()
})

const million = 1_000_000

/**
 * What the association's report of 18/02/2020 lists for 2019: dues of 62 units and of the specialised branches,
 * advertising support of two firms, support for two classes and for a campaign. The report prints 101 triệu 250 ngàn as
 * the total of the first three, ten million short.
 */
const printed2019 = 101_250_000
const received2019 = [
  { what: 'Hội phí của 62 đơn vị thư viện công cộng', amountMinor: 63 * million },
  { what: 'Hội phí của các Chi hội, Liên Chi hội chuyên ngành', amountMinor: 38_250_000 },
  { what: 'Hỗ trợ quảng cáo của 02 doanh nghiệp', amountMinor: 10 * million },
]
const supported2019 = [
  { what: 'Liên hiệp các Hội KH&KT Việt Nam: 02 lớp tập huấn', amountMinor: 55 * million },
  { what: 'Viện Công nhân Công đoàn, Quỹ Châu Á: tuyên truyền', amountMinor: 56 * million },
]

async function give(gifts: readonly { what: string; amountMinor: number }[], donor: string): Promise<number> {
  const partner = valueOf(await client.cooperation.addPartner({ name: donor, kind: 'association' }))
  for (const gift of gifts)
    valueOf(
      await client.cooperation.addGift({
        ...gift,
        kind: 'money',
        receivedOn: '2019-12-31',
        partnerId: partner.id,
      }),
    )
  return partner.id
}

test('the list of 2019 adds up to what was received, where its paper is ten million short', async () => {
  const members = await give(received2019, 'Các đơn vị hội viên, doanh nghiệp')
  const supporters = await give(supported2019, 'Các đơn vị hỗ trợ')
  const { sum, rows } = valueOf(await client.cooperation.giftSums({ year: 2019, along: 'donor' }))
  const of = (id: number) => rows.find(({ key }) => key === String(id))?.valueVnd
  expect(of(members)).toBe(111_250_000)
  expect((of(members) ?? 0) - printed2019).toBe(10 * million)
  expect(of(supporters)).toBe(111 * million)
  expect(sum).toMatchObject({ gifts: 5, valueVnd: 222_250_000, unvalued: 0 })
  const list = valueOf(await client.cooperation.gifts({ year: 2019 }))
  expect(list.sum).toEqual(sum)
})

test('a gift without a rate or a value enters no sum, and is counted as that', async () => {
  const common = { receivedOn: '2026-05-01', kind: 'money' } as const
  const dollars = { ...common, what: 'Bằng đô la', currency: 'USD', amountMinor: 100_050 } as const
  expect(await client.cooperation.addGift(dollars)).toMatchObject({ error: { code: 'rate_missing' } })
  valueOf(await client.cooperation.addGift({ ...dollars, accepted: ['rate_missing'] }))
  const rated = { ...dollars, rate: 23_215.5, rateOn: '2026-05-01' }
  expect(valueOf(await client.cooperation.addGift(rated)).amountVnd).toBe(23_227_108)
  valueOf(
    await client.cooperation.addGift({
      ...common,
      kind: 'books',
      what: 'Sách cũ',
      copies: 12,
      valueBasis: 'unknown',
    }),
  )
  expect(valueOf(await client.cooperation.gifts({})).sum).toEqual({
    gifts: 3,
    valueVnd: 23_227_108,
    unvalued: 2,
    copies: 12,
    equipment: 0,
  })
})

test('equipment is worth the sum of its lines, whose keys outlive a change', async () => {
  const given = {
    kind: 'equipment',
    receivedOn: '2026-05-01',
    what: 'Phòng máy',
    amountMinor: 1,
    items: [
      { name: 'Máy tính', quantity: 10, valueMinor: 150 * million },
      { name: 'Máy chiếu', quantity: 1, valueMinor: 12 * million },
    ],
  } satisfies Parameters<typeof client.cooperation.addGift>[0]
  const gift = valueOf(await client.cooperation.addGift(given))
  expect(gift.amountVnd).toBe(162 * million)
  const [computers, projector] = gift.items
  const items = [{ id: projector?.id ?? null, name: 'Máy chiếu', valueMinor: null }]
  const changed = valueOf(
    await client.cooperation.updateGift({ ...given, id: gift.id, rev: gift.rev, items }),
  )
  expect(changed).toMatchObject({ amountVnd: null, valueBasis: 'unknown', items: [{ id: projector?.id }] })
  expect(computers?.id).not.toBe(projector?.id)
})

test('sums along every axis come to the same total', async () => {
  await give(received2019, 'Một')
  await give(supported2019, 'Hai')
  for (const along of ['year', 'kind', 'donor', 'origin'] as const) {
    const { rows, sum } = valueOf(await client.cooperation.giftSums({ along }))
    expect(rows.reduce((total, { valueVnd }) => total + valueVnd, 0)).toBe(sum.valueVnd)
    expect(sum.valueVnd).toBe(222_250_000)
  }
})
