import { contracts } from '../../shared/contracts.ts'
import type { Contract } from '../../shared/contract.ts'
import type { EngineEvent, JobState } from '../../shared/door.ts'
import type { StartedJob } from '../dispatch.ts'
import type { JobEnd } from '../run-job.ts'
import type { HostMethods, Thread } from './host.ts'
import type { Peer } from './peer.ts'
import type { WorkerMethods } from './worker.ts'

export type Runs = {
  methods: HostMethods
  start(job: StartedJob): Promise<void>
  cancel(jobId: number): void
  close(): Promise<void>
}

type Surroundings = {
  emit: (event: EngineEvent) => void
  startThread: () => Thread
  writer: () => Peer<WorkerMethods> | null
}
type Run = { state: JobState; cancelFlag: Int32Array }

/** A run that does not notice its cancelling within this time is ended with its thread. */
const patienceMs = 5000

/** Long work: one thread, started on demand, one run after another. */
export function createRuns({ emit, startThread, writer }: Surroundings): Runs {
  const runById = new Map<number, Run>()
  let thread: Promise<Thread> | null = null
  let queue: Promise<void> = Promise.resolve()

  const methods: HostMethods = {
    async applyChunk(jobId, chunk) {
      const peer = writer()
      if (!peer) throw new Error('engine_lost')
      await peer.ask('applyChunk', jobId, chunk)
    },
    progress(jobId, done, total) {
      const run = runById.get(jobId)
      if (!run) return
      run.state = { ...run.state, done, total }
      emit({ type: 'job', job: run.state })
    },
  }

  async function openThread(): Promise<Thread> {
    const started = startThread()
    const opened = await started.peer.ask('open')
    if (!opened.ok) throw new Error(opened.problem)
    return started
  }

  async function carryOut(job: StartedJob, run: Run): Promise<void> {
    const end = await runOn(job, run.cancelFlag)
    await writer()
      ?.ask('endJob', job.id, end)
      .catch(() => undefined)
    runById.delete(job.id)
    emit({ type: 'job', job: ended(run.state, end) })
    if (end.state !== 'failed') emit({ type: 'changed', modules: ['jobs', ...changesOf(job.operation)] })
  }

  async function runOn(job: StartedJob, cancelFlag: Int32Array): Promise<JobEnd> {
    try {
      thread ??= openThread()
      const { peer } = await thread
      return await peer.ask('runJob', job, cancelFlag)
    } catch {
      thread = null
      const isCancelled = Atomics.load(cancelFlag, 0) === 1
      return isCancelled
        ? { state: 'cancelled' }
        : { state: 'failed', error: { code: 'engine_lost', details: {} } }
    }
  }

  async function stopThread(): Promise<void> {
    const running = thread
    thread = null
    await (await running)?.worker.terminate()
  }

  return {
    methods,
    start(job) {
      const run = { state: begun(job), cancelFlag: new Int32Array(new SharedArrayBuffer(4)) }
      runById.set(job.id, run)
      queue = queue.then(() => carryOut(job, run))
      return queue
    },
    cancel(jobId) {
      const run = runById.get(jobId)
      if (!run) return
      Atomics.store(run.cancelFlag, 0, 1)
      setTimeout(() => {
        if (runById.get(jobId) === run) void stopThread()
      }, patienceMs).unref()
    },
    async close() {
      for (const run of runById.values()) Atomics.store(run.cancelFlag, 0, 1)
      const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref())
      await Promise.race([queue, patience])
      await (await thread)?.stop()
    },
  }
}

function begun({ id, operation }: StartedJob): JobState {
  const startedAt = new Date().toISOString()
  return {
    id,
    operation,
    state: 'running',
    done: 0,
    total: null,
    output: null,
    error: null,
    startedAt,
    endedAt: null,
  }
}

function ended(state: JobState, end: JobEnd): JobState {
  return {
    ...state,
    state: end.state,
    output: end.state === 'done' ? end.output : null,
    error: end.state === 'failed' ? end.error : null,
    endedAt: new Date().toISOString(),
  }
}

function changesOf(operation: string): readonly string[] {
  const [module = '', job = ''] = operation.split('.')
  return (contracts as Record<string, Contract>)[module]?.jobs[job]?.changes ?? []
}
