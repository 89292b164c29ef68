import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { databaseName } from '../../db/folder.ts'
import { insistent, nothingDone, workAt, type Done } from '../support/mixed-load.ts'
import { finishedJob, openTestEngine, valueOf } from '../support/engine.ts'
import { enterFrom, serveLibrary, type Served } from '../support/twenty-pcs.ts'

/** As many PCs as the largest libraries of the country have at their desks. */
const places = 20
const rounds = 6
/** One call in so many is cut off before its answer. */
const cutEvery = 5

let served: Served
const dones: Done[] = []
let cut = 0

beforeAll(async () => {
  served = await serveLibrary(places, 300)
})
afterAll(async () => {
  await served.door.close()
  await served.host.close()
})

async function workThrough(place: number): Promise<void> {
  const pc = await enterFrom(served.port, place)
  const done = nothingDone()
  dones.push(done)
  let calls = place
  function isCut(): boolean {
    const isNow = (calls += 1) % cutEvery === 0
    if (isNow) cut += 1
    return isNow
  }
  const steps = workAt(place, served.prepared, insistent(pc, isCut), done)
  for (let round = 0; round < rounds; round++)
    for (const [at, step] of steps.entries()) await step(round * steps.length + at)
  await pc.call('users.signOut', {})
  pc.close()
}

const tallied = `select coalesce(sum(value), 0) from counterValue where kindCode = 'onsite_adults'`
function counted(sql: string, ...values: unknown[]): number {
  const raw = new Database(join(served.dataDir, databaseName), { readonly: true })
  try {
    return raw
      .prepare(sql)
      .pluck()
      .get(...values) as number
  } finally {
    raw.close()
  }
}
const sum = (of: (done: Done) => number) => dones.reduce((total, done) => total + of(done), 0)

it('twenty PCs at once, whose lines are cut again and again, lose no write and double none', async () => {
  const talliedBefore = counted(tallied)
  await Promise.all(Array.from({ length: places }, (_, place) => workThrough(place)))
  expect(cut).toBeGreaterThan(places * rounds)
  expect(counted(tallied) - talliedBefore).toBe(sum(({ tallies }) => tallies))
  expect(counted(`select count(*) from stocktakeScan where "key" like 'pc-%'`)).toBe(
    sum(({ scans }) => scans),
  )
  for (const title of dones.flatMap(({ added }) => added))
    expect(counted('select count(*) from title where title = ?', title), title).toBe(1)
  expect(counted(`select count(*) from title where title like 'Nhan đề của máy %'`)).toBe(
    sum(({ added }) => added.length),
  )
  for (const id of served.prepared.sharedTitles)
    expect(counted('select rev from title where id = ?', id)).toBe(1 + sum(({ saves }) => saves.get(id) ?? 0))
  const ofReaders = 'from loan where readerId in (select value from json_each(?))'
  const readers = JSON.stringify(served.prepared.readerIds)
  expect(counted(`select count(*) ${ofReaders}`, readers)).toBe(sum(({ lent }) => lent))
  expect(counted(`select count(*) ${ofReaders} and returnedOn is null`, readers)).toBe(0)
  expect(sum(({ returned }) => returned)).toBe(places * rounds)
})

it('and the chain of the journal holds all of it', async () => {
  await served.door.close()
  await served.host.close()
  const test = await openTestEngine({ dataDir: served.dataDir, clock: Date.now })
  const administrator = await test.as('administrator')
  const { state, output } = await finishedJob(administrator, 'journal.verifyChain')
  expect({ state, output }).toMatchObject({ state: 'done', output: { isWhole: true, firstFault: null } })
  valueOf(await administrator.call('users.signOut'))
  await test.close()
})
