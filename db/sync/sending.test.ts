import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectPeriod, tellAll } from '../../ministry/office/acts.ts'
import { receiptOf } from '../../ministry/office/records.ts'
import {
  newCode,
  newPlace,
  startReceiver,
  telephoneCodeOf,
  type Running,
} from '../../test/ministry/support/receiver.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  testNow,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { openSpoiltLine, type SpoiltLine } from '../../test/support/spoilt-line.ts'
import { fileFrom, makeKey, nameLibrary, signQuarter, testPassphrase } from '../../test/support/signed.ts'
import { databaseName } from '../folder.ts'

let test: TestEngine
let director: Person
let running: Running
let line: SpoiltLine
let code: string
let periodId: number
let recoveryCode: string

const receivedAt = '2026-11-11T01:00:00.000Z'
const status = async (person = director) => valueOf(await person.client.sync.status({}))
const enrol = (person = director) => finishedJob(person, 'sync.enrol', { endpoint: line.endpoint, code })
const send = (person = director) => finishedJob(person, 'sync.send', { periodId: null })
const problemsOf = async () =>
  valueOf(await director.client.sync.attempts({})).rows.map(({ problem }) => problem)

beforeEach(async () => {
  running = await startReceiver(await newPlace('sqlite'), { now: () => new Date(receivedAt) })
  line = await openSpoiltLine(running.url)
  code = await newCode(running)
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  await nameLibrary(test)
  recoveryCode = (await makeKey(test)).recoveryCode
  periodId = (await signQuarter(test)).id
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
  await line.close()
})

const storedBytes = async (hash: string) =>
  running.receiver.store.db.selectFrom('package').select('bytes').where('hash', '=', hash).executeTakeFirst()
const codeOf = (hash: string) => telephoneCodeOf(running, hash)

describe('a library', () => {
  it('enrols with its code, once, and is told by whom it is received', async () => {
    expect(await enrol()).toMatchObject({ state: 'done', output: { receiver: 'Vụ Thư viện' } })
    expect((await enrol()).state).toBe('done')
    expect((await status()).enrolment).toMatchObject({ endpoint: line.endpoint })
    expect(
      await finishedJob(director, 'sync.enrol', { endpoint: line.endpoint, code: 'KHONG-CO-MA' }),
    ).toMatchObject({ output: { receiver: null, problem: 'code_unknown' } })
    expect(await finishedJob(director, 'sync.enrol', { endpoint: 'http://bo.gov.vn', code })).toMatchObject({
      error: { code: 'endpoint_wrong' },
    })
  })

  it('sends nothing before it has enrolled', async () => {
    expect((await send()).error).toMatchObject({ code: 'not_enrolled' })
    expect(line.state.requests).toEqual([])
  })
})

describe('a package on the network', () => {
  beforeEach(async () => {
    await enrol()
  })

  it('arrives as the very bytes of the file, and its receipt is kept', async () => {
    expect(await send()).toMatchObject({ state: 'done', output: { arrived: 1, waiting: 0 } })
    const { packages } = await status()
    expect(packages).toMatchObject([{ receipt: { outcome: 'accepted', road: 'https', receivedAt } }])
    const { bytes } = await fileFrom(test, director, 'sync.exportPackage', { periodId })
    expect((await storedBytes(packages[0]?.hash ?? ''))?.bytes).toEqual(bytes)
  })

  it('is sent once: what has a receipt is not sent again', async () => {
    await send()
    const { bytesTaken } = line.state
    expect((await send()).output).toMatchObject({ arrived: 0, waiting: 0 })
    expect(line.state.bytesTaken).toBe(bytesTaken)
  })

  it('goes on where the line was cut, and sends no byte twice', async () => {
    line.state.cuts.push(300, 500, 1)
    expect((await send()).state).toBe('done')
    const { packages } = await status()
    expect(line.state.bytesTaken).toBe(packages[0]?.bytes)
  })

  it('waits for another day when the line lets nothing through, and goes on from there', async () => {
    line.state.cuts.push(700, 0, 0, 0, 0, 0)
    expect((await send()).output).toMatchObject({ problem: 'cut_off' })
    expect(await problemsOf()).toEqual(['cut_off'])
    line.state.cuts.length = 0
    expect((await send()).state).toBe('done')
    expect(line.state.bytesTaken).toBe((await status()).packages[0]?.bytes)
  })

  it('is not taken for received where a page of the network answers', async () => {
    line.state.page = '<html>Đăng nhập Wi-Fi</html>'
    expect((await send()).output).toMatchObject({ problem: 'sign_in_page' })
    expect((await status()).packages[0]?.receipt).toBeNull()
    line.state.page = null
    expect((await send()).state).toBe('done')
  })

  it('says by name what the receiver said', async () => {
    for (const [refusal, problem] of [
      ['revoked', 'sender_unknown'],
      ['storage_full', 'receiver_full'],
      ['throttled', 'receiver_busy'],
      ['from_the_future', 'from_the_future'],
    ] as const) {
      line.state.refusing = refusal
      expect((await send()).output, refusal).toMatchObject({ problem, arrived: 0, waiting: 1 })
    }
    expect(await problemsOf()).toEqual([
      'from_the_future',
      'receiver_busy',
      'receiver_full',
      'sender_unknown',
    ])
  })

  it('stays here while the receiver is down for a month', async () => {
    await line.close()
    expect((await send()).output).toMatchObject({ problem: 'unreachable' })
    test.clock.nowMs += 30 * 86_400_000
    valueOf(await director.call('users.signIn', { username: 'user-director', password: testPassword }))
    expect((await send()).output).toMatchObject({ problem: 'unreachable' })
    expect((await status()).packages).toMatchObject([
      { receipt: null, lastDelivery: { problem: 'unreachable' } },
    ])
  })

  it('of a restated period goes under the next number, after the one before', async () => {
    valueOf(
      await (
        await test.as('cataloguer')
      ).client.catalogue.addTitle({
        title: 'Ghi sót',
        material: 'digital',
        digitalOrigin: 'bought',
        addedOn: '2026-08-01',
      }),
    )
    await fileFrom(test, director, 'sync.exportPackage', { periodId })
    const { id, rev } = valueOf(await director.client.reports.period({ id: periodId }))
    valueOf(await director.client.reports.restate({ id, rev, reason: 'Ghi sót', password: testPassword }))
    expect((await send()).output).toMatchObject({ arrived: 2, waiting: 0, problem: null })
    expect((await status()).packages.map(({ revision, receipt }) => [revision, receipt?.outcome])).toEqual([
      [2, 'accepted'],
      [1, 'accepted'],
    ])
  })
})

it('a program that was killed while sending says so, and goes on where the receiver stands', async () => {
  await enrol()
  line.state.cuts.push(700, 0, 0, 0, 0, 0)
  await send()
  line.state.cuts.length = 0
  const { dataDir } = test.engine
  test.engine.connection.raw.exec(`
    insert into job (operation, input, state, startedAt) values ('sync.send', '{"periodId":null}', 'running', '');
    insert into delivery (packageId, road, startedAt, jobId) select 1, 'https', '2026-11-10T02:00:00.000Z', max(id) from job`)
  await test.close()
  test = await openTestEngine({ dataDir, clock: () => testNow })
  director = test.stranger()
  valueOf(await director.call('users.signIn', { username: 'user-director', password: testPassword }))
  expect(await problemsOf()).toEqual(['interrupted', 'cut_off'])
  expect((await send()).output).toMatchObject({ arrived: 1, waiting: 0 })
  expect(line.state.bytesTaken).toBe((await status()).packages[0]?.bytes)
})

describe('what the receiver says', () => {
  const kept = () =>
    test.engine.connection.raw.prepare('select number, kind from receiverMessage order by number').all()

  it('is kept once, in its order, with what it lacks', async () => {
    await enrol()
    const spring = { from: '2026-01-01', to: '2026-03-31' }
    await expectPeriod(running.receiver, { ...spring, dueOn: '2026-12-05', note: '' }, 'admin')
    await tellAll(running.receiver, { kind: 'endpoint', url: 'http://khong-ma-hoa.vn' }, 'admin')
    await send()
    await send()
    expect(kept()).toEqual([
      { number: 1, kind: 'deadline' },
      { number: 2, kind: 'endpoint' },
    ])
    const { gaps, enrolment } = await status()
    expect(gaps.periods).toEqual([{ ...spring, dueOn: '2026-12-05' }])
    // An address in the open is no address, whoever signed it.
    expect(enrolment?.endpoint).toBe(line.endpoint)
  })

  it('counts for nothing from the first word on that the receiver has not signed', async () => {
    await enrol()
    for (const note of ['Đúng', 'Sửa', 'Sau đó'])
      await tellAll(running.receiver, { kind: 'definitions', note }, 'admin')
    const { db } = running.receiver.store
    const second = db.updateTable('message').where('number', '=', 2)
    await second.set({ text: sql`replace(text, 'Sửa', 'Khác')` }).execute()
    await send()
    expect(kept()).toEqual([{ number: 1, kind: 'definitions' }])
  })
})

describe('a receipt', () => {
  const folder = () => {
    const path = testFolder()
    return { path, put: (name: string, bytes: string | Uint8Array) => writeFileSync(join(path, name), bytes) }
  }
  const takeFrom = (path: string) => finishedJob(director, 'sync.readReceipts', { path })

  it('comes back on a stick among files of others; only what is ours is taken', async () => {
    await enrol()
    const stick = folder()
    valueOf(await director.call('sync.writeToFolder', { periodId, path: stick.path }))
    await send()
    const hash = (await status()).packages[0]?.hash ?? ''
    const file = await receiptOf(running.receiver, hash)
    test.engine.connection.raw.exec('delete from packageReceipt')
    mkdirSync(join(stick.path, 'bien-nhan'))
    writeFileSync(join(stick.path, 'bien-nhan', 'q3.receipt'), file)
    stick.put('sua.receipt', file.replace('"accepted"', '"conflict"'))
    stick.put('la.txt', file.replace(hash, '0'.repeat(64)))
    stick.put('anh.jpg', 'không phải gói')
    const { output } = await takeFrom(stick.path)
    expect(output).toMatchObject({
      taken: [{ name: 'q3.receipt', outcome: 'accepted', revision: 1 }],
      unread: 0,
    })
    const { others } = output as { others: { name: string; reason: string }[] }
    expect(Object.fromEntries(others.map(({ name, reason }) => [name, reason]))).toEqual({
      '01-TV-01-2026-Q3-1.khosach': 'own_package',
      'sua.receipt': 'receipt_altered',
      'la.txt': 'receipt_altered',
      'anh.jpg': 'other_file',
    })
    expect((await status()).packages[0]?.receipt).toMatchObject({ road: 'file' })
    expect((await takeFrom(stick.path)).output).toMatchObject({ taken: [] })
  })

  it('is proved by the code read over the telephone, and by no other', async () => {
    await enrol()
    await fileFrom(test, director, 'sync.exportPackage', { periodId })
    const [row] = (await status()).packages
    const note = (typed: string) =>
      director.call('sync.noteTelephoneCode', { packageId: row?.id, code: typed })
    const right = await codeOf(row?.hash ?? '')
    const wrong = await codeOf('f'.repeat(64))
    expect(await note('ABC')).toMatchObject({ error: { code: 'code_unreadable' } })
    expect(await note(wrong)).toMatchObject({ error: { code: 'code_of_another' } })
    expect(await note(right.toLowerCase().replaceAll('0', 'o').replaceAll('-', ' '))).toMatchObject({
      ok: true,
    })
    expect((await status()).packages[0]?.receipt).toMatchObject({ road: 'telephone', receivedAt: null })
    expect(await note(right)).toMatchObject({ error: { code: 'receipt_there' } })
  })
})

describe('a file on a stick', () => {
  it('is the same as the one exported, read back, and stands under its name alone', async () => {
    const path = testFolder()
    const written = await finishedJob(director, 'sync.writeToFolder', { periodId, path })
    const { name, bytes } = await fileFrom(test, director, 'sync.exportPackage', { periodId })
    expect(written.output).toMatchObject({ fileName: name, bytes: bytes.length })
    expect(readdirSync(path)).toEqual([name])
    expect(readFileSync(join(path, name)).equals(bytes)).toBe(true)
  })

  it('is refused by name where there is no such folder', async () => {
    const gone = join(testFolder(), 'USB')
    for (const path of [gone, 'USB'])
      expect(await finishedJob(director, 'sync.writeToFolder', { periodId, path })).toMatchObject({
        output: { problem: 'folder_unreachable' },
      })
    expect(await problemsOf()).toEqual(['folder_unreachable', 'folder_unreachable'])
  })
})

describe('the background', () => {
  const isDue = async () => valueOf(await test.stranger().client.sync.isDue({})).isDue
  const setSending = (more: object = {}) =>
    director.call('sync.setSending', { isAutomatic: true, isMetered: false, proxy: '', ...more })

  it('does nothing until it is told to, and nothing over a line that costs', async () => {
    expect(await isDue()).toBe(false)
    await enrol()
    expect(await isDue()).toBe(false)
    await setSending()
    expect(await isDue()).toBe(true)
    await setSending({ isMetered: true })
    expect(await isDue()).toBe(false)
  })

  it('sends without anybody, then rests', async () => {
    await enrol()
    await setSending()
    valueOf(await test.stranger().call('sync.sendByItself'))
    expect((await status()).packages).toMatchObject([{ receipt: { outcome: 'accepted' } }])
    expect(await isDue()).toBe(false)
  })

  it('waits longer after each failure, and a clock that was set back holds up nothing', async () => {
    await enrol()
    await setSending()
    line.state.refusing = 'throttled'
    const waits: number[] = []
    for (let failure = 0; failure < 4; failure++) {
      await test.stranger().call('sync.sendByItself')
      const from = test.clock.nowMs
      while (!(await isDue())) test.clock.nowMs += 5000
      waits.push(test.clock.nowMs - from)
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(waits[0]).toBeLessThan(90_000)
    await test.stranger().call('sync.sendByItself')
    test.clock.nowMs -= 40 * 86_400_000
    expect(await isDue()).toBe(true)
  })
})

describe('another PC', () => {
  /** The data folder as somebody copies it, with or without what is this PC's own. */
  async function copied(isWhole: boolean): Promise<{ other: TestEngine; person: Person }> {
    const to = testFolder()
    test.engine.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(join(test.engine.dataDir, databaseName), join(to, databaseName))
    if (isWhole) cpSync(join(test.engine.dataDir, 'this-pc'), join(to, 'this-pc'), { recursive: true })
    const other = await openTestEngine({ dataDir: to, clock: () => test.clock.nowMs })
    const person = other.stranger()
    valueOf(await person.call('users.signIn', { username: 'user-director', password: testPassword }))
    return { other, person }
  }

  it('asks for the passphrase, takes the recovery code as well, and numbers apart from then on', async () => {
    await fileFrom(test, director, 'sync.exportPackage', { periodId })
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ')
    for (const [isWhole, secret] of [
      [false, testPassphrase],
      [true, typed],
    ] as const) {
      const { other, person } = await copied(isWhole)
      expect((await status(person)).key.state).toBe('locked')
      expect(await person.call('sync.unlockKey', { secret: 'không phải câu này' })).toMatchObject({
        error: { code: 'passphrase_wrong' },
      })
      const slip = typed.replace(/^./, (sign) => (sign === '7' ? '8' : '7'))
      expect(await person.call('sync.unlockKey', { secret: slip })).toMatchObject({
        error: { code: 'recovery_code_wrong', details: { group: 1 } },
      })
      valueOf(await person.call('sync.unlockKey', { secret }))
      expect((await status(person)).key.state).toBe('ready')
      const epochs = other.engine.connection.raw.prepare('select count(*) from epoch').pluck().get()
      expect(epochs).toBe(2)
      await other.close()
    }
  })

  it('here, the database put back to before a package: the next one is of a new epoch', async () => {
    const before = testFolder()
    test.engine.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(join(test.engine.dataDir, databaseName), join(before, databaseName))
    const first = await fileFrom(test, director, 'sync.exportPackage', { periodId })
    const { dataDir } = test.engine
    await test.close()
    for (const ending of ['', '-wal', '-shm']) rmSync(join(dataDir, databaseName + ending), { force: true })
    copyFileSync(join(before, databaseName), join(dataDir, databaseName))
    test = await openTestEngine({ dataDir })
    director = test.stranger()
    valueOf(await director.call('users.signIn', { username: 'user-director', password: testPassword }))
    expect((await status()).key.state).toBe('ready')
    const second = await fileFrom(test, director, 'sync.exportPackage', { periodId })
    expect(second.bytes.equals(first.bytes)).toBe(false)
    expect(test.engine.connection.raw.prepare('select count(*) from epoch').pluck().get()).toBe(2)
  })
})
