import { afterAll, expect, it } from 'vitest'
import { demoCopies } from '../../shared/demo/holdings.ts'
import { demoTitle } from '../../shared/demo/rules.ts'
import { batchOf } from '../../db/catalogue/index.ts'
import { bareInsertsMs } from './bare-inserts.ts'
import { demoLibraryOf, type BenchLibrary } from './library.ts'
import { expectWithin, median, report, timeMs } from './measure.ts'

const titles = 20_000
const today = '2026-11-10'
const rounds = 3
const opened: BenchLibrary[] = []
afterAll(async () => {
  for (const { test } of opened) await test.close()
})

it('fills a demo library at the rate of bare inserts, the making of the rows counted on both sides', async () => {
  const makingMs = await timeMs(() => {
    const made = Array.from({ length: titles }, (_, number) => demoTitle(1, number, today))
    for (let from = 0; from < titles; from += 2000) batchOf(made.slice(from, from + 2000), today)
    made.forEach((title, number) => demoCopies(title, { seed: 1, number, average: 2, today }))
  })
  const ratios: number[] = []
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const emptyMs = await timeMs(async () => opened.push(await demoLibraryOf(0)))
    const fillMs = (await timeMs(async () => opened.push(await demoLibraryOf(titles)))) - emptyMs
    const filled = opened.at(-1)?.test.engine.connection.raw
    if (!filled) throw new Error('nothing was filled')
    expect(filled.prepare('select count(*) from copy').pluck().get()).toBeGreaterThan(titles * 1.8)
    // Thinking the titles up is the demo's own affair; the floor is given that time too.
    ratios.push(fillMs / (makingMs + (await bareInsertsMs(filled))))
    times.push(fillMs)
  }
  report('demo.fill', { titlesPerSecond: titles / (median(times) / 1000), makingMs, ms: median(times) })
  expectWithin('fillOverBareInserts', ratios)
})
