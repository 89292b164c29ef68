import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { declaredTypes } from '../../shared/activities/types.ts'
import { outsideVisits } from '../../shared/indicators/rotation-indicators.ts'
import { openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import { compute } from '../indicators/compute.ts'

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

const third = { period: '2026-Q3' }
async function figure(code: string, quarter = third) {
  const { values } = valueOf(await director.client.indicators.list(quarter))
  const { value, status } = values.find((each) => each.code === code) ?? expect.unreachable(code)
  return status === 'known' ? value : status
}
const rotated = ['M2c.10a', 'M2c.10b', 'M2c.10c']
const mobile = ['M2c.11a', 'M2c.11b', 'M2c.11c']
const figures = (codes: string[], quarter = third) => Promise.all(codes.map((code) => figure(code, quarter)))

const place = { siteId: 1, place: 'Trường Tiểu học Hòa Bình' }
const add = async (fields: object) =>
  valueOf(await director.client.rotation.addSession({ ...place, on: '2026-07-14', state: 'done', ...fields }))
const count = async (on: string, value: number | null) =>
  valueOf(
    await director.client.readers.saveCounters({
      siteId: 1,
      cells: [{ on, kindCode: 'outside_adults', value }],
      reason: 'Ghi bổ sung',
      accepted: ['unusual_count'],
    }),
  )

it('who never sent anything and never drove anywhere has no figure of it', async () => {
  expect(await figures([...rotated, ...mobile, 'M2a.12'])).toEqual(Array(7).fill('not_collected'))
})

it('a session counts once it was held, and what nobody counted there is not 0', async () => {
  await add({ state: 'planned', children: 40 })
  expect(await figures(mobile)).toEqual(Array(3).fill('not_collected'))
  await add({})
  expect(await figures([...mobile, 'M2a.12'])).toEqual([1, 'not_collected', 'not_collected', 'not_collected'])
  await add({ children: 30, adults: 5, documents: 90 })
  expect(await figures([...mobile, 'M2a.12'])).toEqual([2, 35, 90, 35])
  expect(await figures([...mobile, 'M2a.12'], { period: '2026-Q4' })).toEqual([0, 0, 0, 0])
})

it('a month that the desk counted is the desk’s, another the vehicle’s', async () => {
  await add({ children: 30 })
  await add({ on: '2026-08-02', children: 11 })
  await count('2026-07-20', 100)
  expect(await figure('M2a.12')).toBe(111)
  expect(await figure('M2c.11b')).toBe(41)
  const { rows } = valueOf(await director.client.rotation.sessions({}))
  expect(rows.map(({ isInCounters }) => isInCounters)).toEqual([true, false])
})

it('what is told as an activity of the diary is no shipment, no session, and feeds no figure besides', async () => {
  expect([declaredTypes.E17.feeds, declaredTypes.E18.feeds]).toEqual([[], []])
  await add({ children: 30, documents: 60 })
  const before = valueOf(await director.client.indicators.list(third)).values
  for (const [typeCode, details] of [
    ['E17', { route: 'Tuyến 1', readers: 500, documents: 900 }],
    ['E18', { point: 'Tủ sách thôn', titles: 10, copies: 200 }],
  ] as const)
    valueOf(
      await director.client.activities.add({
        name: 'Ghi trước đây',
        typeCode,
        state: 'done',
        sessions: [{ on: '2026-07-14', attended: 500 }],
        details,
        accepted: ['sessions_overlap'],
      }),
    )
  expect(valueOf(await director.client.indicators.list(third)).values).toEqual(before)
})

const sessionOf = fc.record({
  month: fc.constantFrom('07', '08', '09'),
  siteId: fc.constantFrom(1, 2),
  state: fc.constantFrom('done' as const, 'planned' as const, 'dropped' as const),
  children: fc.option(fc.integer({ min: 0, max: 300 })),
  adults: fc.option(fc.integer({ min: 0, max: 300 })),
})
const countOf = fc.record({
  month: fc.constantFrom('07', '08', '09'),
  siteId: fc.constantFrom(1, 2),
  value: fc.option(fc.integer({ min: 0, max: 49 })),
})
type Session = {
  month: string
  siteId: number
  state: string
  children: number | null
  adults: number | null
}

/** One source for each place and month, said the long way round. */
function recomputed(
  sessions: readonly Session[],
  counts: readonly { month: string; siteId: number; value: number | null }[],
) {
  let sum = 0
  let isKnown = false
  const told = (siteId: number, month: string) =>
    counts.flatMap((each) => (each.siteId === siteId && each.month === month ? (each.value ?? []) : []))
  for (const siteId of [1, 2])
    for (const month of ['07', '08', '09']) {
      const byDesk = told(siteId, month)
      const held = sessions.filter(
        (each) => each.siteId === siteId && each.month === month && each.state === 'done',
      )
      const bySessions = held.flatMap(({ children, adults }) =>
        children === null && adults === null ? [] : [(children ?? 0) + (adults ?? 0)],
      )
      if (byDesk.length > 0 || bySessions.length > 0) isKnown = true
      sum += (byDesk.length > 0 ? byDesk : bySessions).reduce((all, each) => all + each, 0)
    }
  return isKnown ? sum : 'not_collected'
}

it('no visit outside the library counts twice, whatever was written where', async () => {
  const { raw } = test.engine.connection
  valueOf(await (await test.as('cataloguer')).client.copies.addSite({ name: 'Cơ sở 2' }))
  const put = raw.prepare(
    `insert into mobileSession ("on", state, siteId, place, children, adults) values (?, ?, ?, 'Thôn', ?, ?)`,
  )
  const tell = raw.prepare(
    `insert into counterValue (siteId, kindCode, "on", value) values (?, 'outside_adults', ?, ?)`,
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(sessionOf, { maxLength: 12 }),
      fc.uniqueArray(countOf, { maxLength: 6, selector: ({ month, siteId }) => `${month}/${siteId}` }),
      async (sessions, counts) => {
        raw.exec('delete from mobileSession; delete from counterValue')
        for (const { month, state, siteId, children, adults } of sessions)
          put.run(`2026-${month}-12`, state, siteId, children, adults)
        for (const { month, siteId, value } of counts) tell.run(siteId, `2026-${month}-20`, value)
        expect(await measured()).toBe(recomputed(sessions, counts))
      },
    ),
    { numRuns: 60 },
  )
})

async function measured() {
  const span = { from: '2026-07-01', to: '2026-09-30' }
  const { status, value } = await compute(test.engine.connection.db, outsideVisits, span)
  return status === 'known' ? value : status
}
