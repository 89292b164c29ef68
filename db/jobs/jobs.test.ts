import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EngineEvent, JobState } from '../../shared/door.ts'
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
import { databaseName } from '../engine.ts'
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

  function jobAt(wanted: (job: JobState) => boolean, id: number): Promise<JobState> {
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
  const hasEnded = ({ state }: JobState) => state !== 'running'

  it('is stopped between two pieces by its cancel, and leaves nothing behind', async () => {
    const id = await start('demo.fill', { titles: 200_000 })
    const ended = jobAt(hasEnded, id)
    await jobAt(({ done }) => done >= 4000, id)
    expect(codeOf(await call('reports.periods', {}))).toBe('ok')
    valueOf(await call('jobs.cancel', { id }))
    expect(await ended).toMatchObject({ id, state: 'cancelled', output: null, error: null })
    expect(valueOf(await call('jobs.job', { id }))).toMatchObject({ state: 'cancelled' })
    expect(valueOf(await call('catalogue.search', {}))).toMatchObject({ total: { count: 0 } })
    const { db, close } = openConnection(join(host.dataDir, databaseName), { readonly: true })
    expect(await verifyChain(db, [], () => undefined)).toMatchObject({ isWhole: true })
    await close()
  })

  it('tells how far it is, never backwards, and that its modules have changed', async () => {
    const id = await start('demo.fill', { titles: 12_000 })
    await jobAt(hasEnded, id)
    const told = statesOf(id).map(({ done }) => done)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(statesOf(id).at(-1)).toMatchObject({
      state: 'done',
      output: { titles: 12_000 },
      done: 12_000,
      total: 12_000,
    })
    await expect
      .poll(() => events.some((event) => event.type === 'changed' && event.modules.includes('catalogue')))
      .toBe(true)
  })

  it('that fails says so, and that what it had written may be gone', async () => {
    valueOf(await call('catalogue.addTitle', { title: 'Sách thật' }))
    const id = await start('demo.fill', { titles: 10 })
    expect(await jobAt(hasEnded, id)).toMatchObject({ state: 'failed', error: { code: 'not_empty' } })
    const toldBefore = events.findIndex((event) => event.type === 'job' && hasEnded(event.job))
    await expect
      .poll(() =>
        events.slice(toldBefore).some((event) => event.type === 'changed' && event.modules.includes('jobs')),
      )
      .toBe(true)
  })

  it('waits for the one before it', async () => {
    const first = await start('demo.fill', { titles: 4000 })
    const second = await start('journal.verifyChain', {})
    await jobAt(hasEnded, second)
    const order = events.flatMap((event) =>
      event.type === 'job' && hasEnded(event.job) ? [event.job.id] : [],
    )
    expect(order).toEqual([first, second])
  })

  it('that waits is cancelled without ever beginning', async () => {
    const first = await start('demo.fill', { titles: 20_000 })
    const second = await start('backup.make', {})
    valueOf(await call('jobs.cancel', { id: second }))
    const [, ended] = await Promise.all([jobAt(hasEnded, first), jobAt(hasEnded, second)])
    expect(ended).toMatchObject({ state: 'cancelled' })
    expect(valueOf(await call('backup.status', {}))).toMatchObject({ backups: [] })
  })
})
