import { Worker } from 'node:worker_threads'
import { contracts } from '../../shared/contracts.ts'
import type { Contract, Json, Reply } from '../../shared/contract.ts'
import type { EngineEvent } from '../../shared/door.ts'
import type { Answer } from '../dispatch.ts'
import type { Role } from '../engine.ts'
import { createExchange, emptyExchange, type Exchange } from './exchange.ts'
import { createRuns, type Runs } from './runs.ts'
import { createPeer, type Peer } from './peer.ts'
import type { Opened, WorkerData, WorkerMethods } from './worker.ts'

export type Host = {
  dataDir: string
  exchange: Exchange
  call(operation: string, input: unknown, session: string | null): Promise<Answer>
  onEvent(listener: (event: EngineEvent) => void): () => void
  /** Resolves once the folder is open, or known not to open. */
  opened(): Promise<Opened>
  close(): Promise<void>
}

export type HostOptions = { dataDir: string; workerUrl: URL; nativeBinding?: string }

/** What the job thread asks of the host. */
export type HostMethods = {
  applyChunk(jobId: number, chunk: Json): Promise<void>
  progress(jobId: number, done: number, total: number | null): void
}

export type Thread = { peer: Peer<WorkerMethods>; worker: Worker; stop(): Promise<void> }

/** How often a lost thread is replaced before the host gives up and says so. */
const restartsPerMinute = 3

/** Returns at once; a folder that cannot be opened makes every call answer `cannot_open`. */
export function startHost(options: HostOptions): Host {
  const listeners = new Set<(event: EngineEvent) => void>()
  const emit = (event: EngineEvent) => listeners.forEach((listener) => listener(event))
  const lossesMs: number[] = []
  let threads: { writer: Thread; reader: Thread } | null = null
  let isClosing = false

  async function openThreads(): Promise<Opened> {
    // Native modules load one after another: the reader starts once the writer has the file ready.
    const writer = startThread('writer')
    const opened = await writer.peer.ask('open').catch(() => null)
    if (!opened?.ok) {
      await writer.stop()
      return opened ?? { ok: false, problem: 'upgrade_failed', details: {} }
    }
    const reader = startThread('reader')
    await reader.peer.ask('open')
    threads = { writer, reader }
    return opened
  }

  function startThread(role: Role): Thread {
    const { workerUrl, dataDir, nativeBinding } = options
    const data: WorkerData = { dataDir, role, ...(nativeBinding ? { nativeBinding } : {}) }
    const worker = new Worker(workerUrl, { workerData: data })
    const peer = createPeer<WorkerMethods>(worker, runs.methods)
    let isStopping = false
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      peer.abandon(new Error('engine_lost'))
      if (!isStopping) lose(role)
    })
    return {
      peer,
      worker,
      async stop() {
        isStopping = true
        await peer.idle()
        await peer.ask('close').catch(() => undefined)
        await worker.terminate()
      },
    }
  }

  const runs: Runs = createRuns({
    emit,
    startThread: () => startThread('job'),
    writer: () => threads?.writer.peer ?? null,
  })

  emptyExchange(options.dataDir)
  let opening = openThreads()

  function lose(role: Role): void {
    if (isClosing || role === 'job') return
    const now = performance.now()
    lossesMs.push(now)
    emit({ type: 'engine', state: 'lost' })
    const lost = threads
    threads = null
    if (!lost || lossesMs.filter((at) => now - at < 60_000).length > restartsPerMinute) return
    opening = Promise.all([lost.writer.stop(), lost.reader.stop()])
      .then(openThreads)
      .then((opened) => {
        if (opened.ok) emit({ type: 'engine', state: 'restarted' })
        return opened
      })
  }

  async function call(operation: string, input: unknown, session: string | null): Promise<Answer> {
    const opened = isClosing ? null : await opening
    if (opened && !opened.ok) return refusal('cannot_open', { reason: opened.problem, ...opened.details })
    if (!threads || isClosing) return refusal('engine_lost')
    const thread = isQuery(operation) ? threads.reader : threads.writer
    const answer = await thread.peer
      .ask('call', operation, input, session)
      .catch(() => refusal('engine_lost'))
    if (answer.changes?.length) emit({ type: 'changed', modules: [...answer.changes] })
    if (answer.job) void runs.start(answer.job)
    if (answer.cancelled) runs.cancel(answer.cancelled)
    return answer
  }

  async function close(): Promise<void> {
    isClosing = true
    await opening
    await runs.close()
    await threads?.reader.stop()
    await threads?.writer.stop()
    threads = null
  }

  return {
    dataDir: options.dataDir,
    exchange: createExchange(options.dataDir),
    call,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    opened: () => opening,
    close,
  }
}

function refusal(code: string, details: Record<string, Json> = {}): Answer {
  const reply: Reply = { ok: false, error: { code, details } }
  return { reply }
}

const queryNames = new Set(
  Object.entries<Contract>(contracts).flatMap(([module, { queries }]) =>
    Object.keys(queries).map((query) => `${module}.${query}`),
  ),
)

function isQuery(operation: string): boolean {
  return queryNames.has(operation)
}
