import { Worker } from 'node:worker_threads'
import type { ThreadRole } from '../engine.ts'
import { createPeer, type Methods, type Peer } from './peer.ts'
import type { WorkerData, WorkerMethods } from './worker.ts'

/** Where a data folder is and what runs on it. */
export type ThreadOptions = { dataDir: string; workerUrl: URL; nativeBinding?: string }

export type Thread = {
  peer: Peer<WorkerMethods>
  isLost: () => boolean
  /** Lets what was asked be answered, closes the file, then ends the thread. */
  stop: () => Promise<void>
  /** Ends it wherever it is; SQLite rolls back what was open. */
  kill: () => Promise<void>
}

/**
 * The room for values that live for a moment. It only decides how often they are cleared away; the room for values that
 * stay has no limit, since reaching one would end the thread. A run makes big files, and wants the usual room.
 */
const youngMebibytes: Partial<Record<ThreadRole, number>> = { writer: 12, reader: 12, job: 12 }

export function startThread(
  { workerUrl, dataDir, nativeBinding }: ThreadOptions,
  role: ThreadRole,
  methods: Methods,
  onLost: () => void,
): Thread {
  const data: WorkerData = { dataDir, role, ...(nativeBinding ? { nativeBinding } : {}) }
  const maxYoungGenerationSizeMb = youngMebibytes[role]
  const resourceLimits = maxYoungGenerationSizeMb ? { maxYoungGenerationSizeMb } : {}
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
