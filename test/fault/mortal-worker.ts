import { BroadcastChannel, workerData } from 'node:worker_threads'
import type { WorkerData } from '../../db/host/worker.ts'
import '../../db/host/worker.ts'

/** The real worker, in a thread that ends at a word from outside, as one with a native fault would. */
const channel = new BroadcastChannel('khosach-die')
channel.onmessage = (message) => {
  const { role, dataDir } = workerData as WorkerData
  const { data } = message as { data: Pick<WorkerData, 'role' | 'dataDir'> }
  if (data.role === role && data.dataDir === dataDir) process.exit(1)
}
channel.unref()
