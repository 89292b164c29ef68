import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { between, diceOf } from '../../shared/demo/dice.ts'
import { isBackupName } from '../../shared/backup/contract.ts'
import { databaseName } from '../../db/folder.ts'
import { openConnection } from '../../db/connection.ts'
import { startHost } from '../../db/host/host.ts'
import { perform } from '../../db/host/perform.ts'
import { unpackTo } from '../support/backups.ts'
import { testFolder, testPassword, valueOf } from '../support/engine.ts'
import { copyLibrary, newLibrary, withEngine, type Library } from '../support/folders.ts'
import { countOf, expectSound } from '../support/sound.ts'
import { startVictim } from './victims.ts'

const workerUrl = new URL('../../db/host/worker.ts', import.meta.url)

async function act(library: Library, operation: string, input: unknown = {}): Promise<unknown> {
  const host = startHost({ dataDir: library.dataDir, workerUrl })
  try {
    const request = { operation, input, username: 'administrator', password: testPassword }
    return valueOf(await perform(host, request, () => undefined))
  } finally {
    await host.close()
  }
}

it('an interrupted backup is never listed nor left looking whole, and the next one cleans up', async () => {
  const start = await newLibrary()
  await act(start, 'demo.fill', { titles: 6000, seed: 3 })
  let unfinished = 0
  for (let round = 0; round < 6; round++) {
    const library = copyLibrary(start)
    const victim = startVictim('backup', library)
    const folder = join(library.dataDir, 'backups')
    await victim.next('started')
    while (namesIn(folder).length === 0) await sleep(1)
    await sleep(between(diceOf(1, round), 0, 60))
    victim.kill()
    expect((await victim.ended).signal).toBe('SIGKILL')
    const listed = await withEngine(library.dataDir, async (engine) => {
      await expectSound(engine)
      expect(countOf(engine, 'title')).toBe(6000)
      return engine.connection.raw.prepare('select fileName from backup').pluck().all() as string[]
    })
    const found = namesIn(folder)
    if (found.some((name) => name.includes('.part'))) unfinished += 1
    for (const name of [...listed, ...found.filter(isBackupName)]) await expectWhole(join(folder, name))
    const made = (await act(library, 'backup.make')) as { fileName: string }
    expect(namesIn(folder).filter((name) => name.includes('.part'))).toEqual([])
    await expectWhole(join(folder, made.fileName))
  }
  expect(unfinished).toBeGreaterThan(0)
})

it('a backup put in the place of the library opens and holds everything', async () => {
  const library = await newLibrary()
  await act(library, 'catalogue.addTitle', { title: 'Có trong bản sao' })
  const { fileName } = (await act(library, 'backup.make')) as { fileName: string }
  const copy = copyLibrary(await newLibrary())

  rmSync(join(copy.dataDir, databaseName))
  await unpackTo(join(library.dataDir, 'backups', fileName), join(copy.dataDir, databaseName))
  await withEngine(copy.dataDir, async (engine) => {
    await expectSound(engine)
    expect(engine.connection.raw.prepare('select title from title').pluck().all()).toEqual([
      'Có trong bản sao',
    ])
  })
})

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

async function expectWhole(file: string): Promise<void> {
  const whole = join(testFolder(), databaseName)
  await unpackTo(file, whole)
  const { raw, close } = openConnection(whole, { readonly: true })
  expect(raw.pragma('integrity_check', { simple: true }), file).toBe('ok')
  expect(raw.prepare('select count(*) from title').pluck().get(), file).toBe(6000)
  await close()
}
