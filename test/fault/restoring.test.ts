import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../shared/contract.ts'
import type { JobState } from '../../shared/door.ts'
import { testFolder, testPassword, valueOf } from '../support/engine.ts'
import { copyFolder, newLibrary, withEngine } from '../support/folders.ts'
import { backupStem } from '../../shared/backup/contract.ts'
import { unpackTo } from '../support/backups.ts'
import { databaseName } from '../../db/folder.ts'
import { startHost, type Host } from '../../db/host/host.ts'
import { asideFolder, orderRestore, stagingFolder } from '../../db/restore.ts'

const workerUrl = new URL('../../db/host/worker.ts', import.meta.url)

/** Somebody at the real host, as a window has it: threads, and a folder that is opened anew. */
function seatAt(dataDir: string) {
  const host = startHost({ dataDir, workerUrl })
  hosts.push(host)
  let session: string | null = null
  async function call(operation: string, input: unknown = {}): Promise<Reply> {
    const answer = await host.call(operation, input, session)
    if (answer.session !== undefined) session = answer.session
    return answer.reply
  }
  async function finish(operation: string, input: unknown = {}): Promise<Reply> {
    const started = await call(operation, input)
    if (!started.ok) return started
    const { jobId: id } = started.value as { jobId: number }
    for (;;) {
      const { state, output, error } = valueOf(await call('jobs.job', { id })) as JobState
      if (state === 'done') return { ok: true, value: output }
      if (state !== 'running') return { ok: false, error: error ?? { code: state, details: {} } }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const signIn = () => call('users.signIn', { username: 'administrator', password: testPassword })
  return { host, call, finish, signIn }
}
type Seat = ReturnType<typeof seatAt>

let hosts: Host[] = []
let dataDir: string
beforeEach(async () => {
  hosts = []
  dataDir = (await newLibrary()).dataDir
})
afterEach(async () => {
  await Promise.all(hosts.map((host) => host.close()))
})

const titlesOf = async (seat: Seat) =>
  (valueOf(await seat.call('catalogue.search', {})) as { rows: { title: string }[] }).rows.map(
    ({ title }) => title,
  )
const codeOf = (reply: Reply) => (reply.ok ? 'ok' : reply.error.code)

/** A library with one title and a paper, a backup of it, and one title more. */
async function grown(): Promise<{ seat: Seat; path: string }> {
  const seat = seatAt(dataDir)
  await seat.signIn()
  mkdirSync(join(dataDir, 'papers'), { recursive: true })
  writeFileSync(join(dataDir, 'papers/a.pdf'), 'trước')
  valueOf(await seat.call('catalogue.addTitle', { title: 'Có trong bản sao' }))
  valueOf(await seat.finish('backup.make'))
  valueOf(await seat.call('catalogue.addTitle', { title: 'Ghi sau bản sao' }))
  writeFileSync(join(dataDir, 'papers/b.pdf'), 'sau')
  const { copies } = valueOf(await seat.call('backup.found', {})) as { copies: { path: string }[] }
  return { seat, path: copies[0]?.path ?? '' }
}

it('a copy is compared, put in place, and the program goes on with it in a new epoch', async () => {
  const { seat, path } = await grown()
  expect(valueOf(await seat.finish('backup.prove', { path }))).toMatchObject({
    fileName: basename(path),
    copy: { titles: 1, libraryName: 'Thư viện thử nghiệm' },
    current: { titles: 2 },
    files: 1,
    lacksFiles: false,
  })
  expect(codeOf(await seat.call('backup.restore', { path, password: 'không phải' }))).toBe(
    'wrong_credentials',
  )
  expect(await titlesOf(seat)).toHaveLength(2)
  valueOf(await seat.call('backup.restore', { path, password: testPassword }))
  expect(codeOf(await seat.call('backup.make'))).toBe('signed_out')
  valueOf(await seat.signIn())
  expect(await titlesOf(seat)).toEqual(['Có trong bản sao'])
  const { restorations } = valueOf(await seat.call('backup.status')) as {
    restorations: { fileName: string; aside: string }[]
  }
  expect(restorations).toMatchObject([{ fileName: basename(path) }])
  const aside = restorations[0]?.aside ?? ''
  expect([join(dataDir, 'papers/a.pdf'), join(dataDir, 'papers/b.pdf')].map(existsSync)).toEqual([
    true,
    false,
  ])
  expect(readFileSync(join(aside, 'papers/b.pdf'), 'utf8')).toBe('sau')
  expect(existsSync(stagingFolder(dataDir))).toBe(false)
  expect(valueOf(await seat.finish('journal.verifyChain'))).toMatchObject({ isWhole: true })
  // Long work, too, goes on with the library that took the place.
  valueOf(await seat.finish('backup.make'))
  await seat.host.close()
  await withEngine(dataDir, ({ connection }) => {
    expect(connection.raw.prepare('select count(*) from epoch').pluck().get()).toBe(2)
  })
  await withEngine(aside, ({ connection }) => {
    expect(connection.raw.prepare('select count(*) from title').pluck().get()).toBe(2)
  })
})

it('a new PC takes the library over from a stick, before anybody has set it up', async () => {
  const { path } = await grown()
  const other = seatAt(testFolder())
  expect(valueOf(await other.call('backup.found', { folder: dirname(path) }))).toMatchObject({
    copies: [{ path, hasFiles: true }],
  })
  expect(valueOf(await other.finish('backup.prove', { path }))).toMatchObject({ current: null, files: 1 })
  valueOf(await other.call('backup.restore', { path }))
  valueOf(await other.signIn())
  expect(await titlesOf(other)).toEqual(['Có trong bản sao'])
})

it('a whole data folder off an old disk is taken over with what still stands in its log', async () => {
  const { seat } = await grown()
  const old = copyFolder(dataDir)
  await seat.host.close()
  expect(existsSync(join(old, `${databaseName}-wal`))).toBe(true)
  const other = seatAt(testFolder())
  const path = join(old, databaseName)
  expect(valueOf(await other.finish('backup.prove', { path }))).toMatchObject({
    copy: { titles: 2 },
    files: 2,
  })
  valueOf(await other.call('backup.restore', { path }))
  valueOf(await other.signIn())
  expect(await titlesOf(other)).toHaveLength(2)
})

it('a database that cannot be read is put aside, and a copy takes its place', async () => {
  const { seat, path } = await grown()
  await seat.host.close()
  truncateSync(join(dataDir, databaseName), 40_000)
  const damaged = seatAt(dataDir)
  expect(await damaged.call('users.session')).toMatchObject({
    error: { code: 'cannot_open', details: { reason: 'corrupt' } },
  })
  valueOf(await damaged.call('backup.setAside'))
  expect(await damaged.call('users.session')).toMatchObject({ value: { state: 'first_run' } })
  valueOf(await damaged.finish('backup.prove', { path }))
  valueOf(await damaged.call('backup.restore', { path }))
  valueOf(await damaged.signIn())
  expect(await titlesOf(damaged)).toEqual(['Có trong bản sao'])
  valueOf(await damaged.call('backup.setAside'))
  expect(await titlesOf(damaged)).toEqual(['Có trong bản sao'])
})

describe('what is refused', () => {
  it('is a person who may not, and a copy nobody has proven', async () => {
    const { seat, path } = await grown()
    expect(codeOf(await seat.call('backup.restore', { path, password: testPassword }))).toBe('nothing_proven')
    valueOf(await seat.call('users.signOut'))
    expect(codeOf(await seat.call('backup.found', {}))).toBe('restore_not_allowed')
    expect(codeOf(await seat.finish('backup.prove', { path }))).toBe('restore_not_allowed')
  })

  it('is what is no copy, and one that is damaged; the library stays as it was', async () => {
    const { seat, path } = await grown()
    const folder = testFolder()
    const at = (name: string) => join(folder, name)
    writeFileSync(at('ảnh.db'), 'không phải cơ sở dữ liệu')
    writeFileSync(at('rỗng.db'), '')
    await unpackTo(path, at('hỏng.db'))
    writeFileSync(at('hỏng.db'), readFileSync(at('hỏng.db')).fill(7, 60_000, 70_000))
    const packed = readFileSync(path)
    writeFileSync(at('cụt.db.zst'), packed.subarray(0, packed.length - 5000))
    writeFileSync(at('hỏng.db.zst'), packed.fill(7, 6000, 7000))
    const outcomes = new Map<string, string>()
    for (const name of ['ảnh.db', 'rỗng.db', 'hỏng.db', 'hỏng.db.zst', 'cụt.db.zst', 'không có.db'])
      outcomes.set(name, codeOf(await seat.finish('backup.prove', { path: at(name) })))
    expect(Object.fromEntries(outcomes)).toEqual({
      'ảnh.db': 'not_a_backup',
      'rỗng.db': 'copy_not_found',
      'hỏng.db': 'copy_damaged',
      'hỏng.db.zst': 'copy_damaged',
      'cụt.db.zst': 'copy_damaged',
      'không có.db': 'copy_not_found',
    })
    writeFileSync(join(dirname(path), backupStem(basename(path)), 'papers/a.pdf'), 'đã đổi')
    expect(codeOf(await seat.finish('backup.prove', { path }))).toBe('copy_damaged')
    expect(await titlesOf(seat)).toHaveLength(2)
  })
})

it('a power cut at any step of changing places is gone on from at the next start', async () => {
  const { seat, path } = await grown()
  valueOf(await seat.finish('backup.prove', { path }))
  await seat.host.close()
  const now = '2026-11-10T02:00:00.000Z'
  const aside = asideFolder(now)
  const order = {
    fileName: basename(path),
    holds: [databaseName, 'papers'],
    orderedAt: now,
    epoch: '0193c4a0-0000-7000-8000-000000000001',
    aside,
  }
  orderRestore(dataDir, order)
  const steps: [string, string][] = [
    [databaseName, join(aside, databaseName)],
    [join('restore', databaseName), databaseName],
    ['papers', join(aside, 'papers')],
    [join('restore', 'papers'), 'papers'],
  ]
  for (let done = 0; done <= steps.length; done += 1) {
    const cut = copyFolder(dataDir)
    mkdirSync(join(cut, aside), { recursive: true })
    for (const [from, to] of steps.slice(0, done)) renameSync(join(cut, from), join(cut, to))
    await withEngine(cut, ({ connection }) => {
      const { raw } = connection
      expect(raw.prepare('select title from title').pluck().all(), `after ${done}`).toEqual([
        'Có trong bản sao',
      ])
      expect(raw.prepare('select count(*) from restoration').pluck().get()).toBe(1)
    })
    expect(existsSync(join(cut, 'papers/b.pdf'))).toBe(false)
    expect(existsSync(join(cut, aside, 'papers/b.pdf'))).toBe(true)
    rmSync(cut, { recursive: true })
  }
})
