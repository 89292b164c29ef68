import { Worker } from 'node:worker_threads'
import type { ThreadRole } from '../engine.ts'
import { createPeer, type Methods, type Peer } from './peer.ts'
import type { WorkerData, WorkerMethods } from './worker.ts'

/** Where a data folder is and what runs on it. */
export type ThreadOptions = {
  dataDir: string
  workerUrl: URL
  nativeBinding?: string
  /** What the shell knows of the system's proxies; elsewhere the environment says. */
  proxyFor?: (url: string) => Promise<string | null>
}

export type Thread = {
  peer: Peer<WorkerMethods>
  isLost: () => boolean
  /** Lets what was asked be answered, closes the file, then ends the thread. */
  stop: () => Promise<void>
  /** Ends it wherever it is; SQLite rolls back what was open. */
  kill: () => Promise<void>
}

/**
 * Room for values that live for a moment, and for those that stay. Both decide how often they are cleared away: a thread
 * that may grow to gigabytes lets rubbish lie until it has four times of what it needs, on a PC that has four gigabytes
 * in all. None comes near its limit, which would end it; a run that draws up a large paper needs a quarter of its own.
 */
const roomMebibytes: Record<ThreadRole, { young: number; old: number }> = {
  writer: { young: 12, old: 512 },
  reader: { young: 12, old: 512 },
  job: { young: 12, old: 512 },
  alone: { young: 48, old: 2048 },
}

export function startThread(
  { workerUrl, dataDir, nativeBinding }: ThreadOptions,
  role: ThreadRole,
  methods: Methods,
  onLost: () => void,
): Thread {
  const data: WorkerData = { dataDir, role, ...(nativeBinding ? { nativeBinding } : {}) }
  const { young, old } = roomMebibytes[role]
  const resourceLimits = { maxYoungGenerationSizeMb: young, maxOldGenerationSizeMb: old }
  const worker = new Worker(workerUrl, { workerData: data, resourceLimits })
  const peer = createPeer<WorkerMethods>(worker, methods)
  let isEnding = false
  let isLost = false
  // An uncaught error is followed by 'exit', which says all that matters here.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    isLost = true
    peer.abandon(new Error('engine_lost'))
    if (!isEnding) onLost()
  })

  async function kill(): Promise<void> {
    isEnding = true
    await worker.terminate()
  }
  return {
    peer,
    isLost: () => isLost,
    kill,
    async stop() {
      isEnding = true
      await peer.idle()
      await peer.ask('close').catch(() => undefined)
      await kill()
    },
  }
}
