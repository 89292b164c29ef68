import { fileURLToPath } from 'node:url'
import type { JobState } from '../../shared/door.ts'
import { startHost } from '../../db/host/host.ts'

/**
 * The program without its window, as it is shipped: takes a file in, finds it again as known, hands it out and takes it
 * back, and tells how long each took, what a search took meanwhile, and the most memory it ever had. It imports nothing
 * that the program does not, which would weigh too.
 */
type Given = Record<'dataDir' | 'password' | 'file' | 'act', string> & { profile: object }
const given = JSON.parse(process.argv[2] ?? '{}') as Given
const { dataDir, password, file, profile } = given
let peakBytes = 0
const watch = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss())), 10)
const host = startHost({
  dataDir,
  workerUrl: new URL('../../dist/electron/worker.js', import.meta.url),
  nativeBinding: fileURLToPath(
    new URL(
      `../../node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
      import.meta.url,
    ),
  ),
})
const opened = await host.opened()
if (!opened.ok) throw new Error(JSON.stringify(opened))
const { session = null } = await host.call('users.signIn', { username: 'administrator', password }, null)

async function ask(operation: string, input: object): Promise<unknown> {
  const { reply } = await host.call(operation, input, session)
  if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply.error)}`)
  return reply.value
}

const ended = new Map<number, () => void>()
host.onEvent((event) => {
  if (event.type === 'job' && event.job.state !== 'running') ended.get(event.job.id)?.()
})
/** Answers the run's output and its seconds. */
async function finished(operation: string, input: object): Promise<{ output: unknown; seconds: number }> {
  const startedMs = performance.now()
  const { jobId } = (await ask(operation, input)) as { jobId: number }
  await new Promise<void>((resolve) => ended.set(jobId, resolve))
  const job = (await ask('jobs.job', { id: jobId })) as JobState
  if (job.state !== 'done') throw new Error(`${operation}: ${job.state} ${JSON.stringify(job.error)}`)
  return { output: job.output, seconds: (performance.now() - startedMs) / 1000 }
}

const searches = ['truyện', 'lịch sử', 'nguyễn', 'a', 'văn học việt nam', 'giáo trình', 'thơ', 'kinh tế']
async function searchMs(): Promise<number[]> {
  const times: number[] = []
  for (const text of searches) {
    const startedMs = performance.now()
    await ask('catalogue.search', { text })
    times.push(performance.now() - startedMs)
  }
  return times
}
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

async function staged(): Promise<{ runId: number; seconds: number }> {
  const ticket = await host.exchange.admit(file)
  const { output, seconds } = await finished('interchange.stage', {
    files: [ticket],
    profile,
    effectiveOn: '2026-10-01',
  })
  return { runId: (output as { runId: number }).runId, seconds }
}

async function takeIn() {
  const first = await staged()
  const besides: number[] = []
  let isWriting = true
  const writing = finished('interchange.write', { id: first.runId }).finally(() => (isWriting = false))
  while (isWriting) {
    besides.push(...(await searchMs()))
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const { seconds: writeSeconds } = await writing
  const importPeakBytes = peakBytes
  const alone: number[] = []
  for (let round = 0; round < 6; round++) alone.push(...(await searchMs()))
  const again = await staged()
  const all = { selection: { all: true }, format: 'iso2709', copies: '952' }
  const exported = await finished('interchange.export', all)
  return {
    stageSeconds: first.seconds,
    writeSeconds,
    againSeconds: again.seconds,
    exportSeconds: exported.seconds,
    exported: (exported.output as { titles: number }).titles,
    importPeakBytes,
    searchBesideMs: median(besides),
    searchAloneMs: median(alone),
    run: await ask('interchange.run', { id: first.runId }),
    againRun: await ask('interchange.run', { id: again.runId }),
  }
}

async function takeBack() {
  const { output, seconds } = await finished('interchange.undo', { id: 1 })
  return { undoSeconds: seconds, undone: output }
}

const told = given.act === 'undo' ? await takeBack() : await takeIn()
process.stdout.write(JSON.stringify({ ...told, peakBytes }))
clearInterval(watch)
await host.close()
process.exit(0)
