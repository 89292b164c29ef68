import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OpenEngine } from '../../db/engine.ts'
import { finishedJob, personAt, testPassword, valueOf } from '../support/engine.ts'
import { copyLibrary, newLibrary, withEngine, type Library } from '../support/folders.ts'
import { countOf, expectJournalTellsTitles, expectSound } from '../support/sound.ts'
import { drill } from './drill.ts'
import { expectKilled, momentsOf, onTwoLanes, spread, startVictim, type Victim } from './victims.ts'

const inCopy = 'Có trong bản sao'
const later = 'Ghi sau bản sao'

/** A library with a title and a paper, a backup of it, and a title and a paper more. */
async function grown(): Promise<{ library: Library; path: string }> {
  const library = await newLibrary()
  const papers = join(library.dataDir, 'papers')
  mkdirSync(papers)
  writeFileSync(join(papers, 'a.pdf'), 'trước')
  const path = await withEngine(library.dataDir, async (engine) => {
    const { call, client } = personAt(engine, library.session)
    valueOf(await client.catalogue.addTitle({ title: inCopy }))
    expect(await finishedJob({ call, client }, 'backup.make')).toMatchObject({ state: 'done' })
    valueOf(await client.catalogue.addTitle({ title: later }))
    return valueOf(await client.backup.found({})).copies[0]?.path ?? ''
  })
  writeFileSync(join(papers, 'b.pdf'), 'sau')
  return { library, path }
}

const titlesIn = ({ connection: { raw } }: OpenEngine) =>
  raw.prepare('select title from title order by id').pluck().all()

/** Nobody is asked: the folder opens, as it was or as the copy is. */
async function expectOneOfBoth({ dataDir }: Library, { heard }: Victim, note: string): Promise<boolean> {
  const isRestored = await withEngine(dataDir, async (engine) => {
    await expectSound(engine, note)
    expectJournalTellsTitles(engine, note)
    const restored = countOf(engine, 'restoration') === 1
    expect(titlesIn(engine), note).toEqual(restored ? [inCopy] : [inCopy, later])
    expect(countOf(engine, 'epoch'), note).toBe(restored ? 2 : 1)
    if (restored) await expectAside(dataDir, engine, note)
    return restored
  })
  if (heard.some(({ say }) => say === 'finished')) expect(isRestored, note).toBe(true)
  expect(readFileSync(join(dataDir, 'papers/a.pdf'), 'utf8'), note).toBe('trước')
  expect(existsSync(join(dataDir, 'papers/b.pdf')), note).toBe(!isRestored)
  return isRestored
}

async function expectAside(
  dataDir: string,
  { connection: { raw } }: OpenEngine,
  note: string,
): Promise<void> {
  const aside = join(dataDir, String(raw.prepare('select aside from restoration').pluck().get()))
  expect(readFileSync(join(aside, 'papers/b.pdf'), 'utf8'), note).toBe('sau')
  await withEngine(aside, (former) => expect(titlesIn(former), note).toEqual([inCopy, later]))
}

async function restore({ dataDir, session }: Library, path: string): Promise<void> {
  await withEngine(dataDir, async (engine) => {
    const person = personAt(engine, session)
    expect(await finishedJob(person, 'backup.prove', { path })).toMatchObject({ state: 'done' })
    valueOf(await person.client.backup.restore({ path, password: testPassword }))
  })
}

describe('a restoring that is killed', () => {
  const puttingBack = drill('restore')
  const { timeoutMs } = puttingBack

  it(
    'leaves the library or the copy, with all that belongs to it, and can be done again',
    { timeout: timeoutMs },
    async () => {
      const { library: start, path } = await grown()
      const moments = await momentsOf(startVictim('restore', copyLibrary(start), { file: path }))
      expect(moments).toBeGreaterThan(100)
      const outcomes = new Set<boolean>()
      await onTwoLanes(spread(moments, puttingBack), async (at) => {
        const library = copyLibrary(start)
        const note = `moment ${at} of ${moments}`
        const victim = startVictim('restore', library, { at, file: path })
        await expectKilled(victim, note)
        const isRestored = await expectOneOfBoth(library, victim, note)
        outcomes.add(isRestored)
        if (isRestored) return
        await restore(library, path)
        expect(await expectOneOfBoth(library, victim, note), note).toBe(true)
      })
      expect(outcomes).toEqual(new Set([false, true]))
    },
  )
})
