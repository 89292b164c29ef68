import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  finishedJob,
  openTestEngine,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
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

const quarters = { second: { period: '2026-Q2' }, third: { period: '2026-Q3' } }

async function figure(code: string, asked: { period: string }) {
  const { values } = valueOf(await director.client.indicators.list(asked))
  const { value, status } = values.find((each) => each.code === code) ?? expect.unreachable(code)
  return status === 'known' ? value : status
}

const things = (count: number, fields = {}) => ({
  rows: Array.from({ length: count }, (_, at) => ({
    inventoryNumber: `TB-${at}`,
    name: 'Máy tính',
    purpose: 'readers' as const,
    acquiredOn: '2024-01-01',
    ...fields,
  })),
})

it('nobody who has not looked has a figure', async () => {
  for (const code of [
    'M2a.02',
    'M2a.03',
    'M2a.04a',
    'M2a.05',
    'M2a.06',
    'M2a.07',
    'M2a.08',
    'D206.01',
    'D206.02',
  ])
    expect(await figure(code, quarters.second), code).toBe('not_collected')
})

it('area and seats are those of the end of the quarter, of rooms to read in', async () => {
  const measures = [
    { fromOn: '2020-01-01', areaM2: 80.5, seats: 40 },
    { fromOn: '2026-07-01', areaM2: 120, seats: 60 },
  ]
  const room = { name: 'Phòng đọc', openedOn: '2020-01-01', measures }
  valueOf(await director.client.facilities.addRoom(room))
  valueOf(await director.client.facilities.addRoom({ ...room, name: 'Kho', kind: 'store' }))
  expect(await figure('M2a.02', quarters.second)).toBe(80.5)
  expect(await figure('M2a.03', quarters.third)).toBe(60)
})

it('a room that is closed leaves 0, not nothing', async () => {
  const measures = [{ fromOn: '2020-01-01', areaM2: 80, seats: 40 }]
  const room = { name: 'Phòng đọc', openedOn: '2020-01-01', closedOn: '2026-07-01', measures }
  valueOf(await director.client.facilities.addRoom(room))
  expect([await figure('M2a.03', quarters.second), await figure('M2a.03', quarters.third)]).toEqual([40, 0])
})

describe('equipment', () => {
  it('counts while it works, and opens its rows', async () => {
    const { client } = director
    const { ids } = valueOf(await client.facilities.addEquipment(things(5)))
    const [first = 0, second = 0] = ids
    valueOf(await client.facilities.addEvent({ equipmentId: first, kind: 'broken', on: '2026-05-01' }))
    const repair = { equipmentId: first, kind: 'repair', on: '2026-07-01', until: '2026-07-20' } as const
    valueOf(await client.facilities.addEvent(repair))
    const decision = { number: '1/QĐ', decidedOn: '2026-08-01', reason: 'Cũ', equipmentIds: [second] }
    valueOf(await client.facilities.retire(decision))
    expect(await figure('M2a.04b', quarters.second)).toBe(4)
    expect(await figure('M2a.04b', quarters.third)).toBe(4)
    const { rows } = valueOf(await client.indicators.explain({ code: 'M2a.04b', ...quarters.second }))
    expect(rows.map(({ rowId }) => rowId)).toEqual(ids.slice(1))
    expect(rows[0]).toMatchObject({ tableName: 'equipment', label: 'Máy tính', detail: 'TB-1' })
    expect(await figure('M2a.04a', quarters.third)).toBe(0)
  })

  it('is marked in a signed figure once something is told of it later', async () => {
    const { client } = director
    const { ids } = valueOf(await client.facilities.addEquipment(things(2)))
    await signQuarter(test)
    valueOf(await client.facilities.addEvent({ equipmentId: ids[0] ?? 0, kind: 'broken', on: '2026-07-01' }))
    const asked = { code: 'M2a.04b', ...quarters.third }
    const { value, isFrozen, rows } = valueOf(await client.indicators.explain(asked))
    expect([value.value, isFrozen]).toEqual([2, true])
    expect(rows.map(({ changedSince }) => changedSince)).toEqual([true, false])
  })

  it('all of a list is added or nothing', async () => {
    const { client } = director
    const twice = [...things(2).rows, ...things(1).rows]
    expect(await client.facilities.addEquipment({ rows: twice })).toMatchObject({
      error: { code: 'duplicate_number', details: { row: 3, number: 'TB-0' } },
    })
    expect(valueOf(await client.facilities.equipment({ on: '2026-11-10' })).rows).toEqual([])
  })

  it('is in use again once its decision is taken back', async () => {
    const { client } = director
    const { ids } = valueOf(await client.facilities.addEquipment(things(2)))
    const decision = { number: '1/QĐ', decidedOn: '2026-08-01', reason: 'Cũ', equipmentIds: ids }
    const { id, rev } = valueOf(await client.facilities.retire(decision))
    expect(await figure('M2a.04b', quarters.third)).toBe(0)
    valueOf(await client.facilities.cancelRetirement({ id, rev }))
    expect(await figure('M2a.04b', quarters.third)).toBe(2)
    expect(valueOf(await client.facilities.retirements({}))).toEqual([])
  })

  it('prints its minutes and its card', async () => {
    const { client } = director
    const { ids } = valueOf(await client.facilities.addEquipment(things(2)))
    const decision = { number: '1/QĐ', decidedOn: '2026-08-01', reason: 'Cũ', equipmentIds: ids }
    const { id } = valueOf(await client.facilities.retire(decision))
    for (const [operation, input] of [
      ['facilities.printRetirement', { id }],
      ['facilities.printCards', { equipmentIds: ids }],
    ] as const)
      expect(await finishedJob(director, operation, input)).toMatchObject({ state: 'done' })
  })
})

it('the share of workflows counts what is wholly by machine, of the lines that stood then', async () => {
  const { client } = director
  const state = { fromOn: '2026-01-01', tool: '' }
  for (const itemId of [1, 2, 3])
    valueOf(await client.facilities.setState({ ...state, itemId, state: 'digital' }))
  valueOf(await client.facilities.setState({ ...state, itemId: 4, state: 'partly' }))
  expect(await figure('M2a.07', quarters.second)).toBe(20)
  for (const id of [11, 12, 13, 14, 15])
    valueOf(await client.facilities.updateLine({ id, rev: 1, name: '', droppedOn: '2026-07-01' }))
  expect(await figure('M2a.07', quarters.second)).toBe(20)
  expect(await figure('M2a.07', quarters.third)).toBe(30)
})

it('the website is complete with a service and the link to the national system, not before', async () => {
  const { client } = director
  const kinds = ['website', 'opac', 'open_knowledge'] as const
  const answers = []
  for (const kind of kinds) {
    valueOf(await client.facilities.addService({ name: kind, kind, fromOn: '2026-01-01' }))
    answers.push(await figure('D206.02', quarters.second))
  }
  expect(answers).toEqual([0, 0, 1])
})

it('a site is online while a connection of it holds', async () => {
  const connection = { siteId: 1, fromOn: '2025-01-01', untilOn: '2026-07-01' }
  valueOf(await director.client.facilities.addConnection(connection))
  expect([await figure('M2a.05', quarters.second), await figure('M2a.05', quarters.third)]).toEqual([100, 0])
})
