import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  codeOf,
  openTestEngine,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import type { Reply } from '../../shared/contract.ts'

let test: TestEngine
let administrator: Person
const minute = 60_000
const username = 'user-cataloguer'
const strong = 'trang non tren song'

beforeEach(async () => {
  test = await openTestEngine()
  administrator = await test.as('administrator')
  await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

function signIn(password: string, at: Person = test.stranger()): Promise<Reply> {
  return at.client.users.signIn({ username, password })
}
async function mistype(times: number): Promise<void> {
  for (let time = 0; time < times; time++) expect(codeOf(await signIn('sai'))).toBe('wrong_credentials')
}
const detailsOf = (reply: Reply) => (reply.ok ? null : reply.error.details)
const stateOf = async (person: Person) => valueOf(await person.client.users.session({})).state
const userNamed = async (name: string) => {
  const user = valueOf(await administrator.client.users.list({})).find((each) => each.username === name)
  if (!user) throw new Error(`no ${name}`)
  return user
}

describe('wrong passwords', () => {
  it('make the next try wait from the fifth on, each time longer, even with the right one', async () => {
    await mistype(5)
    expect(detailsOf(await signIn(testPassword))).toEqual({ seconds: 15 })
    test.clock.nowMs += 14_000
    expect(detailsOf(await signIn(testPassword))).toEqual({ seconds: 1 })
    test.clock.nowMs += 1000
    await mistype(1)
    expect(detailsOf(await signIn(testPassword))).toEqual({ seconds: 30 })
    test.clock.nowMs += 30_000
    expect(codeOf(await signIn(testPassword))).toBe('ok')
  })

  it('are forgotten after a right one', async () => {
    await mistype(4)
    expect(codeOf(await signIn(testPassword))).toBe('ok')
    await mistype(4)
    expect(codeOf(await signIn(testPassword))).toBe('ok')
  })

  it('never make anybody wait longer than a quarter of an hour', async () => {
    await mistype(5)
    for (let time = 0; time < 10; time++) {
      test.clock.nowMs += 15 * minute
      await mistype(1)
    }
    expect(detailsOf(await signIn(testPassword))).toEqual({ seconds: 900 })
  })

  it('lock nobody out when the clock is set back', async () => {
    await mistype(5)
    test.clock.nowMs -= 365 * 24 * 60 * minute
    expect(codeOf(await signIn(testPassword))).toBe('ok')
  })

  it('are counted for a name that does not exist as for one that does', async () => {
    const guess = () => test.stranger().client.users.signIn({ username: 'khong-co-ai', password: 'sai' })
    for (let time = 0; time < 5; time++) expect(codeOf(await guess())).toBe('wrong_credentials')
    expect(codeOf(await guess())).toBe('throttled')
  })

  it('are counted together, at the door, at the lock and before a change', async () => {
    const cataloguer = await test.as('cataloguer')
    await mistype(2)
    expect(codeOf(await cataloguer.client.users.unlock({ password: 'sai' }))).toBe('wrong_credentials')
    for (const current of ['sai', 'sai nữa'])
      await cataloguer.client.users.changePassword({ current, next: strong })
    expect(codeOf(await signIn(testPassword))).toBe('throttled')
    expect(codeOf(await cataloguer.client.users.unlock({ password: testPassword }))).toBe('throttled')
  })
})

describe('a session', () => {
  it('waits behind its lock until the password is given', async () => {
    const person = test.stranger()
    valueOf(await signIn(testPassword, person))
    valueOf(await person.client.users.lock({}))
    expect(await stateOf(person)).toBe('locked')
    expect(codeOf(await person.client.catalogue.search({}))).toBe('locked')
    expect(codeOf(await person.client.users.unlock({ password: 'sai' }))).toBe('wrong_credentials')
    expect(await stateOf(person)).toBe('locked')
    valueOf(await person.client.users.unlock({ password: testPassword }))
    expect(await stateOf(person)).toBe('signed_in')
    expect(codeOf(await person.client.catalogue.search({}))).toBe('ok')
  })

  it('is locked by the engine two minutes after an idle page should have done so', async () => {
    const person = test.stranger()
    valueOf(await signIn(testPassword, person))
    test.clock.nowMs += 17 * minute
    expect(codeOf(await person.client.catalogue.search({}))).toBe('ok')
    test.clock.nowMs += 1
    expect(codeOf(await person.client.catalogue.search({}))).toBe('locked')
    expect(codeOf(await person.client.users.touch({}))).toBe('locked')
  })

  it('stays open as long as somebody is at the keyboard', async () => {
    const person = test.stranger()
    valueOf(await signIn(testPassword, person))
    for (let quarter = 0; quarter < 8; quarter++) {
      test.clock.nowMs += 15 * minute
      valueOf(await person.client.users.touch({}))
    }
    expect(await stateOf(person)).toBe('signed_in')
  })

  it('ends sixteen hours after it began, however busy', async () => {
    const person = test.stranger()
    valueOf(await signIn(testPassword, person))
    for (let quarter = 0; quarter < 64; quarter++) {
      test.clock.nowMs += 15 * minute
      valueOf(await person.client.users.touch({}))
    }
    test.clock.nowMs += 1
    expect(detailsOf(await person.client.users.touch({}))).toEqual({ isExpired: true })
    expect(codeOf(await person.client.users.unlock({ password: testPassword }))).toBe('signed_out')
    expect(await stateOf(person)).toBe('signed_out')
  })

  it('that ran out is swept away when anybody signs in', async () => {
    const sessions = () => test.engine.connection.raw.prepare('select count(*) from session').pluck().get()
    test.clock.nowMs += 8 * 60 * minute
    valueOf(await signIn(testPassword))
    expect(sessions()).toBe(3)
    test.clock.nowMs += 8 * 60 * minute + 1
    valueOf(await signIn(testPassword))
    expect(sessions()).toBe(2)
  })

  it('does not end because the clock is set back', async () => {
    const person = test.stranger()
    valueOf(await signIn(testPassword, person))
    test.clock.nowMs -= 400 * 24 * 60 * minute
    expect(codeOf(await person.client.catalogue.search({}))).toBe('ok')
  })

  it('gives way to the next person at the same door', async () => {
    const person = test.stranger()
    valueOf(await signIn(testPassword, person))
    await test.as('desk')
    valueOf(await person.client.users.signIn({ username: 'user-desk', password: testPassword }))
    expect(valueOf(await person.client.users.session({})).user?.username).toBe('user-desk')
    valueOf(await person.client.users.signOut({}))
    expect(await stateOf(person)).toBe('signed_out')
  })

  it('is kept as a hash: the file opens no door', async () => {
    const rows = test.engine.connection.raw.prepare('select tokenHash from session').pluck().all() as string[]
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter((row) => !/^[0-9a-f]{64}$/.test(row))).toEqual([])
  })
})

describe('an account', () => {
  it('that is disabled loses its sessions at once and comes back only by signing in', async () => {
    const cataloguer = await test.as('cataloguer')
    const { id, rev } = await userNamed(username)
    const { disabledAt } = valueOf(await administrator.client.users.disable({ id, rev }))
    expect(disabledAt).toBe('2026-11-10T02:00:00.000Z')
    expect(codeOf(await cataloguer.client.catalogue.search({}))).toBe('signed_out')
    expect(codeOf(await signIn(testPassword))).toBe('user_disabled')
    expect(codeOf(await signIn('sai'))).toBe('wrong_credentials')
    valueOf(await administrator.client.users.enable({ id, rev: rev + 1 }))
    expect(codeOf(await cataloguer.client.catalogue.search({}))).toBe('signed_out')
    expect(codeOf(await signIn(testPassword))).toBe('ok')
  })

  it('whose password was reset is signed out everywhere, and no longer waits', async () => {
    const cataloguer = await test.as('cataloguer')
    await mistype(5)
    const { id } = await userNamed(username)
    valueOf(await administrator.client.users.resetPassword({ id, password: strong }))
    expect(codeOf(await cataloguer.client.catalogue.search({}))).toBe('signed_out')
    expect(codeOf(await signIn(strong))).toBe('ok')
  })

  it('whose password was changed stays signed in where that was done, and nowhere else', async () => {
    const [here, elsewhere] = [test.stranger(), test.stranger()]
    for (const person of [here, elsewhere]) valueOf(await signIn(testPassword, person))
    valueOf(await here.client.users.changePassword({ current: testPassword, next: strong }))
    expect([await stateOf(here), await stateOf(elsewhere)]).toEqual(['signed_in', 'signed_out'])
    expect(await stateOf(administrator)).toBe('signed_in')
  })

  it('gets the rights of a new role at once', async () => {
    const cataloguer = await test.as('cataloguer')
    const { id, rev, name } = await userNamed(username)
    valueOf(await administrator.client.users.update({ id, rev, name, role: 'reader' }))
    expect(codeOf(await cataloguer.client.catalogue.addTitle({ title: 'x' }))).toBe('forbidden')
  })

  it('of the last administrator can neither be disabled nor changed', async () => {
    const { id, rev, name } = await userNamed('administrator')
    expect(codeOf(await administrator.client.users.disable({ id, rev }))).toBe('last_administrator')
    expect(codeOf(await administrator.client.users.update({ id, rev, name, role: 'director' }))).toBe(
      'last_administrator',
    )
    const second = { username: 'quan-tri-hai', name: 'Hai', role: 'administrator', password: strong } as const
    const added = valueOf(await administrator.client.users.add(second))
    valueOf(await administrator.client.users.disable({ id: added.id, rev: added.rev }))
    expect(codeOf(await administrator.client.users.disable({ id, rev }))).toBe('last_administrator')
    valueOf(await administrator.client.users.enable({ id: added.id, rev: added.rev + 1 }))
    expect(codeOf(await administrator.client.users.disable({ id, rev }))).toBe('ok')
  })

  it('is not changed by somebody who saw an older version', async () => {
    const { id, rev, name } = await userNamed(username)
    const rename = () => administrator.client.users.update({ id, rev, name, role: 'desk' })
    valueOf(await rename())
    expect(codeOf(await rename())).toBe('stale')
  })
})

describe('a password', () => {
  it.each([
    ['short', 'abc1234'],
    ['of two letters', 'abababababab'],
    ['of one letter', 'aaaaaaaaaaaa'],
    ['with the username in it', 'xx-Moi.Den-99'],
  ])('that is %s is refused', async (_, password) => {
    const person = { username: 'moi.den', name: 'Người mới', role: 'desk', password } as const
    expect(codeOf(await administrator.client.users.add(person))).toBe('weak_password')
  })

  it('may be any long phrase, and is the same however its accents are typed', async () => {
    const person = test.stranger()
    const password = 'Trăng non trên sóng'
    const added = {
      username: 'moi',
      name: 'Người mới',
      role: 'desk',
      password: password.normalize('NFC'),
    } as const
    valueOf(await administrator.client.users.add(added))
    expect(
      codeOf(await person.client.users.signIn({ username: 'moi', password: password.normalize('NFD') })),
    ).toBe('ok')
  })

  it('is kept as a scrypt string that names its own cost, each with its own salt', async () => {
    const hashes = test.engine.connection.raw
      .prepare('select passwordHash from user')
      .pluck()
      .all() as string[]
    expect(hashes).toHaveLength(2)
    for (const hash of hashes) expect(hash).toMatch(/^\$scrypt\$ln=4,r=1,p=1\$[\w-]{22}\$[\w-]{43}$/)
    expect(new Set(hashes.map((hash) => hash.split('$')[3])).size).toBe(2)
  })

  it('costs what it should where no test makes it cheap', async () => {
    const real = await openTestEngine({ passwordWork: undefined as never })
    await real.as('administrator')
    const hash = real.engine.connection.raw.prepare('select passwordHash from user').pluck().get()
    await real.close()
    expect(hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/)
  })
})

describe('the journal', () => {
  it('knows that an account was changed, and neither its name, nor its username, nor any password', async () => {
    const person = {
      username: 'dau-hieu-rieng',
      name: 'Tên Dấu Hiệu',
      role: 'desk',
      password: 'khoa cua dau hieu',
    } as const
    const { id, rev } = valueOf(await administrator.client.users.add(person))
    valueOf(await administrator.client.users.update({ id, rev, name: 'Tên Dấu Hiệu Hai', role: 'desk' }))
    valueOf(await administrator.client.users.resetPassword({ id, password: 'khoa cua dau hieu hai' }))
    await test.stranger().client.users.signIn({ username: person.username, password: 'dau hieu sai' })
    const { raw } = test.engine.connection
    const tables = ['journalRow', 'journalCommand', 'journalChain']
    const text = tables.map((table) => JSON.stringify(raw.prepare(`select * from ${table}`).all())).join()
    expect(text).toContain('users.resetPassword')
    expect(text).toContain('~name')
    expect(text.toLowerCase()).not.toMatch(/dau-hieu|dấu hiệu|dau hieu|scrypt/)
  })
})
