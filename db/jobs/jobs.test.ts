import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EngineEvent, JobNews, JobState } from '../../shared/door.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  type TestEngine,
} from '../../test/support/engine.ts'
import { prepareFolder, writeByHand } from '../../test/support/prepared.ts'
import { openConnection } from '../connection.ts'
import { databaseName } from '../folder.ts'
import { startHost, type Host } from '../host/host.ts'
import { createSeat } from '../host/seat.ts'
import { verifyChain } from '../journal/verify.ts'

describe('a run', () => {
  let test: TestEngine
  let dataDir: string
  beforeEach(async () => {
    dataDir = testFolder()
    test = await openTestEngine({ dataDir })
  })
  afterEach(async () => {
    expect(test.faults).toEqual([])
    await test.close()
  })

  it('is seen by who started it and by the administrator', async () => {
    const director = await test.as('director')
    await finishedJob(director, 'journal.verifyChain')
    for (const [role, code] of [
      ['administrator', 'ok'],
      ['cataloguer', 'job_not_found'],
    ] as const) {
      expect(codeOf(await (await test.as(role)).client.jobs.job({ id: 1 })), role).toBe(code)
    }
    expect(valueOf(await (await test.as('administrator')).client.jobs.list({}))).toHaveLength(1)
    expect(valueOf(await (await test.as('cataloguer')).client.jobs.list({}))).toEqual([])
  })

  it('that fails keeps its reason', async () => {
    const job = await finishedJob(await test.as('director'), 'reports.produce', { id: 9, format: 'pdf' })
    expect(job).toMatchObject({
      state: 'failed',
      output: null,
      error: { code: 'period_not_found', details: { id: 9 } },
    })
  })

  it('that cannot be taken back is marked, and the library opens', async () => {
    const administrator = await test.as('administrator')
    await finishedJob(administrator, 'demo.fill', { titles: 20 })
    await test.close()
    writeByHand(dataDir, [
      "update job set state = 'running', output = null, endedAt = null",
      'drop trigger journalChain_no_update',
      "update journalChain set bulk = 'no JSON' where bulk like '%firstId%'",
    ])
    test = await openTestEngine({ dataDir })
    expect(test.faults.splice(0)).toHaveLength(1)
    const again = await test.as('administrator')
    expect(valueOf(await again.client.jobs.job({ id: 1 }))).toMatchObject({
      state: 'failed',
      output: null,
      error: { code: 'internal', details: { logId: 'test' } },
    })
    expect(codeOf(await again.client.catalogue.addTitle({ title: 'Vẫn ghi được' }))).toBe('ok')
  })

  it('that a crash cut off is taken back at the next start, before anyone signs in', async () => {
    const administrator = await test.as('administrator')
    await finishedJob(administrator, 'demo.fill', { titles: 20 })
    await test.close()
    writeByHand(dataDir, ["update job set state = 'running', output = null, endedAt = null"])
    test = await openTestEngine({ dataDir })
    const again = await test.as('administrator')
    expect(valueOf(await again.client.jobs.job({ id: 1 }))).toMatchObject({
      state: 'interrupted',
      output: null,
    })
    expect(valueOf(await again.client.catalogue.search({})).total.count).toBe(0)
    expect((await finishedJob(again, 'journal.verifyChain')).output).toMatchObject({ isWhole: true })
  })
})

describe('a run on its own thread', () => {
  let host: Host
  let call: ReturnType<typeof createSeat>['call']
  let events: EngineEvent[]
  beforeEach(async () => {
    host = startHost({
      dataDir: await prepareFolder(),
      workerUrl: new URL('../host/worker.ts', import.meta.url),
    })
    events = []
    host.onEvent((event) => events.push(event))
    call = createSeat(host).call
    valueOf(await call('users.signIn', { username: 'administrator', password: testPassword }))
  })
  afterEach(() => host.close())

  const statesOf = (id: number) =>
    events.flatMap((event) => (event.type === 'job' && event.job.id === id ? [event.job] : []))

  function jobAt(wanted: (job: JobNews) => boolean, id: number): Promise<JobNews> {
    return new Promise((resolve) => {
      const stop = host.onEvent((event) => {
        if (event.type !== 'job' || event.job.id !== id || !wanted(event.job)) return
        stop()
        resolve(event.job)
      })
    })
  }
  async function start(operation: string, input: unknown): Promise<number> {
    return (valueOf(await call(operation, input)) as { jobId: number }).jobId
  }
  const kept = async (id: number) => valueOf(await call('jobs.job', { id })) as JobState
  const hasEnded = ({ state }: JobNews) => state !== 'running'

  const endedIds = () =>
    events.flatMap((event) => (event.type === 'job' && hasEnded(event.job) ? [event.job.id] : []))

  it('is stopped between two pieces by its cancel, and leaves nothing behind', async () => {
    const id = await start('demo.fill', { titles: 200_000, copiesPerTitle: 0 })
    const ended = jobAt(hasEnded, id)
    await jobAt(({ done }) => done >= 4000, id)
    expect(codeOf(await call('reports.periods', {}))).toBe('ok')
    valueOf(await call('jobs.cancel', { id }))
    expect(await ended).toMatchObject({ id, state: 'cancelled' })
    const { done, ...cancelled } = await kept(id)
    expect(cancelled).toMatchObject({ state: 'cancelled', output: null, error: null, total: 200_000 })
    expect(done).toBeGreaterThanOrEqual(4000)
    expect(done).toBeLessThan(200_000)
    expect(valueOf(await call('catalogue.search', {}))).toMatchObject({ total: { count: 0 } })
    const { db, close } = openConnection(join(host.dataDir, databaseName), { readonly: true })
    expect(await verifyChain(db, [], () => undefined)).toMatchObject({ isWhole: true })
    await close()
  })

  it('tells how far it is, never backwards, and that its modules have changed', async () => {
    const id = await start('demo.fill', { titles: 12_000, copiesPerTitle: 0 })
    await jobAt(hasEnded, id)
    const told = statesOf(id).map(({ done }) => done)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    const end = { id, operation: 'demo.fill', state: 'done', done: 12_000, total: 12_000 }
    expect(statesOf(id).at(-1)).toEqual(end)
    expect(await kept(id)).toMatchObject({ ...end, output: { titles: 12_000 }, error: null })
    await expect
      .poll(() => events.some((event) => event.type === 'changed' && event.modules.includes('catalogue')))
      .toBe(true)
  })

  it('that fails says so, and that what it had written may be gone', async () => {
    valueOf(await call('catalogue.addTitle', { title: 'Sách thật' }))
    const id = await start('demo.fill', { titles: 10 })
    expect(await jobAt(hasEnded, id)).toMatchObject({ state: 'failed' })
    expect(await kept(id)).toMatchObject({ state: 'failed', error: { code: 'not_empty' } })
    const toldBefore = events.findIndex((event) => event.type === 'job' && hasEnded(event.job))
    await expect
      .poll(() =>
        events.slice(toldBefore).some((event) => event.type === 'changed' && event.modules.includes('jobs')),
      )
      .toBe(true)
  })

  it('waits for the one before it', async () => {
    const first = await start('demo.fill', { titles: 4000, copiesPerTitle: 0 })
    const second = await start('journal.verifyChain', {})
    await jobAt(hasEnded, second)
    expect(endedIds()).toEqual([first, second])
  })

  it('tells everybody no word of what it answers or refuses', async () => {
    const id = await start('reports.produce', { id: 404, format: 'docx' })
    await jobAt(hasEnded, id)
    const keys = new Set(statesOf(id).flatMap((news) => Object.keys(news)))
    expect([...keys].toSorted()).toEqual(['done', 'id', 'operation', 'state', 'total'])
    expect(await kept(id)).toMatchObject({ error: { code: 'period_not_found', details: { id: 404 } } })
  })

  // The first run is longer than the patience with a run that is to be cancelled.
  it('that waits is cancelled at once, and the one before it goes on', { timeout: 120_000 }, async () => {
    const first = await start('demo.fill', { titles: 50_000, copiesPerTitle: 0 })
    const second = await start('backup.make', {})
    const both = Promise.all([jobAt(hasEnded, first), jobAt(hasEnded, second)])
    await jobAt(({ done }) => done > 0, first)
    valueOf(await call('jobs.cancel', { id: second }))
    expect(await both).toMatchObject([{ state: 'done', done: 50_000 }, { state: 'cancelled' }])
    expect(endedIds()).toEqual([second, first])
    expect(valueOf(await call('catalogue.search', {}))).toMatchObject({ total: { count: 50_000 } })
    expect(valueOf(await call('backup.status', {}))).toMatchObject({ backups: [] })
  })
})
