import { BroadcastChannel } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { EngineEvent } from '../../shared/door.ts'
import type { Reply } from '../../shared/contract.ts'
import type { ThreadRole } from '../../db/engine.ts'
import { startHost, type Host } from '../../db/host/host.ts'
import { codeOf, testPassword, valueOf } from '../support/engine.ts'
import { newLibrary, withEngine, type Library } from '../support/folders.ts'
import { countOf, expectJournalTellsTitles, expectSound } from '../support/sound.ts'

let library: Library
let host: Host
let events: EngineEvent[]

beforeEach(async () => {
  library = await newLibrary()
  host = startHost({ dataDir: library.dataDir, workerUrl: new URL('./mortal-worker.ts', import.meta.url) })
  events = []
  host.onEvent((event) => events.push(event))
  expect(await host.opened()).toMatchObject({ ok: true })
})
afterEach(() => host.close())

async function call(operation: string, input: unknown = {}): Promise<Reply> {
  return (await host.call(operation, input, library.session)).reply
}

function endThread(role: ThreadRole): void {
  const channel = new BroadcastChannel('khosach-die')
  channel.postMessage({ role, dataDir: library.dataDir })
  // Closing at once would take the word back.
  setTimeout(() => channel.close(), 200)
}

const until = (isTrue: () => boolean) => expect.poll(isTrue).toBe(true)

const engineStates = () => events.flatMap((event) => (event.type === 'engine' ? [event.state] : []))

it('answers engine_lost when the writing thread ends during a call, restarts and works again', async () => {
  valueOf(await call('catalogue.addTitle', { title: 'Trước khi mất' }))
  // Checking a sound password takes the writer long enough to be caught at it.
  const caught = call('users.add', {
    username: 'nguoimoi',
    name: 'Người mới',
    role: 'reader',
    password: testPassword,
  })
  endThread('writer')
  expect(codeOf(await caught)).toBe('engine_lost')
  await until(() => engineStates().includes('restarted'))
  expect(engineStates()).toEqual(['lost', 'restarted'])
  valueOf(await call('catalogue.addTitle', { title: 'Sau khi mất' }))
  const { rows } = valueOf(await call('catalogue.search', {})) as { rows: { title: string }[] }
  expect(rows.map((row) => row.title)).toEqual(['Sau khi mất', 'Trước khi mất'])
  const users = valueOf(await call('users.list')) as unknown[]
  expect(users).toHaveLength(1)
})

it('survives the loss of the reading thread', async () => {
  endThread('reader')
  await until(() => engineStates().includes('restarted'))
  expect(codeOf(await call('catalogue.search', { text: 'a' }))).toBe('ok')
  valueOf(await call('catalogue.addTitle', { title: 'Vẫn ghi được' }))
})

it('takes a bulk run back when the writing thread is lost under it', async () => {
  valueOf(await call('demo.fill', { titles: 40_000 }))
  await until(() => events.some((event) => event.type === 'job' && event.job.done > 0))
  endThread('writer')
  await until(() => engineStates().includes('restarted'))
  await until(() => events.some((event) => event.type === 'job' && event.job.state !== 'running'))
  expect(codeOf(await call('catalogue.addTitle', { title: 'Ghi tiếp' }))).toBe('ok')
  await host.close()
  await withEngine(library.dataDir, async (engine) => {
    await expectSound(engine)
    expectJournalTellsTitles(engine)
    expect(countOf(engine, 'title')).toBe(1)
    expect(engine.connection.raw.prepare('select state from job').pluck().all()).toEqual(['interrupted'])
  })
})

it('loses only the run when the job thread ends', async () => {
  valueOf(await call('demo.fill', { titles: 40_000 }))
  await until(() => events.some((event) => event.type === 'job' && event.job.done > 0))
  endThread('job')
  await until(() => events.some((event) => event.type === 'job' && event.job.state === 'failed'))
  expect(engineStates()).toEqual([])
  const { rows } = valueOf(await call('catalogue.search', {})) as { rows: unknown[] }
  expect(rows).toEqual([])
  valueOf(await call('demo.fill', { titles: 100 }))
  await until(() => events.some((event) => event.type === 'job' && event.job.state === 'done'))
})

it('gives up after the fourth loss within a minute and says so at every call', async () => {
  for (let loss = 1; loss <= 4; loss++) {
    endThread('reader')
    await until(() => engineStates().filter((state) => state === 'lost').length === loss)
    if (loss < 4) await until(() => engineStates().filter((state) => state === 'restarted').length === loss)
  }
  expect(codeOf(await call('catalogue.search'))).toBe('engine_lost')
  await host.close()
  await withEngine(library.dataDir, (engine) => expectSound(engine))
})

it('takes nothing away when a second bulk run is refused', async () => {
  const ended = (state: string) =>
    events.filter((event) => event.type === 'job' && event.job.state === state).length
  valueOf(await call('demo.fill', { titles: 500 }))
  await until(() => ended('done') === 1)
  valueOf(await call('demo.fill', { titles: 500 }))
  await until(() => ended('failed') === 1)
  expect(valueOf(await call('catalogue.search'))).toMatchObject({ total: { count: 500 } })
})
