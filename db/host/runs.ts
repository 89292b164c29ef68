import { MessageChannel } from 'node:worker_threads'
import type { EngineEvent, JobNews } from '../../shared/door.ts'
import type { StartedJob } from '../dispatch.ts'
import type { JobEnd } from '../run-job.ts'
import type { Peer } from './peer.ts'
import { startThread, type Thread, type ThreadOptions } from './thread.ts'
import type { WorkerMethods } from './worker.ts'

export type Runs = {
  start: (job: StartedJob) => void
  cancel: (jobId: number) => void
  /** Lets go of the files, for another library to take their place; the next run opens them anew. */
  letGo: () => Promise<void>
  close: () => Promise<void>
}

/** What the job's thread asks of this side. */
export type RunMethods = {
  progress: (jobId: number, done: number, total: number | null) => void
  proxyFor: (url: string) => Promise<string | null>
}

type Surroundings = {
  options: ThreadOptions
  emit: (event: EngineEvent) => void
  writer: () => Peer<WorkerMethods> | null
}
/** `cancelFlag` is shared memory: a thread deep in a synchronous loop still sees it. */
type Run = { job: StartedJob; news: JobNews; cancelFlag: Int32Array }
type State = Surroundings & {
  runById: Map<number, Run>
  current: Run | null
  thread: Promise<Thread> | null
  queue: Promise<void>
}

/** A run that does not notice its cancelling within this time is ended with its thread. */
const patienceMs = 5000

/** Long work: one thread, started on demand, one run after another. */
export function createRuns(surroundings: Surroundings): Runs {
  const state: State = {
    ...surroundings,
    runById: new Map(),
    current: null,
    thread: null,
    queue: Promise.resolve(),
  }
  return {
    start(job) {
      const { id, operation } = job
      const news: JobNews = { id, operation, state: 'running', done: 0, total: null }
      const run = { job, news, cancelFlag: new Int32Array(new SharedArrayBuffer(4)) }
      state.runById.set(id, run)
      if (!job.givesWay && state.current?.job.givesWay) stop(state, state.current)
      state.queue = state.queue.then(() => carryOut(state, run))
    },
    cancel(jobId) {
      const run = state.runById.get(jobId)
      if (!run) return
      if (run !== state.current) return void finish(state, run, { state: 'cancelled' })
      stop(state, run)
    },
    letGo: () => letGo(state),
    close: () => close(state),
  }
}

function stop(state: State, run: Run): void {
  Atomics.store(run.cancelFlag, 0, 1)
  setTimeout(() => {
    if (state.current === run) void killThread(state)
  }, patienceMs).unref()
}

async function carryOut(state: State, run: Run): Promise<void> {
  // Cancelled while it waited.
  if (!state.runById.has(run.job.id)) return
  state.current = run
  const end = await runOn(state, run)
  state.current = null
  await finish(state, run, end)
}

async function finish(state: State, run: Run, end: JobEnd): Promise<void> {
  const { id, changes } = run.job
  state.runById.delete(id)
  const { done, total } = run.news
  const isRecorded = await (state.writer()?.ask('endJob', id, end, { done, total }) ?? Promise.reject())
    .then(() => true)
    .catch(() => false)
  // Nobody wrote its end down: the next opening of the folder takes it back.
  const ended = isRecorded ? end.state : 'interrupted'
  state.emit({ type: 'job', job: { ...run.news, state: ended } })
  // A run that failed or was cancelled has changed things, too: it wrote, and took back.
  state.emit({ type: 'changed', modules: ['jobs', ...changes] })
}

const lost: JobEnd = { state: 'failed', error: { code: 'engine_lost', details: {} } }

async function runOn(state: State, { job, cancelFlag }: Run): Promise<JobEnd> {
  const isCancelled = () => Atomics.load(cancelFlag, 0) === 1
  if (isCancelled()) return { state: 'cancelled' }
  try {
    state.thread ??= openThread(state)
    const { peer } = await state.thread
    const { port1, port2 } = new MessageChannel()
    const writer = state.writer()
    if (!writer) return lost
    await writer.ask('takeChunks', job.id, port1)
    return await peer.ask('runJob', job, cancelFlag, port2)
  } catch {
    state.thread = null
    return isCancelled() ? { state: 'cancelled' } : lost
  }
}

async function openThread(state: State): Promise<Thread> {
  const methods: RunMethods = {
    progress(jobId, done, total) {
      const run = state.runById.get(jobId)
      if (!run) return
      run.news = { ...run.news, done, total }
      state.emit({ type: 'job', job: run.news })
    },
    proxyFor: async (url) => (await state.options.proxyFor?.(url)) ?? null,
  }
  const thread = startThread(state.options, 'job', methods, () => undefined)
  const opened = await thread.peer.ask('open')
  if (opened.ok) return thread
  await thread.kill()
  throw new Error(opened.problem)
}

async function killThread(state: State): Promise<void> {
  const running = state.thread
  state.thread = null
  await (await running)?.kill()
}

async function letGo(state: State): Promise<void> {
  await state.queue
  const idle = state.thread
  state.thread = null
  await (await idle)?.stop()
}

/** Quitting cancels what runs; what it had written is taken back before the file closes. */
async function close(state: State): Promise<void> {
  for (const run of state.runById.values()) Atomics.store(run.cancelFlag, 0, 1)
  const patience = setTimeout(() => void killThread(state), patienceMs)
  await letGo(state)
  clearTimeout(patience)
}
