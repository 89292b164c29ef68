import { afterAll, beforeAll, expect, it } from 'vitest'
import { nothingDone, workAt } from '../support/mixed-load.ts'
import { enterFrom, serveLibrary, type Served } from '../support/twenty-pcs.ts'
import type { OtherPc } from '../support/other-pc.ts'
import { expectWithin, percentile, report } from './measure.ts'

const places = 20
const rounds = 5
const callsAlone = 160
const callsEach = 24
/** A person looks, types and turns a page between two calls: some seconds. Half a second is a hurry at every desk. */
const pauseMs = { from: 250, to: 750 }

let served: Served
const pcs: OtherPc[] = []

beforeAll(async () => {
  served = await serveLibrary(places, 5000)
  for (let place = 0; place < places; place++) pcs.push(await enterFrom(served.port, place))
}, 1_800_000)
afterAll(async () => {
  pcs.forEach((pc) => pc.close())
  await served.door.close()
  await served.host.close()
})

let turn = 0
/** One PC's work with its pauses, and how long each call let it wait. */
async function timesAt(place: number, calls: number, pauses: typeof pauseMs): Promise<number[]> {
  const pc = pcs[place]
  if (!pc) throw new Error(`no PC ${place}`)
  const times: number[] = []
  const begin = (turn += 1) * 1000
  async function act(operation: string, input: unknown) {
    const startedMs = performance.now()
    const reply = await pc?.call(operation, input)
    times.push(performance.now() - startedMs)
    if (!reply) throw new Error('no reply')
    return reply
  }
  const steps = workAt(place, served.prepared, act, nothingDone())
  for (let at = 0; times.length < calls; at++) {
    const waitMs = pauses.from + Math.random() * (pauses.to - pauses.from)
    await new Promise((resolve) => setTimeout(resolve, waitMs))
    await steps[at % steps.length]?.(begin + at)
  }
  return times
}

it('lets twenty PCs of mixed work wait little longer than one', async () => {
  await timesAt(0, 40, { from: 0, to: 5 })
  const ratios: number[] = []
  const seen = { alone: [] as number[], together: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    const alone = await timesAt(round, callsAlone, { from: 10, to: 40 })
    const together = await Promise.all(pcs.map((_, place) => timesAt(place, callsEach, pauseMs)))
    const [one, many] = [percentile(alone, 0.95), percentile(together.flat(), 0.95)]
    seen.alone.push(one)
    seen.together.push(many)
    ratios.push(many / one)
  }
  report('a call at one PC, at twenty, p95 in ms', {
    one: percentile(seen.alone, 0.5),
    twenty: percentile(seen.together, 0.5),
  })
  expect(ratios).toHaveLength(rounds)
  expectWithin('twentyPcsOverOne', ratios)
})
