import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rebuildFrom } from '../../test/support/open-export.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { writeByHand } from '../../test/support/prepared.ts'
import { databaseName } from '../folder.ts'
import { privacy } from '../privacy.ts'

let test: TestEngine
let dataDir: string
let person: Person

beforeEach(async () => {
  dataDir = testFolder()
  test = await openTestEngine({ dataDir })
  person = await test.as('administrator')
  expect((await finishedJob(person, 'demo.fill', { titles: 60, seed: 5 })).state).toBe('done')
}, 120_000)
afterEach(() => test.close())

/** How many rows each table has; the journal leaves as a text of its entries, and search is built anew. */
function countsIn({ engine }: TestEngine): Record<string, number> {
  const { raw } = engine.connection
  const names = Object.keys(privacy).filter((name) => !name.startsWith('journal'))
  return Object.fromEntries(
    names.map((name) => [name, raw.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
  )
}

async function figuresOf({ client }: Person): Promise<unknown> {
  const quarters = await Promise.all(
    ['2026-Q2', '2026-Q3', '2026'].map(async (period) => {
      const { values } = valueOf(await client.indicators.list({ period }))
      return values.map(({ code, value }) => [period, code, value])
    }),
  )
  return quarters.flat()
}

it('the export beside a backup makes the library again, with equal counts and equal figures', async () => {
  expect((await finishedJob(person, 'backup.make')).state).toBe('done')
  const { backups, folder } = valueOf(await person.client.backup.status({}))
  const zip = join(testFolder(), backups[0]?.exportName ?? '')
  copyFileSync(join(folder, backups[0]?.exportName ?? ''), zip)
  const elsewhere = testFolder()
  await rebuildFrom(zip, join(elsewhere, databaseName))
  // A password is no data of the library's; whoever rebuilds one sets new ones.
  const hash = test.engine.connection.raw.prepare('select passwordHash from user where id = 1').pluck().get()
  writeByHand(elsewhere, [`update user set passwordHash = '${String(hash)}' where id = 1`])
  const rebuilt = await openTestEngine({ dataDir: elsewhere })
  const stranger = rebuilt.stranger()
  valueOf(await stranger.call('users.signIn', { username: 'administrator', password: testPassword }))
  try {
    const [before, after] = [countsIn(test), countsIn(rebuilt)]
    expect(before['title']).toBeGreaterThanOrEqual(60)
    // What happened since the copy was made, and the sitting at this very door.
    const since = new Set(['session', 'job', 'backup', 'signIn'])
    const differing = Object.keys(before).filter((name) => before[name] !== after[name] && !since.has(name))
    expect(differing.map((name) => [name, before[name], after[name]])).toEqual([])
    expect(await figuresOf(stranger)).toEqual(await figuresOf(person))
  } finally {
    await rebuilt.close()
  }
}, 120_000)
