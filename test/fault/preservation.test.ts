import { createHash, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { between, type Dice } from '../../shared/demo/dice.ts'
import type { OpenEngine } from '../../db/engine.ts'
import { personAt, testFolder, valueOf } from '../support/engine.ts'
import { copyLibrary, newLibrary, withEngine, type Library } from '../support/folders.ts'
import { tiffOf } from '../support/images.ts'
import { expectSound } from '../support/sound.ts'
import { printedPages } from '../support/text-pages.ts'
import { drill } from './drill.ts'
import { expectKilled, onTwoLanes, startVictim } from './victims.ts'

const preparingMs = 120_000

/** Enough to read for a second or so, so that a kill falls before, between and behind what is kept. */
const files = 32
const bytesEach = 24 * 1024 * 1024
const pages = 6

async function acted(engine: OpenEngine, { session }: Library, operation: string, input: unknown) {
  return valueOf(await personAt(engine, session).call(operation, input))
}

async function runToEnd(engine: OpenEngine, library: Library, operation: string, input: object) {
  const { jobId } = (await acted(engine, library, operation, input)) as { jobId: number }
  const job = (await acted(engine, library, 'jobs.job', { id: jobId })) as { state: string; output: unknown }
  expect(job.state).toBe('done')
  return job.output as { read: number; good: number }
}

async function libraryWith(path: string): Promise<Library> {
  const library = await newLibrary()
  await withEngine(library.dataDir, async (engine) => {
    await acted(engine, library, 'catalogue.addTitle', { title: 'Địa chí tỉnh' })
    await acted(engine, library, 'preservation.linkFolder', { titleId: 1, path, purpose: 'master' })
  })
  return library
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function killInCheck(library: Library, dice: Dice): Promise<void> {
  const victim = startVictim('check', library)
  await victim.next('started')
  await victim.next('progress', between(dice, 1, 4))
  await sleep(between(dice, 0, 500))
  victim.kill()
  await expectKilled(victim, 'check')
}

/** After so many pages, and a little of the next: how long one takes is for the machine to say. */
async function killInReading(library: Library, dice: Dice): Promise<void> {
  const victim = startVictim('read', library)
  await victim.reaches(between(dice, 0, 3))
  await sleep(between(dice, 0, 500))
  victim.kill()
  await expectKilled(victim, 'read')
}

describe('a check of files that is killed', () => {
  const { rounds, timeoutMs, diceFor, noteOf } = drill('filesChecked')
  const sums = new Map<string, string>()
  let linked: Library

  beforeAll(async () => {
    const folder = testFolder()
    const page = tiffOf({})
    const filling = randomBytes(bytesEach)
    for (let at = 0; at < files; at += 1) {
      const name = `trang-${String(at).padStart(3, '0')}.tif`
      const bytes = Buffer.concat([page, filling.subarray(at)])
      writeFileSync(join(folder, name), bytes)
      sums.set(name, createHash('sha256').update(bytes).digest('hex'))
    }
    linked = await libraryWith(folder)
  }, preparingMs)

  it('has kept nothing it did not read, and goes on where it ended', { timeout: timeoutMs }, async () => {
    const left: number[] = []
    await onTwoLanes(rounds, async (round) => {
      const library = copyLibrary(linked)
      const note = noteOf(round)
      await killInCheck(library, diceFor(round))
      await withEngine(library.dataDir, async (engine) => {
        await expectSound(engine, note)
        const rows = engine.connection.raw
          .prepare('select path, state, sha256, checkedAt from digitalFile')
          .all() as { path: string; state: string; sha256: string | null; checkedAt: string | null }[]
        for (const { path, state, sha256, checkedAt } of rows) {
          if (checkedAt === null) expect([state, sha256], note).toEqual(['waiting', null])
          else expect(sha256, note).toBe(sums.get(path))
        }
        const unread = files - rows.filter(({ checkedAt }) => checkedAt !== null).length
        left.push(unread)
        const outcome = await runToEnd(engine, library, 'preservation.checkFolder', { id: 1 })
        expect(outcome, note).toMatchObject({ read: unread, good: files })
      })
    })
    // Some fell in the middle, or the test has shown nothing.
    expect(left.some((unread) => unread > 0 && unread < files)).toBe(true)
  })
})

describe('a reading of texts that is killed', () => {
  const { rounds, timeoutMs, diceFor, noteOf } = drill('textsRead')
  let checked: Library

  beforeAll(async () => {
    const lines = Array.from({ length: pages }, (_, at) => [`Trang thứ ${at + 1} của địa chí tỉnh`])
    checked = await libraryWith(await printedPages(lines))
    await withEngine(checked.dataDir, (engine) =>
      runToEnd(engine, checked, 'preservation.checkFolder', { id: 1 }),
    )
  }, preparingMs)

  it('keeps each page it had read, and reads only the others', { timeout: timeoutMs }, async () => {
    const kept: number[] = []
    await onTwoLanes(rounds, async (round) => {
      const library = copyLibrary(checked)
      const note = noteOf(round)
      await killInReading(library, diceFor(round))
      await withEngine(library.dataDir, async (engine) => {
        await expectSound(engine, note)
        const { raw } = engine.connection
        const texts = raw.prepare('select text from fileText order by id').pluck().all() as string[]
        texts.forEach((text, at) => expect(text, note).toBe(`Trang thứ ${at + 1} của địa chí tỉnh`))
        const found = `select count(*) from textSearch where textSearch match 'tinh'`
        expect(raw.prepare(found).pluck().get(), note).toBe(texts.length)
        kept.push(texts.length)
        const outcome = await runToEnd(engine, library, 'preservation.readTexts', { folderId: 1 })
        expect(outcome, note).toMatchObject({ read: pages - texts.length, failed: 0 })
      })
    })
    expect(kept.some((count) => count > 0 && count < pages)).toBe(true)
  })
})
