import { afterAll, beforeAll, expect, it } from 'vitest'
import { list } from '../../shared/demo/dice.ts'
import { ftsQuery } from '../../db/catalogue/search.ts'
import { valueOf } from '../support/engine.ts'
import { demoLibraryOf, type BenchLibrary } from './library.ts'
import { expectWithin, median, percentile, report, typicalMs } from './measure.ts'

/** What people type: one letter on the way to a word, common words, rare ones, names, with accents and without. */
const queries = list(`
  a|t|đ|th|ng|tr|lịch|văn|nguyen|sách|việt nam|viet nam|lich su|lịch sử|truyện|truyen ngan|tiểu thuyết|thơ|tuyển tập
  |địa chí|dia ly|toán 9|toán học|tiếng anh|tieng viet lop|kỹ thuật trồng|chăn nuôi|cà phê|y học cổ truyền|nấu ăn
  |pháp luật|luật đất đai|hồ chí minh|đường|giáo trình kinh tế|nguyễn nhật|tập 2|duong|không có từ này
  |văn hóa dân gian các dân tộc`)
const rounds = 5

let library: BenchLibrary
beforeAll(async () => {
  library = await demoLibraryOf(100_000)
})
afterAll(() => library.test.close())

it('finds among 100,000 titles in a small multiple of what a bare query takes that ranks every hit', async () => {
  expect(queries).toHaveLength(40)
  const { test, person } = library
  const bare = test.engine.connection.raw.prepare(
    `select title.* from titleSearch join title on title.id = titleSearch.rowid
     where titleSearch match ? order by bm25(titleSearch) limit 50`,
  )
  const ratios: number[] = []
  const timesOfOurs: number[] = []
  const timesOfBare: number[] = []
  for (let round = 0; round < rounds; round++) {
    const ours: number[] = []
    const floor: number[] = []
    for (const text of queries) {
      ours.push(
        await typicalMs(3, async () => valueOf(await person.call('catalogue.search', { text, limit: 50 }))),
      )
      floor.push(await typicalMs(3, () => bare.all(ftsQuery(text))))
    }
    ratios.push(percentile(ours, 0.95) / percentile(floor, 0.95))
    timesOfOurs.push(percentile(ours, 0.95))
    timesOfBare.push(percentile(floor, 0.95))
    if (round === 0) {
      const slowest = queries.map((text, index) => ({
        text,
        ms: ours[index] ?? 0,
        bareMs: floor[index] ?? 0,
      }))
      slowest.sort((a, b) => b.ms - a.ms)
      for (const { text, ms, bareMs } of slowest.slice(0, 5)) report(`  “${text}”`, { ms, bareMs })
    }
  }
  report('search, 40 queries', { p95Ms: median(timesOfOurs), bareP95Ms: median(timesOfBare) })
  expectWithin('searchOverBareRanking', ratios)
})

it('opens the whole catalogue and a page far down in it', async () => {
  const { person } = library
  const first = valueOf(await person.call('catalogue.search', { limit: 50 })) as { next: string }
  const [prefix] = JSON.parse(first.next) as [string, number]
  expect(prefix).not.toBe('')
  const far = JSON.stringify(['T', 0])
  report('browse', {
    firstPageMs: await typicalMs(20, () => person.call('catalogue.search', { limit: 50 })),
    farPageMs: await typicalMs(20, () => person.call('catalogue.search', { limit: 50, cursor: far })),
  })
})
