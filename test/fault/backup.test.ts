import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isBackupName } from '../../shared/backup/contract.ts'
import { databaseName } from '../../db/folder.ts'
import { openConnection } from '../../db/connection.ts'
import { startHost } from '../../db/host/host.ts'
import { perform } from '../../db/host/perform.ts'
import { unpackTo } from '../support/backups.ts'
import { finishedJob, personAt, testFolder, testPassword, valueOf } from '../support/engine.ts'
import { copyLibrary, newLibrary, withEngine, type Library } from '../support/folders.ts'
import { countOf, expectSound } from '../support/sound.ts'
import { drill } from './drill.ts'
import { expectKilled, momentsOf, onTwoLanes, spread, startVictim } from './victims.ts'

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

const titles = 400

describe('a backup that is killed', () => {
  const making = drill('backup')
  const { timeoutMs } = making

  it(
    'is never listed nor left looking whole, and the next one cleans up',
    { timeout: timeoutMs },
    async () => {
      const start = await newLibrary()
      await act(start, 'demo.fill', { titles, seed: 3 })
      const moments = await momentsOf(startVictim('backup', copyLibrary(start)))
      expect(moments).toBeGreaterThan(100)
      let unfinished = 0
      await onTwoLanes(spread(moments, making), async (at) => {
        const [library, note] = [copyLibrary(start), `moment ${at} of ${moments}`]
        const folder = join(library.dataDir, 'backups')
        const victim = startVictim('backup', library, { at })
        await expectKilled(victim, note)
        const found = namesIn(folder)
        if (found.some((name) => name.includes('.part'))) unfinished += 1
        await withEngine(library.dataDir, async (engine) => {
          await expectSound(engine, note)
          expect(countOf(engine, 'title'), note).toBe(titles)
          const listed = engine.connection.raw.prepare('select fileName from backup').pluck().all()
          if (victim.heard.some(({ say }) => say === 'finished')) expect(listed, note).toHaveLength(1)
          for (const name of [...(listed as string[]), ...found.filter(isBackupName)])
            await expectWhole(join(folder, name))
          const { output } = await finishedJob(personAt(engine, library.session), 'backup.make')
          expect(
            namesIn(folder).filter((name) => name.includes('.part')),
            note,
          ).toEqual([])
          await expectWhole(join(folder, (output as { fileName: string }).fileName))
        })
      })
      expect(unfinished).toBeGreaterThan(0)
    },
  )
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
  expect(raw.prepare('select count(*) from title').pluck().get(), file).toBe(titles)
  await close()
}
