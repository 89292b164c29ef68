import {
  closeSync,
  existsSync,
  mkdirSync,
  readdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupsIn } from '../../test/support/backups.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { signQuarter } from '../../test/support/signed.ts'
import { databaseName } from '../folder.ts'

const dayMs = 86_400_000
let test: TestEngine
let dataDir: string
let stick: string
let administrator: Person

beforeEach(async () => {
  dataDir = testFolder()
  stick = testFolder()
  test = await openTestEngine({ dataDir })
  administrator = await test.as('administrator')
})
afterEach(() => test.close())

const addStick = async () =>
  valueOf(await administrator.client.backup.addPlace({ name: 'USB xanh', path: stick, lateAfterDays: 14 }))
/** Hours later whoever was signed in signs in again. */
async function later(ms: number): Promise<void> {
  test.clock.nowMs += ms
  valueOf(await administrator.call('users.signIn', { username: 'administrator', password: testPassword }))
}
const make = async () => (await finishedJob(administrator, 'backup.make')).output as { places: unknown[] }
const places = async () => valueOf(await administrator.client.backup.places({}))
const addTitle = async (title: string) => valueOf(await administrator.client.catalogue.addTitle({ title }))
const isDue = async (input = {}) => valueOf(await test.stranger().client.backup.isDue(input)).isDue
const byItself = () => finishedJob(test.stranger(), 'backup.makeByItself')

describe('a place', () => {
  it('takes every copy, and is known again under another letter by the mark on it', async () => {
    await addStick()
    expect(await make()).toMatchObject({
      places: [
        { placeId: 1, outcome: 'done' },
        { name: 'USB xanh', outcome: 'done' },
      ],
    })
    expect(backupsIn(stick)).toEqual(backupsIn(join(dataDir, 'backups')))
    expect(await places()).toMatchObject([{ copies: 1 }, { copies: 1, folder: stick, isLate: false }])
  })

  it('that is not plugged in is no error; it is late only after the days somebody set', async () => {
    await addStick()
    const away = `${stick}-trong-tu`
    renameSync(stick, away)
    mkdirSync(stick)
    expect(await make()).toMatchObject({
      places: [{ name: 'USB xanh', outcome: 'absent' }, { outcome: 'done' }],
    })
    // An empty folder of the same name is not the stick.
    expect(readdirSync(stick)).toEqual([])
    expect(await places()).toMatchObject([{}, { folder: null, isLate: false, problem: null }])
    await later(15 * dayMs)
    expect(await places()).toMatchObject([{}, { folder: null, isLate: true }])
    rmSync(away, { recursive: true })
  })

  it('that cannot take a copy holds up none of the others, and says why until it takes one', async () => {
    await addStick()
    // A folder lies where the finished copy is to be.
    mkdirSync(join(stick, 'kho-sach-2026-11-10-09-00-00-000.db.zst'))
    const { places: outcomes } = await make()
    expect(outcomes).toMatchObject([{ placeId: 1, outcome: 'done' }, { outcome: 'locked' }])
    expect(await places()).toMatchObject([{ problem: null }, { problem: 'locked' }])
    test.clock.nowMs += 60_000
    await make()
    expect(await places()).toMatchObject([{}, { problem: null, copies: 1 }])
  })

  it('given up and taken again knows the copies that lie there', async () => {
    const { id } = await addStick()
    await make()
    valueOf(await administrator.client.backup.retirePlace({ id, rev: 1 }))
    expect(await places()).toHaveLength(1)
    expect((await addStick()).id).toBe(id)
    expect(await places()).toMatchObject([{}, { copies: 1 }])
  })
})

describe('by itself', () => {
  it('a copy is made once a day when the desk is quiet, and only where something is new', async () => {
    await addTitle('Mới ghi')
    expect(await isDue()).toBe(false)
    test.clock.nowMs += 11 * 60_000
    expect(await isDue()).toBe(true)
    expect((await byItself()).output).toMatchObject({ places: [{ outcome: 'done' }] })
    test.clock.nowMs += 60 * 60_000
    expect(await isDue()).toBe(false)
    await later(dayMs)
    expect(await isDue()).toBe(false)
    await addTitle('Hôm sau')
    expect(await isDue()).toBe(false)
    expect(await isDue({ isQuitting: true })).toBe(true)
    test.clock.nowMs += 11 * 60_000
    expect(await isDue()).toBe(true)
  })

  it('a copy is made at once after a report was signed', async () => {
    await addTitle('Trước khi ký')
    await make()
    test.clock.nowMs += 1000
    await signQuarter(test)
    test.clock.nowMs += 1000
    expect(await isDue()).toBe(true)
    await byItself()
    const { backups } = valueOf(await administrator.client.backup.status({}))
    expect(backups[0]).toMatchObject({ cause: 'signing' })
    expect(await isDue()).toBe(false)
  })

  it('a stick gets its copy when it is plugged in again', async () => {
    await addStick()
    const away = `${stick}-di-vang`
    renameSync(stick, away)
    await make()
    test.clock.nowMs += 20 * 60_000
    expect(await isDue()).toBe(false)
    renameSync(away, stick)
    expect(await isDue()).toBe(true)
    expect((await byItself()).output).toMatchObject({ places: [{ name: 'USB xanh', outcome: 'done' }] })
  })

  it('nothing is copied where somebody does not want it', async () => {
    const {
      isEncrypted: _,
      encryptedSince: __,
      ...rule
    } = valueOf(await administrator.client.backup.rule({}))
    valueOf(await administrator.client.backup.setRule({ ...rule, isAutomatic: false }))
    test.clock.nowMs += dayMs
    expect(await isDue()).toBe(false)
  })
})

describe('rotation', () => {
  it('clears away what the rule does not keep, never what somebody holds or what this program did not make', async () => {
    const folder = join(dataDir, 'backups')
    const {
      isEncrypted: _,
      encryptedSince: __,
      ...rule
    } = valueOf(await administrator.client.backup.rule({}))
    const few = { daily: 1, weekly: 0, monthly: 0, yearly: 0, signedYears: 0, withExport: false }
    valueOf(await administrator.client.backup.setRule({ ...rule, ...few }))
    await make()
    valueOf(await administrator.client.backup.hold({ id: 1, heldFor: 'Bản trước kiểm kê' }))
    writeFileSync(join(folder, 'kho-sach-2020-01-01-00-00-00-000.db.zst'), 'của ai đó')
    await later(dayMs)
    await make()
    await later(2 * dayMs)
    const before = valueOf(await administrator.client.backup.rotation({ placeId: 1 }))
    expect(before.map(({ reasons }) => reasons)).toEqual([['newest', 'daily'], ['held']])
    await make()
    expect(backupsIn(folder)).toEqual([
      'kho-sach-2020-01-01-00-00-00-000.db.zst',
      'kho-sach-2026-11-10-09-00-00-000.db.zst',
      'kho-sach-2026-11-13-09-00-00-000.db.zst',
    ])
    const listed = valueOf(await administrator.client.backup.status({})).backups
    expect(listed.map(({ id }) => id)).toEqual([3, 1])
  })

  it('leaves alone a file that is not what was written there', async () => {
    const folder = join(dataDir, 'backups')
    const {
      isEncrypted: _,
      encryptedSince: __,
      ...rule
    } = valueOf(await administrator.client.backup.rule({}))
    valueOf(
      await administrator.client.backup.setRule({ ...rule, daily: 1, weekly: 0, monthly: 0, yearly: 0 }),
    )
    await make()
    const [first = ''] = backupsIn(folder)
    writeFileSync(join(folder, first), 'thay bằng tệp khác')
    await later(3 * dayMs)
    await make()
    expect(readFileSync(join(folder, first), 'utf8')).toBe('thay bằng tệp khác')
  })
})

describe('a copy that was proven once', () => {
  it('is read again after a while, and what is gone or altered is said', async () => {
    await make()
    const folder = join(dataDir, 'backups')
    const isCheckDue = async () => valueOf(await test.stranger().client.backup.isCheckDue({})).isDue
    await finishedJob(administrator, 'backup.check')
    expect(await isCheckDue()).toBe(false)
    await later(8 * dayMs)
    expect(await isCheckDue()).toBe(true)
    const [name = ''] = backupsIn(folder)
    const bytes = readFileSync(join(folder, name))
    writeFileSync(join(folder, name), bytes.fill(1, 5000, 5100))
    expect((await finishedJob(test.stranger(), 'backup.checkByItself')).output).toEqual({
      checked: 1,
      faulty: 1,
      isLibrarySound: true,
    })
    expect(await isCheckDue()).toBe(false)
    const status = valueOf(await administrator.client.backup.status({}))
    expect(status).toMatchObject({ lastProvenAt: null, faulty: 1, backups: [{ fault: 'altered' }] })
    rmSync(join(folder, name))
    expect((await finishedJob(administrator, 'backup.check')).output).toMatchObject({ faulty: 1 })
    expect(valueOf(await administrator.client.backup.status({})).backups[0]?.fault).toBe('missing')
  })
})

describe('a damaged page in the library itself', () => {
  it('is found by the reading that goes on by itself, and said until a copy takes its place', async () => {
    await addTitle('Trước khi ổ đĩa hỏng')
    await make()
    await later(8 * dayMs)
    const { raw } = test.engine.connection
    raw.pragma('wal_checkpoint(TRUNCATE)')
    const root = raw.prepare("select rootpage from sqlite_schema where name = 'titleBySortKey'").pluck().get()
    const pageSize = Number(raw.pragma('page_size', { simple: true }))
    const file = openSync(join(dataDir, databaseName), 'r+')
    writeSync(file, Buffer.alloc(12, 0xff), 0, 12, (Number(root) - 1) * pageSize)
    closeSync(file)
    expect((await finishedJob(test.stranger(), 'backup.checkByItself')).output).toMatchObject({
      isLibrarySound: false,
    })
    const { damagedSince } = valueOf(await administrator.client.backup.status({}))
    expect(damagedSince).toBe(new Date(test.clock.nowMs).toISOString())
    // The copy that was proven before the damage is what is offered first.
    const { copies } = valueOf(await administrator.client.backup.found({}))
    expect(copies.map(({ provenAt }) => provenAt)).toEqual(['2026-11-10T02:00:00.000Z'])
  })
})

describe('encrypted', () => {
  const passphrase = 'một câu dễ nhớ mà dài'

  it('a copy tells nothing, and opens with its passphrase or with the key on paper alone', async () => {
    await addTitle('Bí mật trong bản sao')
    mkdirSync(join(dataDir, 'papers'))
    writeFileSync(join(dataDir, 'papers/a.pdf'), 'giấy tờ mật')
    const { recoveryKey } = valueOf(await administrator.client.backup.encrypt({ passphrase }))
    await make()
    const folder = join(dataDir, 'backups')
    const [name = ''] = backupsIn(folder)
    expect(name).toMatch(/\.db\.zst\.age$/)
    const everything = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((each) => /\.\w+$/.test(each) && existsSync(join(folder, each)))
      .map((each) => readFileSync(join(folder, each)).toString('latin1'))
    expect(everything).toHaveLength(3)
    for (const text of everything) expect(text.startsWith('age-encryption.org/v1')).toBe(true)
    const path = join(folder, name)
    const prove = async (secret: string) => {
      const { state, error, output } = await finishedJob(administrator, 'backup.prove', {
        path,
        passphrase: secret,
      })
      return state === 'done' ? (output as { copy: object; files: number }) : error?.code
    }
    expect(await prove('')).toBe('passphrase_needed')
    expect(await prove('không phải câu này')).toBe('passphrase_wrong')
    for (const secret of [passphrase, recoveryKey, recoveryKey.toLowerCase().replaceAll(/.{6}/g, '$& ')])
      expect(await prove(secret)).toMatchObject({ copy: { titles: 1 }, files: 1 })
    expect(readFileSync(join(dataDir, 'restore/papers/a.pdf'), 'utf8')).toBe('giấy tờ mật')
    // The list of runs does not keep what opens a copy.
    const inputs = test.engine.connection.raw.prepare('select input from job').pluck().all().join('\n')
    expect(inputs).not.toContain(passphrase)
    expect(inputs).not.toContain(recoveryKey)
  })

  it('the key is shown again to whoever knows the passphrase, and a new one opens new copies only', async () => {
    const first = valueOf(await administrator.client.backup.encrypt({ passphrase })).recoveryKey
    expect(valueOf(await administrator.client.backup.recoveryKey({ passphrase })).recoveryKey).toBe(first)
    expect(codeOf(await administrator.client.backup.recoveryKey({ passphrase: 'sai mất rồi' }))).toBe(
      'passphrase_wrong',
    )
    const next = 'câu mới cũng dài như thế'
    expect(valueOf(await administrator.client.backup.encrypt({ passphrase: next })).recoveryKey).not.toBe(
      first,
    )
    valueOf(await administrator.client.backup.stopEncrypting({}))
    await make()
    expect(backupsIn(join(dataDir, 'backups'))[0]).toMatch(/\.db\.zst$/)
  })
})
