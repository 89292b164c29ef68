import type { JobState } from '../../shared/door.ts'
import { startHost } from '../../db/host/host.ts'
import type { Shipped } from './shipped.ts'

/**
 * The program without its window, as it is shipped: takes a file in, finds it again as known, hands it out and takes it
 * back, and tells how long each took, what a search took meanwhile, and the most memory it ever had. It imports nothing
 * that the program does not, which would weigh too.
 */
type Given = Record<'dataDir' | 'password' | 'file' | 'act', string> & { profile: object } & Shipped
const given = JSON.parse(process.argv[2] ?? '{}') as Given
const { dataDir, password, file, profile, worker, nativeBinding } = given
let peakBytes = 0
const watch = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss())), 10)
const host = startHost({
  dataDir,
  workerUrl: new URL(worker),
  nativeBinding,
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
/** As often as a person asks who is served at the desk while the run goes on. */
const pauseMs = 700
async function searchMs(goesOn: () => boolean): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; goesOn(); at++) {
    const startedMs = performance.now()
    await ask('catalogue.search', { text: searches[at % searches.length] })
    times.push(performance.now() - startedMs)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
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
  let isWriting = true
  const writing = finished('interchange.write', { id: first.runId }).finally(() => (isWriting = false))
  const besides = await searchMs(() => isWriting)
  const { seconds: writeSeconds } = await writing
  const importPeakBytes = peakBytes
  let rounds = 24
  const alone = await searchMs(() => rounds-- > 0)
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
