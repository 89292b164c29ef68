import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isoDateAt } from '../../shared/dates.ts'
import { copyStatuses, type Copy } from '../../shared/copies/contract.ts'
import type { ItemClass, Stocktake } from '../../shared/stocktake/contract.ts'
import { classOf, itemClasses, type ItemFacts, type Place } from '../../shared/stocktake/rules.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { handedIn, makeStocks, openStocktake, satelliteText, type Stocks } from '../../test/support/stocks.ts'

const room = fc.integer({ min: 0, max: 2 })
const shelf = fc.constantFrom('', 'A', 'B')
const thing = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('copy' as const), at: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('new' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('code' as const), code: fc.constantFrom('LẠ-1', 'LẠ-2') }),
  },
)
const plan = fc.record({
  copies: fc.array(fc.record({ room, shelf, status: fc.constantFrom(...copyStatuses) }), {
    minLength: 1,
    maxLength: 6,
  }),
  scope: fc.constantFrom('all', 'room', 'shelf'),
  changes: fc.array(
    fc.record({ at: fc.nat(5), change: fc.constantFrom('withdraw', 'cancel', 'move', 'lend', 'return') }),
    { maxLength: 3 },
  ),
  scans: fc.array(fc.record({ thing, room: fc.option(room), shelf, day: fc.nat(1), by: fc.nat(3) }), {
    maxLength: 14,
  }),
  order: fc.constantFrom('forth', 'back'),
  isTwice: fc.boolean(),
})
type Plan = typeof plan extends fc.Arbitrary<infer Value> ? Value : never

type Made = { code: string; place: Place; at: string; by: number }

it('each copy expected, and each scan, is in one class, whatever the order, repetition or split of the scans', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (given) => {
      const test = await openTestEngine({ dataDir: testFolder() })
      try {
        await play(test, given)
        expect(test.faults).toEqual([])
      } finally {
        await test.close()
      }
    }),
    { numRuns: Number(process.env['KHOSACH_RUNS'] ?? 12), endOnFailure: true },
  )
}, 300_000)

async function play(test: TestEngine, given: Plan): Promise<void> {
  const person = await test.as('cataloguer')
  const stocks = await makeStocks(person)
  const rooms = [stocks.reading, stocks.lending, stocks.branch]
  const ids: number[] = []
  for (const copy of given.copies) {
    const [id = 0] = await stocks.enter(1, { ...rooms[copy.room], shelf: copy.shelf })
    valueOf(await person.client.copies.setStatus({ copyIds: [id], status: copy.status }))
    ids.push(id)
  }
  const scope = {
    all: {},
    room: stocks.reading,
    shelf: { ...stocks.reading, shelfFrom: 'A', shelfTo: 'A' },
  }[given.scope]
  const before = await copiesOf(person)
  const session = await openStocktake(stocks, scope)
  for (const change of given.changes) await carryOut(stocks, ids[change.at], change.change)
  const [newId = 0] = await stocks.enter(1)
  const scans = given.scans.map((each, at): Made => {
    const copyId = each.thing.kind === 'copy' ? ids[each.thing.at % ids.length] : newId
    const code = each.thing.kind === 'code' ? each.thing.code : `VV${String(copyId).padStart(6, '0')}`
    const place = each.room === null ? { siteId: null, storeId: null } : rooms[each.room]
    const atMs = test.clock.nowMs + each.day * 24 * 3_600_000 + at * 2000
    return {
      code,
      place: { siteId: null, storeId: null, ...place, shelf: each.shelf },
      at: new Date(atMs).toISOString(),
      by: each.by,
    }
  })
  test.clock.nowMs += 36 * 3_600_000
  valueOf(await person.client.users.signIn({ username: 'user-cataloguer', password: testPassword }))
  await deliver(test, { session, scans, given })
  const model = modelOf({ before, after: await copiesOf(person), scope, newId, scans, stocks })
  const live = await classesShown(person, session)
  expect(live, 'while it is open').toEqual(model)
  await expectEachScanOnce(person, session, model)
  const job = await finishedJob(person, 'stocktake.close', { id: session.id })
  expect(job.state, JSON.stringify(job.error)).toBe('done')
  expect(await classesShown(person, session), 'once it is closed').toEqual(model)
  const expected = [...model].filter(
    ([name]) => name.startsWith('copy') && before.some((copy) => `copy ${copy.id}` === name),
  )
  const { tallies } = valueOf(await person.client.stocktake.stocktake({ id: session.id }))
  const total = Object.values(tallies?.classes ?? {}).reduce((sum, count) => sum + count, 0)
  expect(total).toBe(model.size)
  expect(expected.length).toBeGreaterThanOrEqual(session.expected ?? 0)
}

async function copiesOf(person: Person): Promise<Copy[]> {
  return valueOf(await person.client.copies.search({ filters: { state: 'all' }, limit: 200 })).rows
}

/** What a change refuses, as a copy that is gone already, is no change. */
async function carryOut({ person, lending, reading }: Stocks, id: number | undefined, change: string) {
  if (id === undefined) return
  const { copies } = person.client
  const copyIds = [id]
  const on = '2026-11-10'
  const decision = { decisionNumber: `${id}/QĐ`, decidedOn: on, withdrawnOn: on, ground: 'damaged' as const }
  switch (change) {
    case 'withdraw':
      await copies.withdraw({ ...decision, copyIds, isAboveLimitMeant: true })
      return
    case 'cancel':
      await copies.cancelCopies({ copyIds, reason: 'nhầm' })
      return
    case 'move': {
      const { storeId } = valueOf(await copies.copy({ id }))
      await copies.moveCopies({ copyIds, ...(storeId === lending.storeId ? reading : lending), movedOn: on })
      return
    }
    default:
      await copies.setStatus({ copyIds, status: change === 'lend' ? 'on_loan' : 'available' })
  }
}

type Delivery = { session: Stocktake; scans: readonly Made[]; given: Plan }

/** By hand at the desk, in a scanner's file and from two satellites, in either order, and all of it twice if so meant. */
async function deliver(test: TestEngine, { session, scans, given }: Delivery): Promise<void> {
  const person = await test.as('cataloguer')
  const { dataDir } = test.engine
  const { id, uuid } = session
  const acts = [
    ...scans
      .filter(({ by }) => by === 0)
      .map(({ code, at, place }, number) => async () => {
        valueOf(
          await person.client.stocktake.scan({ id, scans: [{ key: `desk-${number}`, code, at, ...place }] }),
        )
      }),
    ...[1, 2].map((by) => async () => {
      const own = scans.filter((scan) => scan.by === by)
      const text = satelliteText(uuid, {
        device: `d${by}`,
        scans: own.map(({ at, code, place }, number) => [
          number + 1,
          at,
          code,
          place.siteId,
          place.storeId,
          place.shelf,
        ]),
      })
      const file = await handedIn(dataDir, `may-${by}.json`, text)
      expect((await finishedJob(person, 'stocktake.mergeFile', { id, file })).state).toBe('done')
    }),
    ...[
      ...Map.groupBy(
        scans.filter(({ by }) => by === 3),
        ({ place }) => JSON.stringify(place),
      ).values(),
    ].map((group) => async () => {
      const text = group.map(({ code, at }) => `${code};${at}`).join('\n')
      const file = await handedIn(dataDir, 'may-quet.txt', text)
      const input = { id, file, ...group[0]?.place }
      expect((await finishedJob(person, 'stocktake.mergeFile', input)).state).toBe('done')
    }),
  ]
  const ordered = given.order === 'back' ? acts.toReversed() : acts
  for (const act of given.isTwice ? [...ordered, ...ordered.toReversed()] : ordered) await act()
}

type World = {
  before: readonly Copy[]
  after: readonly Copy[]
  scope: object
  newId: number
  scans: readonly Made[]
  stocks: Stocks
}

/** The rules themselves, asked of each copy and code. */
function modelOf({ before, after, scope, newId, scans, stocks }: World): Map<string, ItemClass> {
  const model = new Map<string, ItemClass>()
  const beforeById = new Map(before.map((copy) => [copy.id, copy]))
  for (const copy of after) {
    const then = beforeById.get(copy.id)
    const facts: ItemFacts = {
      expected: then && isMeant(then, scope) ? { place: placeOf(then), status: then.status } : null,
      copy: {
        place: placeOf(copy),
        status: copy.status,
        cancelledOn: copy.cancelledOn,
        withdrawnOn: copy.withdrawnOn,
        isNew: copy.id === newId,
        isMoved: then !== undefined && (then.siteId !== copy.siteId || then.storeId !== copy.storeId),
      },
      scans: scans
        .filter(({ code }) => code === copy.accessionNumber)
        .map(({ place, at }) => ({ place, day: isoDateAt(Date.parse(at)) })),
    }
    const found = classOf(facts)
    if (found) model.set(`copy ${copy.id}`, found)
  }
  for (const { code } of scans) if (code.startsWith('LẠ')) model.set(`code ${code}`, 'unknown')
  expect(stocks.titleId).toBeGreaterThan(0)
  return model
}

function isMeant(copy: Copy, scope: object): boolean {
  const { storeId, shelfFrom } = scope as { storeId?: number; shelfFrom?: string }
  return (
    (storeId === undefined || copy.storeId === storeId) &&
    (shelfFrom === undefined || copy.shelf === shelfFrom)
  )
}

function placeOf({ siteId, storeId, shelf: onShelf }: Copy): Place {
  return { siteId, storeId, shelf: onShelf }
}

async function classesShown(person: Person, { id }: Stocktake): Promise<Map<string, ItemClass>> {
  const shown = new Map<string, ItemClass>()
  for (const each of itemClasses) {
    const { rows, total } = valueOf(
      await person.client.stocktake.items({ id, filters: { class: each }, limit: 200 }),
    )
    expect(total.count, each).toBe(rows.length)
    for (const { copyId, code } of rows) {
      const name = copyId === null ? `code ${code}` : `copy ${copyId}`
      expect(shown.has(name), `${name} in ${each} and ${shown.get(name)}`).toBe(false)
      shown.set(name, each)
    }
  }
  return shown
}

/** The first scan of a thing has its class, every other is a repetition. */
async function expectEachScanOnce(person: Person, { id }: Stocktake, model: ReadonlyMap<string, ItemClass>) {
  const { rows } = valueOf(await person.client.stocktake.scans({ id, limit: 200 }))
  const byThing = Map.groupBy(rows, ({ copyId, code }) =>
    copyId === null ? `code ${code}` : `copy ${copyId}`,
  )
  for (const [name, group] of byThing) {
    const classes = group.map((scan) => scan.class).filter((each) => each !== 'twice')
    expect(classes, name).toEqual([model.get(name)])
  }
}
