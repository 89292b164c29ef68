import { beforeAll, describe, expect, it } from 'vitest'
import { startHost, type Host } from '../../db/host/host.ts'
import { perform } from '../../db/host/perform.ts'
import { testPassword, valueOf } from '../support/engine.ts'
import { copyLibrary, newLibrary, withEngine, type Library } from '../support/folders.ts'
import { countOf, expectSound } from '../support/sound.ts'
import { drill } from './drill.ts'
import { killAtRandom, onTwoLanes } from './victims.ts'

/** A few pieces of titles, and as many of lines, so that a kill falls before, between and behind them. */
const titles = 800
const preparingMs = 120_000
const tables = [
  'title',
  'marcRecord',
  'copy',
  'copyPast',
  'site',
  'store',
  'voucher',
  'registerLine',
] as const
const counted = [...tables, 'registerBook', 'accessionSeries', 'authority', 'voidNumber'] as const
type Counts = Record<string, number>

let staged: Library
let written: Library
let before: Counts
let after: Counts

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

const countsOf = (library: Library) =>
  withEngine(library.dataDir, (engine): Counts => {
    return Object.fromEntries(counted.map((table) => [table, countOf(engine, table)]))
  })

/** Two sample libraries, whose numbers are the same from the first on. */
beforeAll(async () => {
  const other = await newLibrary()
  staged = await newLibrary()
  await opened(other, async (host) => void (await asked(host, 'demo.fill', { titles, seed: 2 })))
  await opened(staged, async (host) => {
    await asked(host, 'demo.fill', { titles: titles / 4, seed: 3 })
    const file = await host.exchange.admit(`${other.dataDir}/library.db`)
    await asked(host, 'merger.stage', { file })
  })
  before = await countsOf(staged)
  written = copyLibrary(staged)
  await opened(written, async (host) => void (await asked(host, 'merger.write', { id: 1 })))
  after = await countsOf(written)
  expect(after['copy']).toBeGreaterThan(before['copy'] ?? 0)
}, preparingMs)

function stateOf(library: Library, note: string): Promise<string> {
  return withEngine(library.dataDir, async (engine) => {
    await expectSound(engine, note)
    const { raw } = engine.connection
    const state = String(raw.prepare('select state from importRun').pluck().get())
    const counts = Object.fromEntries(counted.map((table) => [table, countOf(engine, table)]))
    expect(counts, note).toEqual(state === 'written' ? after : before)
    const linked = Number(raw.prepare('select count(copyId) from formerCopy').pluck().get())
    expect(linked > 0, note).toBe(state === 'written')
    return state
  })
}

describe('a merger that is killed', () => {
  const { rounds, timeoutMs, diceFor, noteOf } = drill('merger')

  it('is taken back at the next start, and can be written again', { timeout: timeoutMs }, async () => {
    const states: string[] = []
    await onTwoLanes(rounds, async (round) => {
      const library = copyLibrary(staged)
      await killAtRandom('merge', library, diceFor(round))
      states.push(await stateOf(library, noteOf(round)))
      if (round > 0) return
      await opened(library, async (host) => {
        if (states.at(-1) === 'staged') await asked(host, 'merger.write', { id: 1 })
      })
      expect(await stateOf(library, 'written again')).toBe('written')
    })
    expect(['staged', 'written']).toEqual(expect.arrayContaining(states))
    expect(states).toContain('staged')
  })
})

describe('a merger that is killed while it is taken back', () => {
  const { rounds, timeoutMs, diceFor, noteOf } = drill('mergerUndo')

  it('is taken back to its end at the next start', { timeout: timeoutMs }, async () => {
    const states: string[] = []
    await onTwoLanes(rounds, async (round) => {
      const library = copyLibrary(written)
      await killAtRandom('unmerge', library, diceFor(round))
      states.push(await stateOf(library, noteOf(round)))
    })
    expect(['written', 'undone']).toEqual(expect.arrayContaining(states))
    expect(states).toContain('undone')
  })
})
