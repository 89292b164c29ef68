import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openConnection } from '../../db/connection.ts'
import { createEngine } from '../../db/engine.ts'
import { databaseName, folderProblem } from '../../db/folder.ts'
import { startHost } from '../../db/host/host.ts'
import { testFolder } from '../support/engine.ts'
import { newLibrary, withEngine, type Library } from '../support/folders.ts'
import { expectSound } from '../support/sound.ts'
import { startVictim } from './victims.ts'

const workerUrl = new URL('../../db/host/worker.ts', import.meta.url)
const fileIn = (dataDir: string) => join(dataDir, databaseName)

async function problemOf(dataDir: string): Promise<unknown> {
  const host = startHost({ dataDir, workerUrl })
  const opened = await host.opened()
  const { reply } = await host.call('users.session', {}, null)
  await host.close()
  if (opened.ok) return reply.ok
  // Every call says so too, until somebody has put it right.
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'cannot_open', details: { reason: opened.problem } },
  })
  return opened.problem
}

/** Everything in a folder, byte by byte, but for the empty file that holds the lock. */
function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('lock.db'))
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'base64')]))
}

describe('a database from a newer program', () => {
  for (const mode of ['wal', 'delete']) {
    it(`is refused and left as it is, when its journal mode is ${mode}`, async () => {
      const { dataDir } = await newLibrary()
      const { raw, close } = openConnection(fileIn(dataDir), { readonly: false })
      raw.prepare(`insert into kysely_migration values ('9990-later', '2027-01-01T00:00:00.000Z')`).run()
      raw.pragma('wal_checkpoint(TRUNCATE)')
      raw.pragma(`journal_mode = ${mode}`)
      await close()
      const before = contentsOf(dataDir)
      expect(await problemOf(dataDir)).toBe('newer_version')
      expect(contentsOf(dataDir)).toEqual(before)
    })
  }
})

describe('a file that is no database', () => {
  for (const [name, bytes] of [
    ['text', Buffer.from('đây không phải cơ sở dữ liệu'.repeat(200))],
    ['a picture', Buffer.from('89504e470d0a1a0a'.repeat(500), 'hex')],
  ] as const) {
    it(`is refused as corrupt and left as it is, when it holds ${name}`, async () => {
      const dataDir = testFolder()
      writeFileSync(fileIn(dataDir), bytes)
      const before = contentsOf(dataDir)
      expect(await problemOf(dataDir)).toBe('corrupt')
      expect(contentsOf(dataDir)).toEqual(before)
    })
  }
})

describe('a file that is missing or empty', () => {
  it('is a new library where nothing was before', async () => {
    const dataDir = testFolder()
    writeFileSync(fileIn(dataDir), '')
    await (await createEngine({ dataDir, role: 'writer' })).close()
  })

  it('is a lost library beside its backups', async () => {
    const dataDir = testFolder()
    mkdirSync(join(dataDir, 'backups'))
    writeFileSync(join(dataDir, 'backups', 'kho-sach-2026-01-01.db'), 'copy')
    expect(await problemOf(dataDir)).toBe('lost')
    expect(existsSync(fileIn(dataDir))).toBe(false)
    writeFileSync(fileIn(dataDir), '')
    expect(await problemOf(dataDir)).toBe('lost')
    expect(statSync(fileIn(dataDir)).size).toBe(0)
  })
})

describe('a folder on a share or in a synchronised folder', () => {
  for (const name of [
    'OneDrive',
    'OneDrive - Sở Văn hóa',
    'Dropbox',
    'Google Drive',
    'GoogleDrive',
    'iCloudDrive',
  ]) {
    it(`is refused as cloud_folder and not even made, under ${name}`, async () => {
      const parent = join(testFolder(), name)
      mkdirSync(parent)
      const dataDir = join(parent, 'Kho Sách')
      expect(await problemOf(dataDir)).toBe('cloud_folder')
      expect(existsSync(dataDir)).toBe(false)
    })
  }

  it('is refused as network_share when its path or its file system is one of the network', async () => {
    expect(await problemOf('//may-chu/chung/kho-sach')).toBe('network_share')
    const mounts = [
      'overlay / overlay rw 0 0',
      '//server/share /mnt/chia\\040se cifs rw 0 0',
      'server:/home /home/chung nfs4 rw 0 0',
    ].join('\n')
    expect(folderProblem('/mnt/chia se/kho-sach', mounts)).toBe('network_share')
    expect(folderProblem('/home/chung/a/b', mounts)).toBe('network_share')
    expect(folderProblem('\\\\may-chu\\chung', mounts)).toBe('network_share')
    expect(folderProblem('/home/rieng', mounts)).toBeNull()
    expect(folderProblem('/home/onedriver', mounts)).toBeNull()
  })
})

describe('a folder without permission to write', () => {
  const isRoot = process.getuid?.() === 0
  const nobody = isRoot ? { uid: 65534, gid: 65534 } : {}

  async function problemForNobody(dataDir: string): Promise<unknown> {
    const victim = startVictim('open', { dataDir, session: '' }, {}, nobody)
    const { errors } = await victim.ended
    const [message] = victim.heard
    return message?.say === 'refused' ? message.problem : (message?.say ?? errors)
  }

  /** Root may write everywhere, so somebody else tries; that needs the program to be readable for them. */
  async function lockedLibrary(): Promise<string> {
    const { dataDir } = await newLibrary()
    chmodSync(dirname(dataDir), 0o777)
    chmodSync(dataDir, 0o555)
    for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o444)
    return dataDir
  }
  const canTry = canRunAsNobody(nobody)

  it.skipIf(!canTry)(
    'is refused as readonly_folder and left as it is (as root: needs a program nobody may read)',
    async () => {
      const dataDir = await lockedLibrary()
      const before = contentsOf(dataDir)
      expect(await problemForNobody(dataDir)).toBe('readonly_folder')
      expect(contentsOf(dataDir)).toEqual(before)
    },
  )

  it.skipIf(!canTry)('is refused as readonly_folder when only the file may not be written', async () => {
    const dataDir = await lockedLibrary()
    chmodSync(dataDir, 0o777)
    for (const name of readdirSync(dataDir))
      chmodSync(join(dataDir, name), name.startsWith('lock') ? 0o666 : 0o444)
    const before = readFileSync(fileIn(dataDir))
    expect(await problemForNobody(dataDir)).toBe('readonly_folder')
    expect(readFileSync(fileIn(dataDir)).equals(before)).toBe(true)
  })

  it('is refused as readonly_folder when the folder is a file', async () => {
    const path = join(testFolder(), 'tệp')
    writeFileSync(path, 'không phải thư mục')
    expect(await problemOf(path)).toBe('readonly_folder')
    expect(readFileSync(path, 'utf8')).toBe('không phải thư mục')
  })

  it.skipIf(!isRoot)(
    'is refused as readonly_folder on a read-only disk (needs root to mount one)',
    async ({ skip }) => {
      const { dataDir } = await newLibrary()
      const mounts = [
        ['--bind', dataDir, dataDir],
        ['-o', 'remount,bind,ro', dataDir],
      ]
      if (mounts.some((options) => spawnSync('mount', options).status !== 0))
        skip('this machine mounts nothing')
      const before = contentsOf(dataDir)
      try {
        await expect(createEngine({ dataDir, role: 'writer' })).rejects.toMatchObject({
          problem: 'readonly_folder',
        })
        expect(contentsOf(dataDir)).toEqual(before)
      } finally {
        spawnSync('umount', ['-l', dataDir])
      }
    },
  )
})

function canRunAsNobody(identity: { uid?: number; gid?: number }): boolean {
  const program = new URL('./victim.ts', import.meta.url).pathname
  return spawnSync(process.execPath, [program, 'nothing'], identity).status === 0
}

describe('a second program on the same folder', () => {
  async function held(): Promise<{ library: Library; kill: () => Promise<unknown> }> {
    const library = await newLibrary()
    const first = startVictim('hold', library)
    expect(await first.next('ready')).not.toBeNull()
    return {
      library,
      kill() {
        first.kill()
        return first.ended
      },
    }
  }

  it('is refused as in_use, and finds the folder free as soon as the first has died', async () => {
    const { library, kill } = await held()
    expect(await problemOf(library.dataDir)).toBe('in_use')
    await kill()
    await withEngine(library.dataDir, (engine) => expectSound(engine))
  })

  it('leaves alone the files that the first is handing over', async () => {
    const { library, kill } = await held()
    const file = join(library.dataDir, 'exchange', 'báo-cáo')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'đang tải về')
    expect(await problemOf(library.dataDir)).toBe('in_use')
    expect(readFileSync(file, 'utf8')).toBe('đang tải về')
    await kill()
  })
})

describe('a database that another program holds', () => {
  it('is refused as in_use and left as it is, and opens once it is let go', async () => {
    const { dataDir } = await newLibrary()
    const other = new Database(fileIn(dataDir))
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('begin exclusive')
    const before = contentsOf(dataDir)
    expect(await problemOf(dataDir)).toBe('in_use')
    expect(contentsOf(dataDir)).toEqual(before)
    other.close()
    await withEngine(dataDir, (engine) => expectSound(engine))
  })
})
