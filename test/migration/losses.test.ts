import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../db/engine.ts'
import { databaseName } from '../../db/folder.ts'
import { migrations } from '../../db/migrations/index.ts'
import { appliedMigrations } from '../../db/upgrade.ts'
import { beforeUpgradeFolder, upgradeFolder } from '../../db/upgrade-beside.ts'
import { upgradeStages, type UpgradeStage } from '../../shared/door.ts'
import { versionOfNumber } from '../../shared/versions.ts'
import { appVersion } from '../../db/version.ts'
import { testFolder } from '../support/engine.ts'
import { copyFolder, withEngine } from '../support/folders.ts'
import { goldenFile, makeOldLibrary, oldTitles } from '../support/old-library.ts'
import { countOf, expectSound } from '../support/sound.ts'

const fileIn = (dataDir: string) => join(dataDir, databaseName)

/** The library in which a quarter was signed, of an earlier program. */
function signedLibrary(): string {
  const folder = testFolder()
  copyFileSync(goldenFile('0070'), fileIn(folder))
  return folder
}

/** An upgrade with a fault of its own: what it does wrong is done by hand to the copy. */
function faulty(dataDir: string, sql: string) {
  return createEngine({
    dataDir,
    role: 'writer',
    onUpgradeStep(step) {
      if (step !== 'copied') return
      const copy = new Database(join(upgradeFolder(dataDir), `${databaseName}.part`))
      const triggers = copy.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all()
      for (const name of triggers as string[]) copy.exec(`drop trigger "${name}"`)
      copy.pragma('foreign_keys = OFF')
      copy.exec(sql)
      copy.close()
    },
  })
}

describe('an upgraded copy that lost something does not take the library’s place', () => {
  for (const [what, sql, loss] of [
    ['a row', 'delete from journalRow where id = 1', { table: 'journalRow', column: '', rows: 1 }],
    ['a figure’s seal', "update period set figuresHash = 'x'", { table: 'period', column: 'figuresHash' }],
    [
      'the head of the journal’s chain',
      "update journalChain set hash = 'x' where id = (select max(id) from journalChain)",
      { table: 'journalChain', column: 'hash', rows: 1 },
    ],
  ] as const) {
    it(`${what}: it is named, and the old file is there byte for byte`, async () => {
      const dataDir = signedLibrary()
      const before = readFileSync(fileIn(dataDir))
      await expect(faulty(dataDir, sql)).rejects.toMatchObject({ problem: 'upgrade_differs', details: loss })
      expect(readFileSync(fileIn(dataDir)).equals(before)).toBe(true)
      expect(existsSync(upgradeFolder(dataDir))).toBe(false)
      await withEngine(dataDir, (engine) => expectSound(engine))
    })
  }
})

it('an upgrade says how far it is, and which program wrote the file last', async () => {
  const dataDir = testFolder()
  await makeOldLibrary(dataDir, 20)
  const told: [UpgradeStage, number, number | null][] = []
  await withEngine(
    dataDir,
    ({ connection }) => {
      const written = Number(connection.raw.pragma('user_version', { simple: true }))
      expect(versionOfNumber(written)).toBe(appVersion)
    },
    { onUpgradeProgress: (...stage) => told.push(stage) },
  )
  expect([...new Set(told.map(([stage]) => stage))]).toEqual([...upgradeStages])
})

it('a power cut at any step of changing places is gone on from at the next start', async () => {
  const old = testFolder()
  await makeOldLibrary(old)
  const stopped = createEngine({
    dataDir: old,
    role: 'writer',
    onUpgradeStep(step) {
      if (step === 'ordered') throw new Error('planted')
    },
  })
  await expect(stopped).rejects.toThrow()
  const { aside } = JSON.parse(readFileSync(join(upgradeFolder(old), 'order.json'), 'utf8')) as {
    aside: string
  }
  const steps: [string, string][] = [
    [databaseName, join('before-upgrade', aside)],
    [join('upgrade', databaseName), databaseName],
  ]
  for (let done = 0; done <= steps.length; done += 1) {
    const cut = copyFolder(old)
    mkdirSync(beforeUpgradeFolder(cut), { recursive: true })
    for (const [from, to] of steps.slice(0, done)) renameSync(join(cut, from), join(cut, to))
    await withEngine(cut, async (engine) => {
      await expectSound(engine)
      expect(countOf(engine, 'title')).toBe(oldTitles.length)
      expect(appliedMigrations(engine.connection).at(-1)).toBe(Object.keys(migrations).at(-1))
    })
    expect(existsSync(upgradeFolder(cut))).toBe(false)
    expect(existsSync(join(beforeUpgradeFolder(cut), aside))).toBe(true)
  }
})

it('a copy that a power cut left half made is cleared away, and made anew', async () => {
  const old = testFolder()
  await makeOldLibrary(old)
  mkdirSync(upgradeFolder(old))
  copyFileSync(process.execPath, join(upgradeFolder(old), `${databaseName}.part`))
  await withEngine(old, (engine) => expectSound(engine))
  expect(existsSync(upgradeFolder(old))).toBe(false)
})
