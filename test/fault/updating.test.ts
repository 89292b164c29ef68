import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { between } from '../../shared/demo/dice.ts'
import type { Reply } from '../../shared/contract.ts'
import type { JobState } from '../../shared/door.ts'
import { openConnection } from '../../db/connection.ts'
import { databaseName } from '../../db/folder.ts'
import { createExchange } from '../../db/host/exchange.ts'
import { startHost, type Host } from '../../db/host/host.ts'
import { appliedMigrations } from '../../db/upgrade.ts'
import { keptSetups } from '../../db/updates/kept.ts'
import { headPath, setupPath, updatesFolder } from '../../db/updates/places.ts'
import { takenFrom } from '../../db/updates/taken.ts'
import { signedHead } from '../../db/updates/update-file.ts'
import { testFolder, testPassword, valueOf } from '../support/engine.ts'
import { newLibrary, withEngine } from '../support/folders.ts'
import { makeOldLibrary, oldTitles, oldVersion } from '../support/old-library.ts'
import { manifestOf, setupOf, testReleaseKey, trustTestReleases, updateFile } from '../support/releases.ts'
import { canMountDisks, empty, fill, removeDisks, smallDisk } from '../support/small-disk.ts'
import { countOf, expectSound } from '../support/sound.ts'
import { drill } from './drill.ts'
import { onTwoLanes, startVictim } from './victims.ts'

const workerUrl = new URL('../support/released-worker.ts', import.meta.url)
const told = () => undefined
const fileIn = (dataDir: string) => join(dataDir, databaseName)

beforeAll(trustTestReleases)

describe('taking an update in that is killed', () => {
  const { rounds, timeoutMs, diceFor, noteOf } = drill('update')
  const setup = setupOf(6_000_000)

  it('leaves no Setup or a whole one, and the next try makes it whole', { timeout: timeoutMs }, async () => {
    const path = updateFile({}, setup)
    const states = new Set<string>()
    await onTwoLanes(rounds, async (round) => {
      const dataDir = testFolder()
      const victim = startVictim('takeIn', { dataDir, session: '' }, { file: path })
      await victim.next('progress', between(diceFor(round), 1, 300))
      victim.kill()
      expect((await victim.ended).errors).toBe('')
      const note = noteOf(round)
      const kept = keptSetups(dataDir)
      states.add(kept.length > 0 ? 'whole' : existsSync(updatesFolder(dataDir)) ? 'half' : 'none')
      for (const each of kept) expect(readFileSync(each.path).equals(setup), note).toBe(true)
      expect(await takenFrom(path, dataDir, told), note).toMatchObject({ version: '0.2.0', problem: null })
      expect(readFileSync(setupPath(dataDir, '0.2.0')).equals(setup), note).toBe(true)
      expect(readdirSync(updatesFolder(dataDir)), note).toHaveLength(2)
    })
    // Some fell in the middle, or the test has shown nothing.
    expect([...states]).toContain('half')
  })
})

describe('a full disk', () => {
  afterEach(removeDisks)

  it.skipIf(!canMountDisks())(
    'is told before anything is written; one that fills meanwhile keeps what is signed alone (needs root)',
    async () => {
      const disk = smallDisk(40) ?? ''
      const path = updateFile({}, setupOf(6_000_000))
      fill(disk, 10_000_000)
      expect(await takenFrom(path, disk, told)).toMatchObject({ version: null, problem: 'no_room' })
      expect(keptSetups(disk)).toEqual([])
      empty(disk)
      let seen = 0
      const filling = takenFrom(path, disk, (bytes) => {
        // Read through once, then copied: the disk fills in the middle of the copy.
        if (seen < 7_000_000 && (seen += bytes) >= 7_000_000) fill(disk, 500_000)
      })
      await expect(filling).rejects.toMatchObject({ code: 'ENOSPC' })
      expect(keptSetups(disk)).toEqual([])
      empty(disk)
      expect(await takenFrom(path, disk, told)).toMatchObject({ version: '0.2.0', problem: null })
    },
  )
})

const hosts: Host[] = []
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()))
})

/** Somebody at the real host, as a window has it. */
function seatAt(dataDir: string) {
  const host = startHost({ dataDir, workerUrl })
  hosts.push(host)
  let session: string | null = null
  async function call(operation: string, input: unknown = {}): Promise<Reply> {
    const answer = await host.call(operation, input, session)
    if (answer.session !== undefined) session = answer.session
    return answer.reply
  }
  async function finish(operation: string, input: unknown = {}): Promise<unknown> {
    const { jobId: id } = valueOf(await call(operation, input)) as { jobId: number }
    for (;;) {
      const { state, output, error } = valueOf(await call('jobs.job', { id })) as JobState
      if (state === 'done') return output
      if (state !== 'running') throw new Error(JSON.stringify(error))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return { host, call, finish }
}

const setUp = {
  libraryName: 'Thư viện cũ',
  provinceCode: '01',
  formerProvinceCode: '01',
  language: 'vi',
  name: 'Người quản trị',
  username: 'administrator',
  password: testPassword,
}

/** The Setup of the program that wrote the old library, as an update of its day left it here. */
function keepEarlierSetup(dataDir: string): void {
  const setup = setupOf(1000)
  const { migrations } = manifestOf(setup)
  const known = migrations.filter((name) => name <= oldVersion)
  mkdirSync(updatesFolder(dataDir), { recursive: true })
  const manifest = manifestOf(setup, { version: '0.0.9', floor: '0.0.1', migrations: known })
  writeFileSync(headPath(dataDir, '0.0.9'), signedHead(manifest, testReleaseKey.privateKey))
  writeFileSync(setupPath(dataDir, '0.0.9'), setup)
}

/** What an earlier program finds: the version of the file, and its titles. */
async function foundIn(file: string) {
  const connection = openConnection(file, { readonly: true })
  try {
    const titles = connection.raw.prepare('select count(*) from title').pluck().get()
    return { version: appliedMigrations(connection).at(-1), titles }
  } finally {
    await connection.close()
  }
}

describe('going back to the version before', () => {
  it('writes down what came since, puts the older library in place, and leaves it alone until told', async () => {
    const dataDir = testFolder()
    await makeOldLibrary(dataDir)
    keepEarlierSetup(dataDir)
    const seat = seatAt(dataDir)
    valueOf(await seat.call('users.setUp', setUp))
    valueOf(await seat.call('catalogue.addTitle', { title: 'Ghi sau khi cập nhật' }))
    const status = valueOf(await seat.call('updates.status')) as { returning: unknown }
    expect(status.returning).toMatchObject({ version: '0.0.9', library: { entriesSince: 1 } })
    expect(valueOf(await seat.call('updates.goBack', { password: testPassword }))).toEqual({
      problem: 'nothing_prepared',
    })
    const prepared = (await seat.finish('updates.prepareReturn')) as { entries: number; written: string }
    expect(prepared).toMatchObject({ version: '0.0.9', problem: null })
    const lines = readFileSync(prepared.written, 'utf8').trim().split('\n')
    expect(lines.filter((line) => line.includes('Ghi sau khi cập nhật'))).toHaveLength(1)
    expect(await seat.call('updates.goBack', { password: 'sai' })).toMatchObject({
      error: { code: 'wrong_credentials' },
    })
    expect(valueOf(await seat.call('updates.goBack', { password: testPassword }))).toEqual({ problem: null })
    const closed = { error: { code: 'cannot_open', details: { reason: 'put_back', version: '0.0.9' } } }
    expect(await seat.call('users.session')).toMatchObject(closed)
    expect(valueOf(await seat.call('updates.setups'))).toMatchObject([
      { version: '0.0.9', standing: 'earlier' },
    ])
    await seat.host.close()
    // As the earlier program finds it, and the newer library beside it.
    expect(await foundIn(fileIn(dataDir))).toEqual({ version: oldVersion, titles: oldTitles.length })
    const [aside = ''] = readdirSync(join(dataDir, 'before-restore'))
    const newer = await foundIn(join(dataDir, 'before-restore', aside, databaseName))
    expect(newer.titles).toBe(oldTitles.length + 1)
    // A second start of the newer program still leaves it alone; staying is said, and upgrades once more.
    const again = seatAt(dataDir)
    expect(await again.call('users.session')).toMatchObject(closed)
    valueOf(await again.call('updates.stay'))
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(valueOf(await again.call('users.session'))).toMatchObject({ state: 'first_run' })
    await again.host.close()
    await withEngine(dataDir, async (engine) => {
      await expectSound(engine)
      expect(countOf(engine, 'title')).toBe(oldTitles.length)
      expect(countOf(engine, 'restoration')).toBe(1)
    })
  }, 60_000)
})

describe('a library that a newer program has written', () => {
  it('says which version it needs, takes its update in, and is left byte for byte', async () => {
    const { dataDir } = await newLibrary()
    const connection = openConnection(fileIn(dataDir), { readonly: false })
    connection.raw
      .prepare(`insert into kysely_migration values ('9990-later', '2027-01-01T00:00:00.000Z')`)
      .run()
    connection.raw.pragma('user_version = 2000')
    connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    await connection.close()
    const before = readFileSync(fileIn(dataDir))
    const seat = seatAt(dataDir)
    expect(await seat.call('users.session')).toMatchObject({
      error: { details: { reason: 'newer_version', version: '0.2.0', migration: '9990-later' } },
    })
    const notThere = valueOf(
      await seat.call('updates.takeInClosed', {
        file: { token: 'x'.repeat(24), name: 'a.khosach-update', size: 1 },
      }),
    )
    expect(notThere).toMatchObject({ version: null, problem: 'file_gone' })
    const stick = testFolder()
    cpSync(updateFile(), join(stick, 'a.khosach-update'))
    const file = await createExchange(dataDir).admit(join(stick, 'a.khosach-update'))
    const taken = await seat.call('updates.takeInClosed', { file })
    expect(valueOf(taken)).toMatchObject({ version: '0.2.0', problem: null })
    expect(valueOf(await seat.call('updates.setups'))).toMatchObject([
      { version: '0.2.0', standing: 'newer' },
    ])
    expect(readFileSync(fileIn(dataDir)).equals(before)).toBe(true)
    // Where the newer program cannot be had, a backup may take the place of what it wrote, which is kept.
    valueOf(await seat.call('backup.setAside'))
    expect(valueOf(await seat.call('users.session'))).toMatchObject({ state: 'first_run' })
    const [aside = ''] = readdirSync(join(dataDir, 'before-restore'))
    expect(readFileSync(join(dataDir, 'before-restore', aside, databaseName)).equals(before)).toBe(true)
  })
})
