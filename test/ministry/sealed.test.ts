import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPackage } from '../../db/sync/crypto.ts'
import { createExchange } from '../../db/host/exchange.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  writeTestFile,
  type Person,
  type TestEngine,
} from '../support/engine.ts'
import { fileFrom, makeKey, nameLibrary, signQuarter } from '../support/signed.ts'
import { newCode, newPlace, startReceiver, telephoneCodeOf, type Running } from './support/receiver.ts'

const now = () => new Date('2026-11-10T02:00:00.000Z')
const ageStart = Buffer.from('age-encryption.org/v1\n')
let running: Running
let test: TestEngine
let director: Person
let periodId: number

beforeEach(async () => {
  running = await startReceiver(await newPlace('sqlite'), { now })
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  await nameLibrary(test)
  await makeKey(test)
  periodId = (await signQuarter(test)).id
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function enrol(at: Running = running): Promise<void> {
  const { output } = await finishedJob(director, 'sync.enrol', { endpoint: at.url, code: await newCode(at) })
  expect(output).toMatchObject({ problem: null })
}
const encrypt = () =>
  director.call('sync.setSending', { isAutomatic: false, isMetered: false, isEncrypted: true, proxy: '' })
const send = () => finishedJob(director, 'sync.send', {})
const status = async () => valueOf(await director.client.sync.status({}))
const stored = (at: Running = running) =>
  at.receiver.store.db.selectFrom('package').select(['hash', 'bytes', 'revision', 'outcome']).execute()

it('an encrypted package is the same bytes on every road, and only the receiver opens it', async () => {
  await enrol()
  valueOf(await encrypt())
  const path = testFolder()
  const written = await finishedJob(director, 'sync.writeToFolder', { periodId, path })
  expect(written.output).toMatchObject({ problem: null })
  const { name, bytes } = await fileFrom(test, director, 'sync.exportPackage', { periodId })
  expect(bytes.subarray(0, ageStart.length)).toEqual(ageStart)
  expect(openPackage(bytes)).toMatchObject({ ok: false })
  expect(readFileSync(join(path, name)).equals(bytes)).toBe(true)
  expect((await send()).output).toMatchObject({ arrived: 1, problem: null })
  const [row] = (await status()).packages
  expect(await stored()).toMatchObject([{ hash: row?.hash, bytes, outcome: 'accepted' }])
  expect(row?.receipt).toMatchObject({ outcome: 'accepted' })
  // The code over the telephone is of what the package says, however it was wrapped.
  test.engine.connection.raw.exec('delete from packageReceipt')
  const code = await telephoneCodeOf(running, row?.hash ?? '')
  valueOf(await director.client.sync.noteTelephoneCode({ packageId: row?.id ?? 0, code }))
})

it('its own encrypted package is still known here, another’s is said to be closed', async () => {
  await enrol()
  valueOf(await encrypt())
  const { bytes } = await fileFrom(test, director, 'sync.exportPackage', { periodId })
  const verify = async (file: Uint8Array) => {
    const ticket = await createExchange(test.engine.dataDir).admit(writeTestFile('p.khosach', file))
    return finishedJob(director, 'sync.verifyPackage', { file: ticket })
  }
  expect((await verify(bytes)).output).toMatchObject({ isOurs: true, payload: { revision: 1 } })
  const other = Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])])
  expect((await verify(other)).error).toMatchObject({ code: 'package_sealed' })
})

it('a library that enrols with another receiver encrypts anew to that one', async () => {
  await enrol()
  valueOf(await encrypt())
  const { bytes } = await fileFrom(test, director, 'sync.exportPackage', { periodId })
  const other = await startReceiver(await newPlace('sqlite'), { now })
  await enrol(other)
  expect((await send()).output).toMatchObject({ arrived: 1, problem: null })
  const [there] = await stored(other)
  expect(there?.outcome).toBe('accepted')
  expect(Buffer.from(there?.bytes ?? []).equals(bytes)).toBe(false)
})

it('the budget counts what the encryption adds', async () => {
  await enrol()
  const budget = async () => valueOf(await director.client.sync.budget({ periodId })).packed
  const plain = await budget()
  valueOf(await encrypt())
  expect((await budget()) - plain).toBeGreaterThan(150)
})

it('a period that was restated before anybody packed it arrives with all its numbers', async () => {
  await enrol()
  const cataloguer = await test.as('cataloguer')
  const late = { title: 'Ghi sót', material: 'digital', digitalOrigin: 'bought', addedOn: '2026-08-01' }
  valueOf(await cataloguer.call('catalogue.addTitle', late))
  const { id, rev } = valueOf(await director.client.reports.period({ id: periodId }))
  valueOf(await director.client.reports.restate({ id, rev, reason: 'Ghi sót', password: testPassword }))
  expect((await send()).output).toMatchObject({ arrived: 2, waiting: 0, problem: null })
  expect((await status()).gaps.revisions).toEqual([])
  const figures = await running.receiver.store.db
    .selectFrom('figure')
    .innerJoin('package', 'package.hash', 'figure.packageHash')
    .select(['revision', 'value'])
    .where('code', '=', 'M2b.06')
    .orderBy('revision')
    .execute()
  const [signed, restated] = figures
  expect(restated?.value).toBe((signed?.value ?? 0) + 1)
})
