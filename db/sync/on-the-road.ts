import type { Reader } from '../connection.ts'
import type { JobContext } from '../context.ts'
import { Cancelled, type Fail } from '../failure.ts'
import { keysReady } from './keys.ts'
import { openRoad, type Road } from './road.ts'

export type Reached = (done: number, total: number | null) => void
type KeyAsker = { fail: Fail<'key_missing' | 'key_locked'> }
const lookEveryMs = 250

/** A cancelled run stops in the middle of whatever it waits for. */
export async function onTheRoad<Value>(
  context: Pick<JobContext, 'db' | 'dataDir' | 'progress' | 'proxyFor'> & KeyAsker,
  { endpoint }: { endpoint: string },
  work: (road: Road, reached: Reached) => Promise<Value>,
): Promise<Value> {
  const keys = await keysReady(context)
  const stop = new AbortController()
  let last: Parameters<Reached> = [0, null]
  const reached: Reached = (...reach) => {
    last = reach
    context.progress(...reach)
  }
  // Told again and again, since this is also where a run learns that it was cancelled.
  const timer = setInterval(() => {
    try {
      reached(...last)
    } catch (error) {
      stop.abort(error)
    }
  }, lookEveryMs)
  const proxy = await proxyTo(context, endpoint)
  const road = await openRoad({
    endpoint,
    proxy,
    keys,
    signal: stop.signal,
    now: () => new Date().toISOString(),
  })
  try {
    return await work(road, reached)
  } catch (error) {
    throw stop.signal.aborted ? new Cancelled() : error
  } finally {
    clearInterval(timer)
    await road.close()
  }
}

/** What the library set goes first, then what the system says, then the environment. */
export async function proxyTo(
  { db, proxyFor }: { db: Reader; proxyFor: (url: string) => Promise<string | null> },
  endpoint: string,
): Promise<string | null> {
  const { proxy } = await db.selectFrom('sendingSetting').select('proxy').executeTakeFirstOrThrow()
  return proxy === '' ? proxyFor(endpoint) : proxy
}
