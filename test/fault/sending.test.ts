import { describe, expect, it } from 'vitest'
import { dispatch } from '../../db/dispatch.ts'
import { between, type Dice } from '../../shared/demo/dice.ts'
import { newCode, newPlace, startReceiver } from '../ministry/support/receiver.ts'
import { finishedJob, openTestEngine, testFolder, testPassword, valueOf } from '../support/engine.ts'
import { withEngine } from '../support/folders.ts'
import { makeKey, nameLibrary, signQuarter } from '../support/signed.ts'
import { expectSound } from '../support/sound.ts'
import { drill } from './drill.ts'
import { startVictim } from './victims.ts'

const periods = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']
const mostKills = 40

/** Signed quarters that wait, a receiver that has enrolled the library, and somebody who may send. */
async function waiting() {
  const running = await startReceiver(await newPlace('sqlite'), {
    now: () => new Date('2026-11-10T02:00:00.000Z'),
  })
  const dataDir = testFolder()
  const test = await openTestEngine({ dataDir })
  await nameLibrary(test)
  await makeKey(test)
  for (const period of periods) await signQuarter(test, { period })
  const director = await test.as('director')
  const input = { endpoint: running.url, code: await newCode(running) }
  expect((await finishedJob(director, 'sync.enrol', input)).output).toMatchObject({ problem: null })
  await test.close()
  const session = await withEngine(dataDir, async (engine) => {
    const person = { username: 'user-director', password: testPassword }
    const answer = await dispatch(engine, 'users.signIn', person, null)
    valueOf(answer.reply)
    return answer.session ?? ''
  })
  return { running, library: { dataDir, session } }
}

describe('a library that is killed again and again while it sends', () => {
  const { kills, timeoutMs, diceFor, noteOf } = drill('sync')

  it('has everything there once in the end', { timeout: timeoutMs }, async () => {
    for (let done = 0, round = 0; done < kills; round++)
      done += await sendThroughKills(diceFor(round), noteOf(round))
  })
})

async function sendThroughKills(dice: Dice, note: string): Promise<number> {
  const { running, library } = await waiting()
  let kills = 0
  for (; kills < mostKills; kills++) {
    // Later and later, so that each run gets somewhere before it dies.
    const victim = startVictim('sending', library, { at: between(dice, 20, 120) + kills * 25 })
    const { signal, errors } = await victim.ended
    expect(errors, note).toBe('')
    if (signal === null) break
    expect(signal, note).toBe('SIGKILL')
  }
  expect(kills, note).toBeGreaterThan(0)
  expect(kills, note).toBeLessThan(mostKills)
  const { db } = running.receiver.store
  const there = await db.selectFrom('package').select(['hash', 'revision', 'outcome']).execute()
  expect(there, note).toHaveLength(periods.length)
  expect(there.every(({ outcome, revision }) => outcome === 'accepted' && revision === 1)).toBe(true)
  expect(await db.selectFrom('upload').selectAll().execute()).toEqual([])
  await withEngine(library.dataDir, async (engine) => {
    await expectSound(engine, note)
    const { raw } = engine.connection
    const known = raw
      .prepare('select hash from summaryPackage join packageReceipt on packageId = summaryPackage.id')
      .pluck()
      .all() as string[]
    expect(known.toSorted()).toEqual(there.map(({ hash }) => hash).toSorted())
    expect(raw.prepare('select count(*) from delivery where endedAt is null').pluck().get()).toBe(0)
    expect(raw.prepare('select count(*) from epoch').pluck().get()).toBe(1)
  })
  return kills
}
