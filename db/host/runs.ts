import { contracts } from '../../shared/contracts.ts'
import type { Contract, Json } from '../../shared/contract.ts'
import type { EngineEvent, JobState } from '../../shared/door.ts'
import type { StartedJob } from '../dispatch.ts'
import type { JobEnd } from '../run-job.ts'
import type { Peer } from './peer.ts'
import { startThread, type Thread, type ThreadOptions } from './thread.ts'
import type { WorkerMethods } from './worker.ts'

export type Runs = {
  start: (job: StartedJob) => void
  cancel: (jobId: number) => void
  close: () => Promise<void>
}

/** What the job's thread asks of this side. */
export type RunMethods = {
  applyChunk: (jobId: number, chunk: Json) => Promise<void>
  progress: (jobId: number, done: number, total: number | null) => void
}

type Surroundings = {
  options: ThreadOptions
  emit: (event: EngineEvent) => void
  writer: () => Peer<WorkerMethods> | null
}
/** `cancelFlag` is shared memory: a thread deep in a synchronous loop still sees it. */
type Run = { state: JobState; cancelFlag: Int32Array }
type State = Surroundings & {
  runById: Map<number, Run>
  thread: Promise<Thread> | null
  queue: Promise<void>
}

/** A run that does not notice its cancelling within this time is ended with its thread. */
const patienceMs = 5000

/** Long work: one thread, started on demand, one run after another. */
export function createRuns(surroundings: Surroundings): Runs {
  const state: State = { ...surroundings, runById: new Map(), thread: null, queue: Promise.resolve() }
  return {
    start(job) {
      const run = { state: begun(job), cancelFlag: new Int32Array(new SharedArrayBuffer(4)) }
      state.runById.set(job.id, run)
      state.queue = state.queue.then(() => carryOut(state, job, run))
    },
    cancel(jobId) {
      const run = state.runById.get(jobId)
      if (!run) return
      Atomics.store(run.cancelFlag, 0, 1)
      setTimeout(() => {
        if (state.runById.get(jobId) === run) void killThread(state)
      }, patienceMs).unref()
    },
    close: () => close(state),
  }
}

async function carryOut(state: State, job: StartedJob, run: Run): Promise<void> {
  const end = await runOn(state, job, run.cancelFlag)
  await state
    .writer()
    ?.ask('endJob', job.id, end)
    .catch(() => undefined)
  state.runById.delete(job.id)
  state.emit({ type: 'job', job: ended(run.state, end) })
  // A run that failed or was cancelled has changed things, too: it wrote, and took back.
  state.emit({ type: 'changed', modules: ['jobs', ...changesOf(job.operation)] })
}

async function runOn(state: State, job: StartedJob, cancelFlag: Int32Array): Promise<JobEnd> {
  const isCancelled = () => Atomics.load(cancelFlag, 0) === 1
  if (isCancelled()) return { state: 'cancelled' }
  try {
    state.thread ??= openThread(state)
    const { peer } = await state.thread
    return await peer.ask('runJob', job, cancelFlag)
  } catch {
    state.thread = null
    return isCancelled()
      ? { state: 'cancelled' }
      : { state: 'failed', error: { code: 'engine_lost', details: {} } }
  }
}

async function openThread(state: State): Promise<Thread> {
  const methods: RunMethods = {
    async applyChunk(jobId, chunk) {
      const writer = state.writer()
      if (!writer) throw new Error('engine_lost')
      await writer.ask('applyChunk', jobId, chunk)
    },
    progress(jobId, done, total) {
      const run = state.runById.get(jobId)
      if (!run) return
      run.state = { ...run.state, done, total }
      state.emit({ type: 'job', job: run.state })
    },
  }
  const thread = startThread(state.options, 'job', methods, () => undefined)
  const opened = await thread.peer.ask('open')
  if (!opened.ok) throw new Error(opened.problem)
  return thread
}

async function killThread(state: State): Promise<void> {
  const running = state.thread
  state.thread = null
  await (await running)?.kill()
}

/** Quitting cancels what runs; what it had written is taken back before the file closes. */
async function close(state: State): Promise<void> {
  for (const run of state.runById.values()) Atomics.store(run.cancelFlag, 0, 1)
  const patience = setTimeout(() => void killThread(state), patienceMs)
  await state.queue
  clearTimeout(patience)
  await (await state.thread)?.stop()
}

function begun({ id, operation }: StartedJob): JobState {
  const startedAt = new Date().toISOString()
  const nothingYet = { done: 0, total: null, output: null, error: null, endedAt: null }
  return { id, operation, state: 'running', startedAt, ...nothingYet }
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
