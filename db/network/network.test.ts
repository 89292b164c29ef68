import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import { signQuarter } from '../../test/support/signed.ts'

let test: TestEngine
let director: Person
beforeEach(async () => {
  test = await openTestEngine()
  director = await test.as('director')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const quarters = { second: { period: '2025-Q2' }, third: { period: '2026-Q3' } }
type Fields = Parameters<Person['client']['network']['addPoints']>[0]['rows'][number]

async function figure(code: string, quarter = quarters.third) {
  const { values } = valueOf(await director.client.indicators.list(quarter))
  const { value, status } = values.find((each) => each.code === code) ?? expect.unreachable(code)
  return status === 'known' ? value : status
}

const point = (name: string, fields: Partial<Fields> = {}, kind = 'commune' as const): Fields => ({
  identities: [{ fromOn: '2019-01-01', name, kind, commune: 'Xã Hồng Phong' }],
  ...fields,
})
async function add(...rows: Fields[]): Promise<number[]> {
  return valueOf(await director.client.network.addPoints({ rows })).ids
}

async function support(pointIds: readonly number[], partnerIds: number[] = []): Promise<number> {
  const { client } = director
  const visit = { name: 'Hướng dẫn nghiệp vụ', typeCode: 'E29', state: 'done', partnerIds } as const
  const sessions = [{ on: '2026-08-12', attended: 4 }]
  const { id } = valueOf(await client.activities.add({ ...visit, sessions, accepted: ['sessions_overlap'] }))
  for (const pointId of pointIds) valueOf(await client.network.addSupport({ activityId: id, pointId }))
  return id
}

it('nothing has a figure where nobody has entered anything', async () => {
  for (const code of ['M2a.01', 'g.1', 'M2a.01a3', 'M2b.18', 'g.7', 'D206.05', 'D206.07'])
    expect(await figure(code), code).toBe('not_collected')
})

describe('points', () => {
  it('count by what they were on the day, each place once', async () => {
    const district = { fromOn: '1990-01-01', name: 'Thư viện huyện', kind: 'former_district' } as const
    const commune = {
      fromOn: '2025-07-01',
      name: 'Thư viện xã',
      kind: 'commune',
      commune: 'Xã Bình',
    } as const
    await add({ identities: [district, commune] }, point('Thư viện xã Tân Lập'))
    const own = { fromOn: '1960-01-01', name: 'Thư viện tỉnh', kind: 'provincial' } as const
    await add({ identities: [own], siteId: 1 })
    const before = [await figure('M2a.01a2', quarters.second), await figure('M2a.01a3', quarters.second)]
    expect(before).toEqual([1, 1])
    expect([await figure('M2a.01a2'), await figure('M2a.01a3'), await figure('M2a.01a1')]).toEqual([0, 2, 1])
    expect([await figure('M2a.01'), await figure('g.1', quarters.second)]).toEqual([3, 3])
    const { rows } = valueOf(await director.client.indicators.explain({ code: 'M2a.01', ...quarters.third }))
    expect(rows.map(({ label }) => label)).toContain('Thư viện xã')
  })

  it('leave the figure on the day they close, and schools are none of the network', async () => {
    const school = { fromOn: '2012-01-01', name: 'Thư viện trường', kind: 'school' } as const
    await add(point('Thư viện xã', { closedOn: '2026-09-30' }), { identities: [school] })
    // The site of the library itself is a place of its own.
    expect([await figure('M2a.01'), await figure('M2a.01a3'), await figure('M2a.01a8')]).toEqual([1, 0, 1])
  })

  it('of one that is tied to a site the stock is what the records say', async () => {
    const own = { fromOn: '1960-01-01', name: 'Thư viện tỉnh', kind: 'provincial' } as const
    const typed = { fromOn: '2020-01-01', copies: 999_999, titles: 99_999, serials: 99 }
    const [id = 0] = await add({ identities: [own], figures: [typed], siteId: 1 })
    const read = valueOf(await director.client.network.point({ id, on: '2026-09-30' }))
    expect(read.conditions.map(({ value, standing }) => [value, standing])).toEqual([
      [0, 'not_met'],
      [0, 'not_met'],
      [0, 'not_met'],
    ])
  })

  it('a figure that a later line does not speak of goes on', async () => {
    const figures = [
      { fromOn: '2020-01-01', areaM2: 45.5, copies: 100 },
      { fromOn: '2026-01-01', copies: 2000, source: 'Kiểm kê' },
    ]
    const [id = 0] = await add(point('Thư viện xã', { figures }))
    const standingOn = async (on: string) => {
      const { conditions } = valueOf(await director.client.network.point({ id, on }))
      return conditions.map(({ measure, value, standing }) => [measure, value, standing])
    }
    expect(await standingOn('2025-12-31')).toEqual([
      ['copies', 100, 'not_met'],
      ['serials', null, 'unknown'],
      ['areaM2', 45.5, 'met'],
    ])
    expect((await standingOn('2026-01-01'))[0]).toEqual(['copies', 2000, 'met'])
  })

  it('of a merged partner both speak of the one that stays', async () => {
    const { client } = director
    const partner = async (name: string) =>
      valueOf(await client.cooperation.addPartner({ name, kind: 'library' })).id
    const [first, second] = [await partner('Thư viện A'), await partner('Thư viện B')]
    const [id = 0] = await add(point('Thư viện A', { partnerId: first }))
    const asked = { what: 'Địa chí', partnerId: first, askedOn: '2026-08-01' }
    valueOf(await client.network.addExchange(asked))
    valueOf(await client.cooperation.mergePartners({ id: first, intoId: second }))
    expect(valueOf(await client.network.point({ id, on: '2026-09-30' })).partnerName).toBe('Thư viện B')
    const { rows } = valueOf(await client.network.exchanges({ on: '2026-09-30' }))
    expect(rows).toMatchObject([{ otherName: 'Thư viện B' }])
  })
})

describe('support', () => {
  it('counts each library once, whether it is named as a point, as a partner or as both', async () => {
    const { client } = director
    const partner = valueOf(
      await client.cooperation.addPartner({ name: 'Thư viện xã A', kind: 'library' }),
    ).id
    const [tied = 0, other = 0] = await add(
      point('Thư viện xã A', { partnerId: partner }),
      point('Thư viện xã B'),
    )
    await support([tied, other], [partner])
    await support([other])
    expect([await figure('M2c.04'), await figure('M2c.05')]).toEqual([2, 2])
  })

  it('a point that is tied later marks a signed quarter and never touches its value', async () => {
    const [first = 0, second = 0] = await add(point('Thư viện xã A'), point('Thư viện xã B'))
    const activityId = await support([first])
    const { id } = await signQuarter(test)
    valueOf(await director.client.network.addSupport({ activityId, pointId: second }))
    const { figures } = valueOf(await director.client.reports.period({ id }))
    const signed = figures.find(({ code }) => code === 'M2c.05')
    expect(signed).toMatchObject({ value: 1 })
    expect(await figure('M2c.05')).toBe(2)
  })

  it('stands on the home page from the week in which it falls due until it is done', async () => {
    const [pointId = 0] = await add(point('Thư viện xã A'))
    const activityId = await support([])
    const { client } = director
    const left = { pointId, followUp: 'Phân loại lại', followUpBy: '2026-11-12' }
    const { id } = valueOf(await client.network.addSupport({ activityId, ...left }))
    const due = async () => valueOf(await client.home.overview({ since: 'week' })).due.map(({ kind }) => kind)
    expect(await due()).toContain('followUpsDue')
    valueOf(await client.network.updateSupport({ ...left, id, rev: 1, followedUpOn: '2026-11-09' }))
    expect(await due()).not.toContain('followUpsDue')
  })
})

describe('exchanges', () => {
  it('count in the quarter in which they were sent, by whose documents they are', async () => {
    const [pointId = 0] = await add(point('Thư viện xã A'))
    const { client } = director
    const asked = { what: 'Sách', pointId, askedOn: '2026-06-20', documents: 12 } as const
    valueOf(await client.network.addExchange({ ...asked, sentOn: '2026-07-01' }))
    valueOf(
      await client.network.addExchange({ ...asked, direction: 'out', documents: 3, sentOn: '2026-07-02' }),
    )
    valueOf(await client.network.addExchange({ ...asked, refusedOn: '2026-07-03' }))
    expect([await figure('M2c.08'), await figure('M2c.08a'), await figure('M2c.08b')]).toEqual([2, 12, 3])
    expect(await figure('M2c.08', { period: '2026-Q2' })).toBe(0)
  })

  it('a loan that should be back stands on the home page', async () => {
    const [pointId = 0] = await add(point('Thư viện xã A'))
    const { client } = director
    const lent = { what: 'Sách', pointId, askedOn: '2026-06-20', sentOn: '2026-07-01', dueOn: '2026-11-09' }
    valueOf(await client.network.addExchange(lent))
    const { due } = valueOf(await client.home.overview({ since: 'week' }))
    expect(due).toContainEqual(expect.objectContaining({ kind: 'exchangesOverdue', count: 1, first: 'Sách' }))
  })
})

it('copies per person go by the nearest year that was entered', async () => {
  const cataloguer = await test.as('cataloguer')
  const { version } = valueOf(await cataloguer.client.stock.opening({}))
  const left = { siteId: 1, titles: 900, copies: 2500 }
  valueOf(await cataloguer.client.stock.setOpening({ asOf: '2026-01-01', version, rows: [left] }))
  valueOf(await director.client.network.addPopulation({ year: 2024, people: 1000, source: 'Niên giám' }))
  valueOf(await director.client.network.addPopulation({ year: 2027, people: 10, source: 'Dự báo' }))
  expect([await figure('M2b.18'), await figure('g.7', { period: '2023-Q4' })]).toEqual([2.5, 'not_collected'])
})

it('who is not known is asked and not counted as having a site', async () => {
  const [first = 0, second = 0, third = 0] = await add(point('A'), point('B'), point('C'))
  const answered = [
    { pointId: first, website: 'yes', managed: 'yes' },
    { pointId: second, website: 'no' },
  ] as const
  valueOf(await director.client.network.answerSurvey({ year: 2026, rows: [...answered] }))
  const quarter = { period: '2026-Q4' }
  expect([await figure('D206.05', quarter), await figure('D206.07', quarter)]).toEqual([33.33, 33.33])
  const { website } = valueOf(await director.client.network.survey({ year: 2026 }))
  expect(website).toEqual({ yes: 1, no: 1, unknown: 1, percent: 33.33 })
  valueOf(
    await director.client.network.answerSurvey({
      year: 2026,
      rows: [{ pointId: first }, { pointId: third }],
    }),
  )
  expect([await figure('D206.05', quarter), await figure('D206.07', quarter)]).toEqual([0, 'not_collected'])
})
