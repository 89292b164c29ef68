import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { Details, Json } from '../../shared/contract.ts'
import { loadNativeFrom } from '../connection.ts'
import { dispatch, type Answer, type StartedJob } from '../dispatch.ts'
import { createEngine, type OpenEngine, type ThreadRole } from '../engine.ts'
import { CannotOpen, type OpenProblem } from '../failure.ts'
import { operations } from '../operations.ts'
import { applyChunk, endJob, runJob, type JobEnd, type Reached } from '../run-job.ts'
import { createExchange } from './exchange.ts'
import type { DoorMethods, HostMethods } from './host.ts'
import type { RunMethods } from './runs.ts'
import { createPeer, type Methods } from './peer.ts'

export type WorkerData = { dataDir: string; role: ThreadRole; nativeBinding?: string }
/** Which operations only read: whoever hands calls out need not load what all of them are. */
export type Opened =
  | { ok: true; queries: ReadonlySet<string> }
  | { ok: false; problem: OpenProblem; details: Details }
export type WorkerMethods = typeof methods

const progressEveryMs = 100
const queries = new Set(
  [...operations.values()].filter(({ kind }) => kind === 'query').map(({ name }) => name),
)

const { dataDir, role, nativeBinding } = workerData as WorkerData
if (!parentPort) throw new Error('worker.ts runs as a worker thread only')
if (nativeBinding) loadNativeFrom(nativeBinding)

let engine: OpenEngine | null = null

function open(): OpenEngine {
  if (!engine) throw new Error('the engine is not open')
  return engine
}

const chunkMethods = {
  /** A port is read until it is empty, which this one hardly ever is: whoever asks meanwhile has a turn between two chunks. */
  async applyChunk(jobId: number, chunk: Json): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    await applyChunk(open(), jobId, chunk)
  },
}
/** Chunks come straight from the job's thread: on their way through the window's they would fill its memory. */
const chunkPorts = new Map<number, MessagePort>()

const methods = {
  async open(): Promise<Opened> {
    try {
      engine = await createEngine({
        dataDir,
        role,
        onUpgradeProgress: (stage, done, total) => void host.ask('upgrading', stage, done, total),
        askDoor: () => host.ask('doorStanding'),
      })
      return { ok: true, queries }
    } catch (error) {
      if (error instanceof CannotOpen) return { ok: false, problem: error.problem, details: error.details }
      throw error
    }
  },

  call: (name: string, input: unknown, session: string | null): Promise<Answer> =>
    dispatch(open(), name, input, session),

  takeChunks(jobId: number, port: MessagePort): void {
    chunkPorts.set(jobId, port)
    createPeer<Methods>(port, chunkMethods)
  },

  async endJob(jobId: number, end: JobEnd, reached: Reached): Promise<void> {
    // What a thread that was ended had still sent does not come after its run's end.
    chunkPorts.get(jobId)?.close()
    chunkPorts.delete(jobId)
    await endJob(open(), jobId, end, reached)
  },

  async runJob(started: StartedJob, cancelFlag: Int32Array, port: MessagePort): Promise<JobEnd> {
    const exchange = createExchange(dataDir)
    const writer = createPeer<typeof chunkMethods>(port, {})
    port.on('close', () => writer.abandon(new Error('engine_lost')))
    let toldAt = 0
    const end = await runJob(open(), started, {
      write: (jobId, chunk) => writer.ask('applyChunk', jobId, chunk),
      progress(jobId, done, total) {
        const now = performance.now()
        if (now - toldAt < progressEveryMs && done !== total) return
        toldAt = now
        void host.ask('progress', jobId, done, total)
      },
      isCancelled: () => Atomics.load(cancelFlag, 0) === 1,
      offerFile: exchange.offer,
      openFile: exchange.open,
      pathOfFile: (ticket) => exchange.pathOf(ticket.token),
      proxyFor: (url) => host.ask('proxyFor', url),
    })
    port.close()
    return end
  },

  async close(): Promise<void> {
    await engine?.close()
    engine = null
  },
}

const host = createPeer<RunMethods & HostMethods & DoorMethods>(parentPort, methods)
