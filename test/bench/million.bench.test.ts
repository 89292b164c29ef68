import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startHost } from '../../db/host/host.ts'
import { perform } from '../../db/host/perform.ts'
import { testFolder, testPassword, valueOf } from '../support/engine.ts'
import { searchBesideFacets } from './beside-facets.ts'
import { figuresWithin } from './counting.ts'
import { findingsOf, queries, search, worstRecall, type Finding } from './finding.ts'
import { demoLibraryOf, openLibrary, reopened, type BenchLibrary } from './library.ts'
import { expectWithin, median, recordOf, report, timeMs, typicalMs } from './measure.ts'
import { runShipped } from './shipped.ts'

/**
 * A million takes minutes to fill, so it is asked for: npm run bench:million. KHOSACH_BENCH_DIR names the folder of a
 * library that was filled before; a smaller KHOSACH_BENCH_TITLES tries these checks out, but what they say of memory and
 * of growth holds for a million only.
 */
const titles = Number(process.env['KHOSACH_BENCH_TITLES'] ?? 0)
const filledBefore = process.env['KHOSACH_BENCH_DIR']
const rounds = 5
const bytesPerMegabyte = 2 ** 20

let dataDir = ''
let million: BenchLibrary
let small: BenchLibrary

/** Filled by the program's own threads, which think up one piece while they write another. */
async function filledByThreads(): Promise<string> {
  const dataDir = testFolder()
  const { test } = await openLibrary(dataDir)
  await test.close()
  const host = startHost({ dataDir, workerUrl: new URL('../../db/host/worker.ts', import.meta.url) })
  expect(await host.opened()).toMatchObject({ ok: true })
  const input = { titles, seed: 1 }
  const who = { username: 'administrator', password: testPassword }
  const spentMs = await timeMs(async () =>
    valueOf(await perform(host, { operation: 'demo.fill', input, ...who }, () => undefined)),
  )
  await host.close()
  report(`filling ${titles} titles with their copies`, {
    seconds: spentMs / 1000,
    perSecond: titles / (spentMs / 1000),
  })
  return dataDir
}

function keepRecord(): void {
  const what = 'npm run bench:million: what it measured among 1,000,000 titles, and against what'
  const file = new URL('million.json', import.meta.url)
  writeFileSync(file, `${JSON.stringify({ ...recordOf(what, 'million.json'), titles }, null, 2)}\n`)
}

describe.runIf(titles > 0)('a million titles with two copies each', () => {
  beforeAll(async () => {
    dataDir = filledBefore ?? (await filledByThreads())
  })
  afterAll(() => {
    if (titles === 1_000_000) keepRecord()
  })

  // First, since a folder is one program's at a time.
  it('needs no more than 300 MB for the engine with all threads, opened, searched and counted', async () => {
    const { peakBytes, endBytes } = await runShipped<Record<'peakBytes' | 'endBytes', number>>(
      new URL('memory-child.ts', import.meta.url),
      { dataDir, password: testPassword, queries },
    )
    report('memory at the end', { megabytes: endBytes / bytesPerMegabyte })
    expectWithin('engineMegabytes', [peakBytes / bytesPerMegabyte])
  })

  it('answers a search while facets are counted in no more than twice its usual time', async () => {
    await searchBesideFacets(dataDir, 3)
  })

  describe('opened', () => {
    beforeAll(async () => {
      million = await openLibrary(dataDir)
      small = await reopened(await demoLibraryOf(titles / 10))
    })
    afterAll(async () => {
      await million.test.close()
      await small.test.close()
    })

    it('finds among 1,000,000 titles in half of what a bare query takes that ranks every hit', async () => {
      const few: Finding[] = []
      const many: Finding[] = []
      for (let round = 0; round < rounds; round++) {
        few.push(...(await findingsOf(String(titles / 10), small, 1)))
        many.push(...(await findingsOf(String(titles), million, 1)))
      }
      expectWithin(
        'searchMillionOverBareRanking',
        many.map(({ p95Ms, bareP95Ms }) => p95Ms / bareP95Ms),
      )
      expectWithin(
        'searchMillionOverHundredThousand',
        many.map(({ p95Ms }, round) => p95Ms / (few[round]?.p95Ms ?? 0)),
      )
      expectWithin(
        'searchLetterOverMedian',
        many.map(({ slowestLetterMs, medianMs }) => slowestLetterMs / medianMs),
      )
    })

    it('shows the first fifty of a full ranking where there are no more than 5,000 hits', async () => {
      const share = await worstRecall(million)
      report('first fifty of the full ranking among ours, worst query', { share })
      expect(share).toBeGreaterThanOrEqual(0.9)
    })

    it('counts the stock of a day as fast as plain group-bys, and at once when nothing has changed', async () => {
      await figuresWithin(million, 3)
    })

    it('opens any page of the copies in the order of titles, and the numbers left out', async () => {
      const page = (offset: number) =>
        million.person.client.copies.search({ sort: 'title', offset, limit: 50 })
      const far = titles * 1.9
      report('copies by title', {
        firstMs: await typicalMs(3, () => page(0)),
        walkedMs: await typicalMs(3, () => page(50_000)),
        middleMs: await typicalMs(3, () => page(titles)),
        farMs: await typicalMs(3, () => page(far)),
      })
      expect(valueOf(await page(far)).rows).toHaveLength(50)
      const { raw } = million.test.engine.connection
      const seriesId = Number(raw.prepare('select seriesId from copy limit 1').pluck().get())
      const gaps = () => million.person.client.copies.gaps({ seriesId })
      report('numbers left out of a series', { ms: await typicalMs(3, gaps) })
    })

    it('opens any page of the list, also where a filter leaves most of it', async () => {
      const middle = titles / 2
      for (const sort of ['title', 'author', 'call_number', 'year', 'newest']) {
        const page = (offset: number) => search(million, { sort, offset, limit: 50 })
        report(`the list by ${sort}`, {
          firstMs: await typicalMs(3, () => page(0)),
          middleMs: await typicalMs(3, () => page(middle)),
          lastMs: await typicalMs(3, () => page(titles - 50)),
        })
        expect((await page(titles - 50)).rows).toHaveLength(50)
      }
      for (const filters of [
        { materials: ['book'] },
        { languages: ['eng'] },
        { hasCopies: true },
        { siteIds: [2] },
      ]) {
        const page = (offset: number) => search(million, { filters, sort: 'title', offset, limit: 50 })
        report(`the list narrowed by ${Object.keys(filters).join()}`, {
          firstMs: await typicalMs(3, () => page(0)),
          twentyThousandthMs: await typicalMs(3, () => page(20_000)),
        })
      }
    })

    it('counts facets apart from the list, in little time themselves', async () => {
      const facets = (input: object) => million.person.call('catalogue.facets', input)
      const times: number[] = []
      for (const text of ['', 'a', 'lịch sử', 'nguyễn', 'truyện', 'cà phê'])
        times.push(await typicalMs(3, () => facets({ text })))
      report('facets of six searches', { medianMs: median(times), slowestMs: Math.max(...times) })
      const { isEstimate, total } = valueOf(await million.person.client.catalogue.facets({}))
      expect({ isEstimate, total }).toEqual({
        isEstimate: titles > 20_000,
        total: { count: titles, isExact: true },
      })
    })
  })
})
