import type { OutputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { compareVersions } from '../../shared/versions.ts'
import type { JobContext, JobHandler } from '../context.ts'
import { Cancelled } from '../failure.ts'
import { proxyTo, RoadBlocked } from '../sync/index.ts'
import { appVersion } from '../version.ts'
import { isMetered, readAsking, writeAsking } from './asking.ts'
import { keptSetup } from './kept.ts'
import { openUpdateServer, type UpdateServer } from './online.ts'
import { requireFitting, takeIn } from './take-in.ts'
import { UpdateRefused } from './update-file.ts'

type Fetched = OutputOf<SpecOf<'updates.fetch'>>
type Context = Pick<JobContext, 'db' | 'dataDir' | 'now' | 'progress' | 'proxyFor'>

export const fetch: JobHandler<SpecOf<'updates.fetch'>, never> = {
  run: ({ isOnlyAsked }, context) => askAndTake(context, isOnlyAsked),
}

export const fetchByItself: JobHandler<SpecOf<'updates.fetchByItself'>, never> = {
  async run(_, context) {
    const { isAutomatic } = readAsking(context.dataDir)
    // Nobody is signed in for it: whoever starts it gets no more than was allowed.
    return isAutomatic && !(await isMetered(context.db)) ? askAndTake(context, false) : nothing
  },
}

const lookEveryMs = 250
const nothing: Fetched = { version: null, isNewer: false, isKept: false, problem: null, details: {} }

async function askAndTake(context: Context, isOnlyAsked: boolean): Promise<Fetched> {
  const { dataDir, now, progress } = context
  const { address } = readAsking(dataDir)
  if (address === '') return { ...nothing, problem: 'no_address' }
  writeAsking(dataDir, { askedAt: now })
  const stop = new AbortController()
  let reached: [number, number | null] = [0, null]
  // Told again and again, since this is also where a run learns that it was cancelled.
  const timer = setInterval(() => {
    try {
      progress(...reached)
    } catch (error) {
      stop.abort(error)
    }
  }, lookEveryMs)
  let server: UpdateServer | null = null
  let found: Fetched = nothing
  try {
    server = await openUpdateServer({
      address,
      proxy: await proxyTo(context, address),
      signal: stop.signal,
    })
    const head = await server.head()
    const { version, setup } = head.manifest
    const isNewer = compareVersions(version, appVersion) > 0
    found = { ...nothing, version, isNewer, isKept: keptSetup(dataDir, version) !== null }
    if (!isNewer || isOnlyAsked || found.isKept) return found
    requireFitting(head.manifest, appVersion)
    let bytes = 0
    // Fetched, and read back.
    const told = (more: number) => void (reached = [(bytes += more), Math.max(bytes, setup.size * 2)])
    await takeIn(server.source(head), { dataDir, told })
    return { ...found, isKept: true }
  } catch (error) {
    if (stop.signal.aborted) throw new Cancelled()
    if (error instanceof UpdateRefused) return { ...found, problem: error.problem, details: error.details }
    if (error instanceof RoadBlocked)
      return { ...found, problem: error.problem, details: { reason: error.reason } }
    throw error
  } finally {
    clearInterval(timer)
    await server?.close()
  }
}
