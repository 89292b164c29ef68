import { describe, expect, it } from 'vitest'
import { between } from '../../shared/demo/dice.ts'
import type { OpenEngine } from '../../db/engine.ts'
import { personAt, valueOf } from '../support/engine.ts'
import { copyLibrary, newLibrary, withEngine, type Library } from '../support/folders.ts'
import { countOf, expectSound } from '../support/sound.ts'
import { drill } from './drill.ts'
import { expectKilled, momentsOf, onTwoLanes, spread, startVictim, type Message } from './victims.ts'

const copies = 1000
const copiesAtOnce = 200

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Copies VV000001 … in one store, and a stocktake that is planned. */
async function newStock(): Promise<Library> {
  const library = await newLibrary()
  await withEngine(library.dataDir, async (engine) => {
    const act = (operation: string, input: unknown) => acted(engine, library, operation, input)
    await act('catalogue.addTitle', { title: 'Dế Mèn phiêu lưu ký' })
    await act('copies.addSeries', { name: 'Sách', prefix: 'VV', digits: 6 })
    await act('copies.addVoucher', { number: '01', receivedOn: '2020-01-01', source: 'purchase' })
    const line = { titleId: 1, seriesId: 1, siteId: 1, storeId: 1 }
    for (let from = 0; from < copies; from += copiesAtOnce)
      await act('copies.accession', {
        voucherId: 1,
        copies: Array.from({ length: copiesAtOnce }, () => line),
      })
    await act('stocktake.add', { name: 'Kiểm kê' })
  })
  return library
}

async function acted(engine: OpenEngine, { session }: Library, operation: string, input: unknown) {
  return valueOf(await personAt(engine, session).call(operation, input))
}

async function runToEnd(engine: OpenEngine, library: Library, operation: string): Promise<void> {
  const { jobId } = (await acted(engine, library, operation, { id: 1 })) as { jobId: number }
  expect(await acted(engine, library, 'jobs.job', { id: jobId })).toMatchObject({ state: 'done' })
}

function acknowledged(heard: readonly Message[]): string[] {
  return heard.flatMap((each) => (each.say === 'scanned' ? each.keys : []))
}

function keysIn({ connection: { raw } }: OpenEngine): string[] {
  return raw.prepare('select key from stocktakeScan order by id').pluck().all() as string[]
}

/** What a page sends again after a start: all that it never heard an answer to, and then some. */
function resent(keys: readonly string[]) {
  const at = new Date().toISOString()
  return keys.map((key) => ({ key, code: `VV${key.replace('scan-', '').padStart(6, '0')}`, at }))
}

describe('a power cut while scanning', () => {
  const { rounds, timeoutMs, diceFor, noteOf } = drill('scanning')

  it(
    'loses no scan that was acknowledged, and sending it again adds none',
    { timeout: timeoutMs },
    async () => {
      const start = await newStock()
      await withEngine(start.dataDir, (engine) => runToEnd(engine, start, 'stocktake.open'))
      const lanes = [copyLibrary(start), copyLibrary(start)]
      const next = new Map(lanes.map((library) => [library, 1]))
      await onTwoLanes(rounds, async (round) => {
        const note = noteOf(round)
        const library = lanes.pop() as Library
        const dice = diceFor(round)
        const from = next.get(library) ?? 1
        const before = await withEngine(library.dataDir, keysIn)
        const victim = startVictim('scans', library, { at: from })
        await victim.next('scanned', between(dice, 1, 6))
        await sleep(between(dice, 0, 4))
        victim.kill()
        await expectKilled(victim, note)
        const heard = acknowledged(victim.heard)
        await withEngine(library.dataDir, async (engine) => {
          await expectSound(engine, note)
          const kept = keysIn(engine).slice(before.length)
          expect(kept.slice(0, heard.length), note).toEqual(heard)
          // At most the one call under way besides, whole.
          const last = from + heard.length
          expect([0, 1 + (last % 4)], note).toContain(kept.length - heard.length)
          const all = Array.from({ length: heard.length + 1 + (last % 4) }, (_, at) => `scan-${from + at}`)
          for (let at = 0; at < all.length; at += 100)
            await acted(engine, library, 'stocktake.scan', {
              id: 1,
              scans: resent(all.slice(at, at + 100)),
            })
          expect(keysIn(engine).slice(before.length), note).toEqual(all)
          next.set(library, from + all.length)
        })
        lanes.push(library)
      })
    },
  )
})

describe('a stocktake that is cut off', () => {
  const stocktake = drill('stocktake')
  const { timeoutMs } = stocktake

  it(
    'is open or closed and never between, with every scan, at each statement it runs',
    { timeout: timeoutMs },
    async () => {
      const start = await newStock()
      const moments = await momentsOf(startVictim('stocktake', copyLibrary(start)))
      expect(moments).toBeGreaterThan(100)
      await onTwoLanes(spread(moments, stocktake), async (at) => {
        const library = copyLibrary(start)
        const note = `moment ${at}`
        const victim = startVictim('stocktake', library, { at })
        await expectKilled(victim, note)
        await expectWhole(library, victim.heard, note)
      })
    },
  )
})

async function expectWhole(library: Library, heard: readonly Message[], note: string): Promise<void> {
  const finished = new Set(heard.flatMap((each) => (each.say === 'finished' ? [each.operation] : [])))
  await withEngine(library.dataDir, async (engine) => {
    await expectSound(engine, note)
    const { raw } = engine.connection
    const state = () => raw.prepare('select state from stocktake').pluck().get()
    const items = () => countOf(engine, 'stocktakeItem')
    expect(['planned', 'open', 'paused', 'closed'], note).toContain(state())
    expect(items(), note).toBe(state() === 'planned' ? 0 : copies)
    if (finished.has('stocktake.open')) expect(state(), note).not.toBe('planned')
    if (finished.has('stocktake.close')) expect(state(), note).toBe('closed')
    expect(keysIn(engine), note).toEqual(expect.arrayContaining(acknowledged(heard)))
    const isUndone = raw.prepare(`select undoneAt from stocktakeScan where key = 'scan-1'`).pluck().get()
    if (finished.has('stocktake.undoScan')) expect(isUndone, note).not.toBeNull()
    // Whatever was cut off can be done again to its end.
    if (state() === 'planned') await runToEnd(engine, library, 'stocktake.open')
    if (state() !== 'closed') await runToEnd(engine, library, 'stocktake.close')
    expect(state(), note).toBe('closed')
    expect(items(), note).toBe(copies)
    const { found = 0, missing } = JSON.parse(
      String(raw.prepare(`select json_extract(tallies, '$.classes') from stocktake`).pluck().get()),
    ) as { found?: number; missing: number }
    expect(found + missing, note).toBe(copies)
    const live = raw
      .prepare('select count(distinct copyId) from stocktakeScan where undoneAt is null')
      .pluck()
      .get()
    expect(found, note).toBe(live)
  })
}
