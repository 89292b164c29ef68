import { afterAll, beforeAll, expect, it } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { findingsOf, queries, search, worstRecall } from './finding.ts'
import { demoLibraryOf, reopened, type BenchLibrary } from './library.ts'
import { expectWithin, report, timeMs, typicalMs } from './measure.ts'

const titles = 100_000

let library: BenchLibrary
beforeAll(async () => {
  library = await reopened(await demoLibraryOf(titles))
})
afterAll(() => library.test.close())

it('finds among 100,000 titles in less than a bare query takes that ranks every hit', async () => {
  expect(queries).toHaveLength(40)
  const findings = await findingsOf('100,000', library, 5)
  expectWithin(
    'searchOverBareRanking',
    findings.map(({ p95Ms, bareP95Ms }) => p95Ms / bareP95Ms),
  )
})

it('shows the first fifty of a full ranking where there are no more than 5,000 hits', async () => {
  const share = await worstRecall(library)
  report('first fifty of the full ranking among ours, worst query', { share })
  expect(share).toBeGreaterThanOrEqual(0.9)
})

it('opens any page of the whole list, in any order', async () => {
  for (const sort of ['title', 'author', 'call_number', 'year', 'newest']) {
    const page = (offset: number) => search(library, { sort, offset, limit: 50 })
    const times = {
      firstMs: await typicalMs(5, () => page(0)),
      middleMs: await typicalMs(5, () => page(titles / 2)),
      lastMs: await typicalMs(5, () => page(titles - 50)),
    }
    report(`the list by ${sort}`, times)
    expect((await page(titles - 50)).rows).toHaveLength(50)
  }
})

it('walks along an order as it would sort, where a filter leaves too many to sort', async () => {
  const { raw } = library.test.engine.connection
  const wanted = `from title where language = 'vie' and publishedYear between 2001 and 2019`
  const count = Number(raw.prepare(`select count(*) ${wanted}`).pluck().get())
  expect(count).toBeGreaterThan(20_000)
  const orders = {
    title: 'sortKey, id',
    author: `authorKey = '', authorKey, id`,
    call_number: `shelfKey = '', shelfKey, id`,
    year: 'publishedYear desc, id desc',
    newest: 'addedOn desc, id desc',
  }
  const filters = { languages: ['vie'], yearFrom: 2001, yearTo: 2019 }
  for (const [sort, order] of Object.entries(orders)) {
    for (const offset of [0, 20_001, count - 30]) {
      const { rows, total } = await search(library, { filters, sort, offset, limit: 50 })
      const plain = raw
        .prepare(`select id ${wanted} order by ${order} limit 50 offset ${offset}`)
        .pluck()
        .all()
      expect(
        rows.map((row) => row.id),
        `${sort} from ${offset}`,
      ).toEqual(plain)
      expect(total).toEqual({ count, isExact: true })
    }
  }
})

it('estimates facets above 20,000 hits, close to what they are, and says so', async () => {
  const facets = async (input: object) => valueOf(await library.person.client.catalogue.facets(input))
  let whole = await facets({})
  report('facets of all titles', { ms: await timeMs(async () => (whole = await facets({}))) })
  expect(whole.total).toEqual({ count: titles, isExact: true })
  expect(whole.isEstimate).toBe(true)
  const known = library.test.engine.connection.raw
    .prepare('select material as key, count(*) as count from title group by 1 order by 2 desc')
    .all() as { key: string; count: number }[]
  for (const { key, count } of known.filter((each) => each.count > titles / 50)) {
    const estimate = whole.materials.find((each) => each.key === key)?.count ?? 0
    expect(Math.abs(estimate - count) / count, key).toBeLessThan(0.15)
  }
  const exact = await facets({ text: 'chăn nuôi' })
  expect(exact.isEstimate).toBe(false)
})
