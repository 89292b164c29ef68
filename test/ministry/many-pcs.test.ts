import { copyFileSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { databaseName } from '../../db/folder.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  testNow,
  valueOf,
  testPassword,
  type TestEngine,
} from '../support/engine.ts'
import { makeKey, nameLibrary, signQuarter, testPassphrase } from '../support/signed.ts'
import { openSpoiltLine } from '../support/spoilt-line.ts'
import { newCode, newPlace, startReceiver, type Running } from './support/receiver.ts'

const runs = Number(process.env['KHOSACH_RUNS'] ?? 4)
const dayMs = 86_400_000
const quarters = ['2026-Q2', '2026-Q3']

/** What happens to a library that signs and sends: on one of its PCs, to its line, or to the clocks. */
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sign' as const), quarter: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('restate' as const), quarter: fc.nat(1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('backup' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clone' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const), after: fc.nat(4000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('portal' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('clock' as const, 'receiverClock' as const),
      days: fc.integer({ min: -500, max: 500 }),
    }),
  },
)
const history = fc.array(fc.tuple(fc.nat(1), act), { minLength: 8, maxLength: 22 })
type Act = (typeof history extends fc.Arbitrary<infer Acts extends readonly unknown[]>
  ? Acts[number]
  : never)[1]

type Pc = { dataDir: string; test: TestEngine; clock: { aheadMs: number } }
type World = {
  pcs: Pc[]
  backup: string | null
  running: Running
  line: Awaited<ReturnType<typeof openSpoiltLine>>
  receiverClock: { aheadMs: number }
  written: number
}

async function openPc(dataDir: string, clock = { aheadMs: 0 }): Promise<Pc> {
  return { dataDir, clock, test: await openTestEngine({ dataDir, clock: () => testNow + clock.aheadMs }) }
}

async function reopen(pc: Pc): Promise<void> {
  await pc.test.close()
  pc.test = (await openPc(pc.dataDir, pc.clock)).test
}

/** A file as it lies when the program is closed. */
async function copyOf({ test }: Pc, isWhole: boolean): Promise<string> {
  const to = testFolder()
  test.engine.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(join(test.engine.dataDir, databaseName), join(to, databaseName))
  if (isWhole) cpSync(join(test.engine.dataDir, 'this-pc'), join(to, 'this-pc'), { recursive: true })
  return to
}

async function putBack(pc: Pc, backup: string): Promise<void> {
  await pc.test.close()
  for (const ending of ['', '-wal', '-shm']) rmSync(join(pc.dataDir, databaseName + ending), { force: true })
  copyFileSync(join(backup, databaseName), join(pc.dataDir, databaseName))
  pc.test = (await openPc(pc.dataDir, pc.clock)).test
}

/** What a clock that runs wrong, or a quarter that is signed already, does not allow is refused: a person would come back. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('refused: '))) throw error
    expect(error.message).not.toContain('internal')
  }
}

async function restate(world: World, { test }: Pc, period: string): Promise<void> {
  const cataloguer = await test.as('cataloguer')
  const addedOn = `${period.slice(0, 4)}-${{ Q1: '02', Q2: '05', Q3: '08', Q4: '11' }[period.slice(5)] ?? '01'}-05`
  // Each in words of its own: two PCs that restate on their own tell different figures.
  for (let count = 0; count <= world.written % 3; count++)
    valueOf(
      await cataloguer.client.catalogue.addTitle({
        title: `Ghi sót ${++world.written}`,
        material: 'digital',
        digitalOrigin: 'bought',
        addedOn,
      }),
    )
  const director = await test.as('director')
  const opened = await director.client.reports.openPeriod({ period })
  const id = opened.ok ? opened.value.id : Number(opened.error.details['id'])
  const { rev } = valueOf(await director.client.reports.period({ id }))
  valueOf(await director.client.reports.restate({ id, rev, reason: 'Ghi sót', password: testPassword }))
}

async function send({ test }: Pc): Promise<{ waiting: number; problem: string | null }> {
  const director = await test.as('director')
  if (valueOf(await director.client.sync.status({})).key.state === 'locked')
    valueOf(await director.client.sync.unlockKey({ secret: testPassphrase }))
  const { output, state, error } = await finishedJob(director, 'sync.send', { periodId: null })
  expect([state, error]).toEqual(['done', null])
  return output as { waiting: number; problem: string | null }
}

async function carryOut(world: World, pc: Pc, act: Act): Promise<void> {
  if (act.do === 'sign') return attempt(() => signQuarter(pc.test, { period: quarters[act.quarter] ?? '' }))
  if (act.do === 'restate') return attempt(() => restate(world, pc, quarters[act.quarter] ?? ''))
  if (act.do === 'send') return void (await send(pc))
  if (act.do === 'restart') return reopen(pc)
  if (act.do === 'backup') return void (world.backup = await copyOf(pc, false))
  if (act.do === 'restore') return world.backup === null ? undefined : putBack(pc, world.backup)
  if (act.do === 'clone') {
    if (world.pcs.length < 2) world.pcs.push(await openPc(await copyOf(pc, true)))
    return
  }
  if (act.do === 'cut') return void world.line.state.cuts.push(act.after)
  if (act.do === 'portal') return void (world.line.state.page = world.line.state.page ? null : '<p>Wi-Fi</p>')
  const clock = act.do === 'clock' ? pc.clock : world.receiverClock
  clock.aheadMs = act.days * dayMs
  if (act.do === 'clock') await reopen(pc)
}

/** The line is good and the clocks are right again: everybody sends until nothing waits. */
async function comeHome(world: World): Promise<void> {
  Object.assign(world.line.state, { page: null, cuts: [] })
  world.receiverClock.aheadMs = 0
  for (const pc of world.pcs) {
    pc.clock.aheadMs = 0
    await reopen(pc)
    let left = await send(pc)
    for (let tries = 0; left.waiting > 0 && tries < 5; tries++) left = await send(pc)
    expect(left).toMatchObject({ waiting: 0, problem: null })
  }
}

const packagesAt = ({ receiver }: Running) => receiver.store.db.selectFrom('package').selectAll().execute()

/** What was received once stays as it is, to the byte, with the receipt that was given for it. */
function expectKept(before: Awaited<ReturnType<typeof packagesAt>>, now: typeof before): void {
  const byHash = new Map(now.map((each) => [each.hash, each]))
  for (const each of before) {
    const kept = byHash.get(each.hash)
    expect(kept?.receipt).toBe(each.receipt)
    expect(Buffer.from(kept?.bytes ?? []).equals(Buffer.from(each.bytes))).toBe(true)
  }
}

it('whatever befalls a library’s PCs, its line and the clocks, every signed period arrives once and the highest number counts', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (acts) => {
      const receiverClock = { aheadMs: 0 }
      const now = () => new Date(testNow + dayMs + receiverClock.aheadMs)
      const running = await startReceiver(await newPlace('sqlite'), { now })
      const line = await openSpoiltLine(running.url)
      onTestFinished(line.close)
      const first = await openPc(testFolder())
      const world: World = { pcs: [first], backup: null, running, line, receiverClock, written: 0 }
      await nameLibrary(first.test)
      await makeKey(first.test)
      const director = await first.test.as('director')
      const input = { endpoint: line.endpoint, code: await newCode(running) }
      expect((await finishedJob(director, 'sync.enrol', input)).output).toMatchObject({ problem: null })
      await signQuarter(first.test, { period: '2026-Q2' })
      let received = await packagesAt(running)
      for (const [at, each] of acts) {
        await carryOut(world, world.pcs[at % world.pcs.length] as Pc, each)
        const there = await packagesAt(running)
        expectKept(received, there)
        received = there
      }
      await comeHome(world)
      const there = await packagesAt(running)
      expectKept(received, there)
      const hashes = new Set(there.map(({ hash }) => hash))
      expect(hashes.size).toBe(there.length)
      for (const { test } of world.pcs) {
        const person = await test.as('director')
        for (const row of valueOf(await person.client.sync.status({})).packages) {
          expect(hashes).toContain(row.hash)
          expect(row.receipt).not.toBeNull()
        }
        expect(test.faults).toEqual([])
      }
      await expectCounted(running, there)
      for (const { test } of world.pcs) await test.close()
      await running.stop()
    }),
    { numRuns: runs },
  )
}, 600_000)

it('a library that was copied before it wrote any package numbers apart from its copy', async () => {
  const first = await openPc(testFolder())
  await nameLibrary(first.test)
  await makeKey(first.test)
  const { id } = await signQuarter(first.test)
  const second = await openPc(await copyOf(first, true))
  const person = await second.test.as('director')
  valueOf(await person.client.sync.unlockKey({ secret: testPassphrase }))
  const epochs = []
  for (const { test } of [first, second]) {
    const { state } = await finishedJob(await test.as('director'), 'sync.exportPackage', { periodId: id })
    expect(state).toBe('done')
    const { raw } = test.engine.connection
    epochs.push(raw.prepare('select uuid from summaryPackage join epoch on epoch.id = epochId').pluck().get())
    await test.close()
  }
  expect(epochs[0]).not.toBe(epochs[1])
})

async function expectCounted({ receiver }: Running, there: Awaited<ReturnType<typeof packagesAt>>) {
  const { db } = receiver.store
  const numbers = there.map((each) => `${each.epoch} ${each.periodFrom} ${each.periodTo} ${each.revision}`)
  expect(new Set(numbers).size).toBe(numbers.length)
  const counted = await db.selectFrom('counted').selectAll().execute()
  const byPeriod = Map.groupBy(there, ({ periodFrom, periodTo }) => `${periodFrom} ${periodTo}`)
  expect(counted).toHaveLength(byPeriod.size)
  const conflicts = await db.selectFrom('conflict').selectAll().execute()
  for (const [period, packages] of byPeriod) {
    const one = counted.find(({ periodFrom, periodTo }) => `${periodFrom} ${periodTo}` === period)
    const highest = Math.max(...packages.map(({ revision }) => revision))
    expect(packages.find(({ hash }) => hash === one?.packageHash)?.revision).toBe(highest)
    for (const [revision, same] of Map.groupBy(packages, (each) => each.revision)) {
      const figures = new Set(same.map(({ figuresDigest }) => figuresDigest))
      if (figures.size < 2) continue
      const named = conflicts.filter((each) => `${each.periodFrom} ${each.periodTo}` === period)
      expect(named.map((each) => each.revision)).toContain(revision)
    }
  }
}
