import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readyProfile } from '../../shared/interchange/contract.ts'
import { startHost, type Host } from '../../db/host/host.ts'
import { perform } from '../../db/host/perform.ts'
import { testFolder, testPassword, valueOf } from '../support/engine.ts'
import { copyLibrary, newLibrary, withEngine, type Library } from '../support/folders.ts'
import { writeMarcFile } from '../support/marc-file.ts'
import { countOf, expectSound } from '../support/sound.ts'
import { drill } from './drill.ts'
import { killAtRandom, onTwoLanes } from './victims.ts'

/** A few pieces of work, so that a kill falls before, between and behind them. */
const records = 1600
const preparingMs = 120_000

let staged: Library
let written: Library

async function opened(library: Library, work: (host: Host) => Promise<void>): Promise<void> {
  const { dataDir } = library
  const host = startHost({ dataDir, workerUrl: new URL('../../db/host/worker.ts', import.meta.url) })
  expect(await host.opened()).toMatchObject({ ok: true })
  await work(host)
  await host.close()
}

const asked = async (host: Host, operation: string, input: object) =>
  valueOf(
    await perform(
      host,
      { operation, input, username: 'administrator', password: testPassword },
      () => undefined,
    ),
  )

beforeAll(async () => {
  const file = join(testFolder(), 'export.mrc')
  writeMarcFile(file, records, 1)
  staged = await newLibrary()
  await opened(staged, async (host) => {
    const files = [await host.exchange.admit(file)]
    await asked(host, 'interchange.stage', {
      files,
      profile: readyProfile('koha', 'Koha'),
      effectiveOn: '2026-01-01',
    })
  })
  written = copyLibrary(staged)
  await opened(written, async (host) => void (await asked(host, 'interchange.write', { id: 1 })))
}, preparingMs)

function stateOf(library: Library, note: string): Promise<string> {
  return withEngine(library.dataDir, async (engine) => {
    await expectSound(engine, note)
    const { raw } = engine.connection
    const state = String(raw.prepare('select state from importRun').pluck().get())
    const isIn = state === 'written'
    const titles = Number(raw.prepare('select max(titleId is not null) from importRecord').pluck().get())
    expect(titles, note).toBe(isIn ? 1 : 0)
    const all = countOf(engine, 'title')
    expect(countOf(engine, 'marcRecord'), note).toBe(all)
    expect(countOf(engine, 'copy'), note).toBe(isIn ? records : 0)
    expect(raw.prepare('select count(*) from registerLine').pluck().get(), note).toBe(isIn ? records + 1 : 0)
    const found = raw.prepare(`select count(*) from titleSearch where titleSearch match 'a*'`).pluck().get()
    expect(Number(found) > 0, note).toBe(isIn)
    return state
  })
}

describe('an import that is killed', () => {
  const { rounds, timeoutMs, diceFor, noteOf } = drill('import')

  it('is taken back at the next start, and can be written again', { timeout: timeoutMs }, async () => {
    const states: string[] = []
    await onTwoLanes(rounds, async (round) => {
      const library = copyLibrary(staged)
      await killAtRandom('write', library, diceFor(round))
      states.push(await stateOf(library, noteOf(round)))
      if (round > 0) return
      await opened(library, async (host) => {
        if (states.at(-1) === 'staged') await asked(host, 'interchange.write', { id: 1 })
      })
      expect(await stateOf(library, 'written again')).toBe('written')
    })
    expect(['staged', 'written']).toEqual(expect.arrayContaining(states))
    expect(states).toContain('staged')
  })
})

describe('an import that is killed while it is taken back', () => {
  const { rounds, timeoutMs, diceFor, noteOf } = drill('importUndo')

  it('is taken back to its end at the next start', { timeout: timeoutMs }, async () => {
    const states: string[] = []
    await onTwoLanes(rounds, async (round) => {
      const library = copyLibrary(written)
      await killAtRandom('undo', library, diceFor(round))
      states.push(await stateOf(library, noteOf(round)))
    })
    expect(['written', 'undone']).toEqual(expect.arrayContaining(states))
    expect(states).toContain('undone')
  })
})
