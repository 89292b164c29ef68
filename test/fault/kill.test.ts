import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { between, type Dice } from '../../shared/demo/dice.ts'
import { openConnection } from '../../db/connection.ts'
import { databaseName } from '../../db/folder.ts'
import { migrations } from '../../db/migrations/index.ts'
import { appliedMigrations } from '../../db/upgrade.ts'
import { testFolder } from '../support/engine.ts'
import { copyFolder, copyLibrary, newLibrary, withEngine, type Library } from '../support/folders.ts'
import { makeOldLibrary, oldTitles, oldVersion } from '../support/old-library.ts'
import { countOf, expectJournalTellsTitles, expectSound } from '../support/sound.ts'
import { drill } from './drill.ts'
import {
  acknowledgedCount,
  acknowledgedTitles,
  expectKilled,
  momentsOf,
  onTwoLanes,
  spread,
  startVictim,
  type Message,
  type Title,
  type Victim,
} from './victims.ts'

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Everything acknowledged is there, at most the one command under way besides, and nothing of it by halves. */
async function expectKept(
  library: Library,
  heard: readonly Message[],
  before: number,
  note: string,
): Promise<void> {
  await withEngine(library.dataDir, async (engine) => {
    await expectSound(engine, note)
    expectJournalTellsTitles(engine, note)
    const commands = countOf(engine, 'journalCommand') - before
    const surplus = commands - acknowledgedCount(heard)
    expect([0, 1], note).toContain(surplus)
    for (const { id, rev, title } of acknowledgedTitles(heard).values()) {
      const row = engine.connection.raw.prepare('select rev, title from title where id = ?').get(id)
      const kept = row as Pick<Title, 'rev' | 'title'> | undefined
      expect(kept, note).toBeDefined()
      if (kept?.rev === rev) expect(kept.title, note).toBe(title)
      else expect(kept?.rev, note).toBe(rev + surplus)
    }
  })
}

function commandsIn(library: Library): Promise<number> {
  return withEngine(library.dataDir, (engine) => countOf(engine, 'journalCommand'))
}

describe('a killed command', () => {
  const { rounds, timeoutMs, diceFor, noteOf } = drill('commands')

  it('is wholly there or not at all, wherever in time the kill falls', { timeout: timeoutMs }, async () => {
    const start = await newLibrary()
    const lanes = [copyLibrary(start), copyLibrary(start)]
    const idle = [...lanes]
    await onTwoLanes(rounds, async (round) => {
      const library = idle.pop() as Library
      const before = await commandsIn(library)
      const dice = diceFor(round)
      const victim = startVictim('commands', library)
      await victim.next('acknowledged', between(dice, 1, 12))
      await sleep(between(dice, 0, 12))
      victim.kill()
      await expectKilled(victim, noteOf(round))
      await expectKept(library, victim.heard, before, noteOf(round))
      idle.push(library)
    })
  })
})

describe('a command killed at a counted moment', () => {
  const statements = drill('statements')
  const { timeoutMs } = statements

  it(
    'is wholly there or not at all, before and after each statement it runs and each file it changes',
    { timeout: timeoutMs },
    async () => {
      const start = await newLibrary()
      const moments = await momentsOf(startVictim('moments', copyLibrary(start)))
      expect(moments).toBeGreaterThan(40)
      await onTwoLanes(spread(moments, statements), async (at) => {
        const library = copyLibrary(start)
        const before = await commandsIn(library)
        const victim = startVictim('moments', library, { at })
        await expectKilled(victim, `moment ${at}`)
        await expectKept(library, victim.heard, before, `moment ${at}`)
      })
    },
  )
})

describe('a killed upgrade', () => {
  const migration = drill('migration')
  const { kills, timeoutMs } = migration
  const steps = ['copied', 'migrated', 'seeded', 'rebuilt', 'checked', 'compared', 'ordered'] as const

  it(
    'leaves the old library or the new one, and the next start finishes it',
    { timeout: timeoutMs },
    async () => {
      const old = testFolder()
      await makeOldLibrary(old, 20)
      const moments = await momentsOf(startVictim('upgrade', { dataDir: copyFolder(old), session: '' }))
      expect(moments).toBeGreaterThan(100)
      const atMoments = { ...migration, kills: Math.max(1, kills - steps.length) }
      const places = [...steps.map((step) => ({ step })), ...spread(moments, atMoments).map((at) => ({ at }))]
      await onTwoLanes(places, async (place) => {
        const dataDir = copyFolder(old)
        const note = JSON.stringify(place)
        await expectKilled(startVictim('upgrade', { dataDir, session: '' }, place), note)
        expect([oldVersion, Object.keys(migrations).at(-1)], note).toContain(await versionOf(dataDir))
        await withEngine(dataDir, async (engine) => {
          await expectSound(engine, note)
          expectJournalTellsTitles(engine, note)
          expect(countOf(engine, 'title'), note).toBe(oldTitles.length * 20)
        })
        expect(await versionOf(dataDir), note).toBe(Object.keys(migrations).at(-1))
      })
    },
  )
})

describe('a killed bulk run', () => {
  const { kills, rounds, timeoutMs, diceFor, noteOf } = drill('bulk')

  it('is taken back at the next start, and no other command with it', { timeout: timeoutMs }, async () => {
    const start = await newLibrary()
    let cutOff = 0
    await onTwoLanes(rounds, async (round) => {
      const library = copyLibrary(start)
      const note = noteOf(round)
      const victim = startVictim('fill', library, { titles: 20_000 })
      await killDuring(victim, diceFor(round))
      await expectKilled(victim, note)
      cutOff += await expectTakenBack(library, victim.heard, note)
    })
    expect(cutOff).toBeGreaterThan(kills / 2)
  })
})

async function killDuring(victim: Victim, dice: Dice): Promise<void> {
  await victim.next('started')
  const chunks = between(dice, 0, 4)
  if (chunks > 0) await victim.next('progress', chunks)
  await sleep(between(dice, 0, 80))
  victim.kill()
}

/** Answers 1 when the kill came before the run had ended. */
async function expectTakenBack(library: Library, heard: readonly Message[], note: string): Promise<number> {
  return withEngine(library.dataDir, async (engine) => {
    await expectSound(engine, note)
    expectJournalTellsTitles(engine, note)
    const { raw } = engine.connection
    const state = raw.prepare('select state from job').pluck().get()
    const known = acknowledgedTitles(heard)
    for (const [id, { rev }] of known) {
      expect(
        Number(raw.prepare('select rev from title where id = ?').pluck().get(id)),
        note,
      ).toBeGreaterThanOrEqual(rev)
    }
    if (state === 'done') return 0
    expect(state, note).toBe('interrupted')
    const ofPeople = Number(
      raw.prepare(`select count(distinct rowId) from journalRow where tableName = 'title'`).pluck().get(),
    )
    expect(countOf(engine, 'title'), note).toBe(ofPeople)
    expect(ofPeople - known.size, note).toBeLessThanOrEqual(1)
    expect(raw.prepare('select code, signerName from library').get(), note).toEqual({
      code: '',
      signerName: '',
    })
    return 1
  })
}

async function versionOf(dataDir: string): Promise<string | undefined> {
  const connection = openConnection(join(dataDir, databaseName), { readonly: false })
  const version = appliedMigrations(connection).at(-1)
  await connection.close()
  return version
}
