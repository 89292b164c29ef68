import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dispatch } from '../../db/dispatch.ts'
import { openPackageFile } from '../../db/sync/index.ts'
import {
  finishedJob,
  openTestEngine,
  personAt,
  testFolder,
  testPassword,
  valueOf,
} from '../support/engine.ts'
import { copyLibrary, withEngine, type Library } from '../support/folders.ts'
import { makeKey, nameLibrary, signQuarter, testPassphrase } from '../support/signed.ts'
import { countOf, expectSound } from '../support/sound.ts'
import { drill } from './drill.ts'
import { expectKilled, momentsOf, onTwoLanes, spread, startVictim } from './victims.ts'

/** A signed quarter, and somebody who may hand it over. */
async function signed(): Promise<Library> {
  const dataDir = testFolder()
  const test = await openTestEngine({ dataDir })
  await nameLibrary(test)
  await makeKey(test)
  await signQuarter(test)
  await test.close()
  return withEngine(dataDir, async (engine) => {
    const person = { username: 'user-director', password: testPassword }
    const answer = await dispatch(engine, 'users.signIn', person, null)
    valueOf(answer.reply)
    return { dataDir, session: answer.session ?? '' }
  })
}

/** The key does not open in a copied folder until somebody says its passphrase. */
async function copyWithKey(start: Library): Promise<Library> {
  const library = copyLibrary(start)
  await withEngine(library.dataDir, async (engine) =>
    valueOf(await personAt(engine, library.session).client.sync.unlockKey({ secret: testPassphrase })),
  )
  return library
}

const sticks = testFolder()
const newStick = () => mkdtempSync(join(sticks, 'usb-'))
const wholeIn = (stick: string) => readdirSync(stick).filter((name) => !name.endsWith('.part'))

/** What is on the stick under its name is a package that opens, and the one that is kept. */
async function expectWhole({ dataDir }: Library, stick: string, note: string): Promise<void> {
  await withEngine(dataDir, async (engine) => {
    await expectSound(engine, note)
    const { raw } = engine.connection
    const kept = raw.prepare('select hash from summaryPackage').pluck().all()
    expect(kept.length, note).toBeLessThanOrEqual(1)
    expect(raw.prepare('select count(*) from delivery where endedAt is null').pluck().get(), note).toBe(0)
    for (const name of wholeIn(stick)) {
      const read = openPackageFile(join(stick, name))
      expect(read, note).toMatchObject({ ok: true })
      expect(kept, note).toEqual([read.ok ? read.hash : ''])
    }
  })
}

async function writeAgain({ dataDir, session }: Library, stick: string, note: string): Promise<void> {
  await withEngine(dataDir, async (engine) => {
    const input = { periodId: 1, path: stick }
    const { output } = await finishedJob(personAt(engine, session), 'sync.writeToFolder', input)
    expect(output, note).toMatchObject({ problem: null })
    expect(countOf(engine, 'summaryPackage'), note).toBe(1)
  })
}

describe('a package that is written to a stick', () => {
  const writing = drill('usb')
  const { timeoutMs } = writing

  it(
    'is there whole or not at all when the program is killed, and is written again as the same one',
    { timeout: timeoutMs },
    async () => {
      const start = await signed()
      const moments = await momentsOf(startVictim('stick', await copyWithKey(start), { file: newStick() }))
      expect(moments).toBeGreaterThan(40)
      const found = new Set<number>()
      await onTwoLanes(spread(moments, writing), async (at) => {
        const [library, stick, note] = [await copyWithKey(start), newStick(), `moment ${at} of ${moments}`]
        const victim = startVictim('stick', library, { at, file: stick })
        await expectKilled(victim, note)
        found.add(wholeIn(stick).length)
        await expectWhole(library, stick, note)
        const before = wholeIn(stick).map((name) => readFileSync(join(stick, name)))
        if (victim.heard.some(({ say }) => say === 'finished')) expect(before, note).toHaveLength(1)
        await writeAgain(library, stick, note)
        await expectWhole(library, stick, note)
        expect(readdirSync(stick), note).toHaveLength(1)
        for (const bytes of before)
          expect(readFileSync(join(stick, wholeIn(stick)[0] ?? '')).equals(bytes), note).toBe(true)
      })
      expect(found).toEqual(new Set([0, 1]))
    },
  )
})
