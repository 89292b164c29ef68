import { setTimeout as wait } from 'node:timers/promises'
import { startHost } from '../../db/host/host.ts'
import { testPassword } from '../support/engine.ts'
import { queries } from './finding.ts'
import { expectWithin, median, percentile, report, timeMs } from './measure.ts'

const callsPerQuery = 3

/** A search that comes while the facets of the one before are counted, through the program's own threads. */
export async function searchBesideFacets(dataDir: string, rounds: number): Promise<void> {
  const host = startHost({ dataDir, workerUrl: new URL('../../db/host/worker.ts', import.meta.url) })
  const who = { username: 'administrator', password: testPassword }
  const { session = null } = await host.call('users.signIn', who, null)
  async function ask(operation: string, input: object): Promise<void> {
    const { reply } = await host.call(operation, input, session)
    if (!reply.ok) throw new Error(`${operation}: ${reply.error.code}`)
  }
  /** Half a person's typing: the counts of one text have begun when the next text comes. */
  async function timesMs(hasFacets: boolean): Promise<number[]> {
    const times: number[] = []
    for (const [at, text] of queries.entries()) {
      const calls: number[] = []
      for (let call = 0; call < callsPerQuery; call++) {
        const before = queries.at(at - 1) ?? ''
        const facets = hasFacets ? ask('catalogue.facets', { text: before }) : Promise.resolve()
        await wait(5 + ((at * 7 + call * 13) % 40))
        calls.push(await timeMs(() => ask('catalogue.search', { text, limit: 50 })))
        await facets
      }
      times.push(median(calls))
    }
    return times
  }
  await timesMs(true)
  const found: { aloneMs: number; besideMs: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const aloneMs = percentile(await timesMs(false), 0.95)
    found.push({ aloneMs, besideMs: percentile(await timesMs(true), 0.95) })
  }
  await host.close()
  report('search while facets are counted, p95', {
    aloneMs: median(found.map((round) => round.aloneMs)),
    besideMs: median(found.map((round) => round.besideMs)),
  })
  expectWithin(
    'searchDuringFacetsOverAlone',
    found.map(({ aloneMs, besideMs }) => besideMs / aloneMs),
  )
}
