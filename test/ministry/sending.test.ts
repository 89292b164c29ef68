import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBadLine } from '../support/bad-line.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../support/engine.ts'
import { makeKey, nameLibrary, signQuarter } from '../support/signed.ts'
import { budgetBytes } from '../../shared/sync/contract.ts'
import { allFigures, newLibrary, packageOf } from './support/library.ts'
import { newCode, newPlace, startReceiver, type Running } from './support/receiver.ts'

const now = () => new Date('2026-11-10T02:00:00.000Z')
let test: TestEngine
let director: Person
let running: Running

beforeEach(async () => {
  running = await startReceiver(await newPlace('sqlite'), { now })
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  await nameLibrary(test)
  await makeKey(test)
  await signQuarter(test, { period: '2026-Q2' })
  await signQuarter(test)
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function enrol(endpoint = running.url): Promise<void> {
  const { output } = await finishedJob(director, 'sync.enrol', { endpoint, code: await newCode(running) })
  expect(output).toMatchObject({ problem: null })
}
const send = () => finishedJob(director, 'sync.send', {})
const packages = async () => valueOf(await director.client.sync.status({})).packages

it('the program and the service agree: what was signed arrives once, whole, with its receipt', async () => {
  await enrol()
  expect((await send()).output).toMatchObject({ arrived: 2, waiting: 0, problem: null })
  expect((await send()).output).toMatchObject({ arrived: 0, waiting: 0, problem: null })
  const stored = await running.receiver.store.db.selectFrom('package').select('hash').execute()
  const sent = await packages()
  expect(stored.map(({ hash }) => hash).toSorted()).toEqual(sent.map(({ hash }) => hash).toSorted())
  expect(sent.every(({ receipt }) => receipt?.outcome === 'accepted')).toBe(true)
})

it('while the disk here is full nothing goes half way, and once there is room all of it goes', async () => {
  await enrol()
  const { raw } = test.engine.connection
  raw.exec('vacuum')
  raw.pragma(`max_page_count = ${String(raw.pragma('page_count', { simple: true }))}`)
  const refused = await director.call('sync.send', {})
  const ended = refused.ok ? await finishedJob(director, 'sync.send', {}) : null
  expect(refused.ok ? ended?.error?.code : refused.error.code).toBe('storage_full')
  const { db } = running.receiver.store
  const there = await db.selectFrom('package').select('hash').execute()
  raw.pragma('max_page_count = 1000000')
  expect((await send()).output).toMatchObject({ waiting: 0, problem: null })
  const hashes = (await packages()).map(({ hash }) => hash)
  const arrived = await db.selectFrom('package').select(['hash', 'outcome']).execute()
  expect(arrived.map(({ hash }) => hash).toSorted()).toEqual(hashes.toSorted())
  expect(hashes).toEqual(expect.arrayContaining(there.map(({ hash }) => hash)))
  expect(arrived.every(({ outcome }) => outcome === 'accepted')).toBe(true)
  // What was refused for want of room is no fault of the program's, and is told to the log alone.
  test.faults.length = 0
})

it('the code that the service reads out is the one the program expects', async () => {
  await enrol()
  await send()
  const [row] = await packages()
  const { receipt } = await running.receiver.store.db
    .selectFrom('package')
    .select('receipt')
    .where('hash', '=', row?.hash ?? '')
    .executeTakeFirstOrThrow()
  const { telephoneCode } = JSON.parse(Buffer.from(receipt).toString('utf8').split('\n')[1] ?? '')
  test.engine.connection.raw.exec('delete from packageReceipt')
  const note = { packageId: row?.id ?? 0, code: String(telephoneCode) }
  expect(await director.client.sync.noteTelephoneCode(note)).toMatchObject({ ok: true })
})

it('a quarter of all indicators, each with a long figure, stays within the budget', () => {
  const { payload, bytes } = packageOf(newLibrary(), { figures: allFigures(987_654_321) })
  expect(payload.figures.length).toBeGreaterThan(80)
  expect(bytes.length).toBeLessThan(budgetBytes)
})

/** Both quarters to a service that has neither, over a line of its own, however many days it takes. */
async function carried(cutShare: number, seed: number): Promise<{ bytes: number; cuts: number }> {
  running = await startReceiver(await newPlace('sqlite'), { now })
  await enrol()
  const { raw } = test.engine.connection
  const port = Number(new URL(running.url).port)
  const line = await openBadLine({ port, bytesPerSecond: 2000, cutShare, seed })
  raw.prepare('update enrolment set endpoint = ?').run(line.endpoint)
  raw.exec('delete from packageReceipt')
  const isThere = async () => (await packages()).every(({ receipt }) => receipt !== null)
  for (let day = 0; day === 0 || (day < 20 && !(await isThere())); day++) await send()
  expect(await isThere()).toBe(true)
  await line.close()
  return line.state
}

it('over a line of 2 kB a second that cuts every fifth connection, it takes no three times the bytes', async () => {
  const undisturbed = await carried(0, 1)
  let cuts = 0
  for (const seed of [123_456_789, 1_402_337, 987_654_321]) {
    const disturbed = await carried(0.2, seed)
    expect(disturbed.bytes, `seed ${seed}`).toBeLessThanOrEqual(3 * undisturbed.bytes)
    cuts += disturbed.cuts
  }
  expect(cuts).toBeGreaterThan(0)
}, 120_000)
